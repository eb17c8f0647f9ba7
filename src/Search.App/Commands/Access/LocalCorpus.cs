using Search.App.Api;
using Search.App.Server;
using Search.Articles;
using Search.Searching;

namespace Search.App.Commands.Access;

/// <summary>The corpus in this process.</summary>
internal sealed class LocalCorpus(string folder, Corpus corpus, TimeProvider clock) : ICorpusAccess
{
    public string Place => folder;

    public string? Trouble => corpus.Trouble;

    public async Task<Reply> SearchAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel)
    {
        var request = SearchRequestReader.Read(parameters, clock.GetUtcNow());
        return request.Value is { } asked ? Of(await corpus.SearchAsync(asked, cancel), "/v1/search") : Of(request.Problem!, "/v1/search");
    }

    public async Task<Reply?> ExportAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, ExportSink to, CancellationToken cancel)
    {
        const string Path = "/v1/export";
        var asked = ExportRequest.Read(parameters, clock);
        if (asked.Value is not { } export) return Of(asked.Problem!, Path);
        if ((await corpus.SearchAsync(export.Trial, cancel)).Problem is { } refused) return Of(refused, Path);
        await ExportLines.WriteAsync(corpus.ExportAsync(export.Search, cancel), export.IsCsv, to.WriteAsync, cancel);
        return null;
    }

    public async Task<Reply> ArticleAsync(string id, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel)
    {
        var path = "/v1/articles/" + Uri.EscapeDataString(id);
        var request = parameters.Count == 0 ? default : SearchRequestReader.Read(parameters, clock.GetUtcNow());
        if (request.Problem is { } problem) return Of(problem, path);
        return await corpus.ArticleAsync(id, request.Value, cancel) is { } article ? Reply.Of(article) : Of(ArticleRoutes.Unknown("article", id), path);
    }

    public async Task<Reply> ActorsAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel) =>
        Of(await ListRoutes.ActorsAsync(corpus, [.. parameters], cancel), "/v1/actors");

    public async Task<Reply> TopicsAsync(CancellationToken cancel) => Reply.Of(await corpus.TopicsAsync(cancel));

    public Task<IReadOnlyList<WriteAnswer>> PutAsync(IReadOnlyList<ArticleDraft> drafts, CancellationToken cancel) => corpus.PutAsync(drafts, cancel);

    /// <summary>The number of the newest durable change.</summary>
    public long Sequence => corpus.Sequence;

    public Task<bool> WaitVisibleAsync(long generation, TimeSpan timeout, CancellationToken cancel) => corpus.WaitVisibleAsync(generation, timeout, cancel);

    public ValueTask DisposeAsync() => corpus.DisposeAsync();

    private static Reply Of<T>(Answer<T> answer, string path) where T : class =>
        answer.Value is { } value ? Reply.Of(value) : Of(answer.Problem!, path);

    private static Reply Of(RequestProblem problem, string path) => Of(Problems.From(problem), path);

    private static Reply Of(Problem problem, string path) => Reply.Of(problem with { Instance = path }, problem.Status);
}
