using Search.Articles;
using Search.Searching;
using Search.Text;
using Xunit;

namespace Search.Tests.Searching;

/// <summary>A corpus in a folder of its own that goes with the test.</summary>
public abstract class CorpusTest : IAsyncDisposable
{
    private readonly List<Corpus> open = [];

    protected static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected string Folder { get; } = Directory.CreateTempSubdirectory("corpus-").FullName;

    protected async Task<Corpus> OpenAsync(string? folder = null, TimeProvider? clock = null, DataFolder? data = null, long? cursorBytes = null)
    {
        var options = new CorpusOptions { Folder = folder ?? Folder, Clock = clock ?? TimeProvider.System, Data = data ?? DataFolder.Default };
        if (cursorBytes is { } bytes) options = options with { CursorBytes = bytes };
        var corpus = await Corpus.OpenAsync(options);
        open.Add(corpus);
        return corpus;
    }

    protected async Task<Corpus> OpenAsync(params ArticleDraft[] drafts)
    {
        var corpus = await OpenAsync();
        await PutAsync(corpus, drafts);
        return corpus;
    }

    protected async Task CloseAsync(Corpus corpus)
    {
        open.Remove(corpus);
        await corpus.DisposeAsync();
    }

    protected static ArticleDraft Draft(string id, params string[] paragraphs) =>
        new() { Id = id, Language = "en", Paragraphs = [.. paragraphs.Select(p => new DraftParagraph(p, ParagraphKind.Body))] };

    /// <summary>Stores articles and waits until searches see them.</summary>
    internal static async Task PutAsync(Corpus corpus, params IReadOnlyList<ArticleDraft> drafts)
    {
        foreach (var answer in await corpus.PutAsync(drafts)) Assert.Null(answer.Problem);
        await CaughtUpAsync(corpus);
    }

    internal static async Task DeleteAsync(Corpus corpus, string id)
    {
        await corpus.DeleteAsync(id);
        await CaughtUpAsync(corpus);
    }

    internal static async Task CaughtUpAsync(Corpus corpus) =>
        Assert.True(await corpus.WaitVisibleAsync(corpus.Sequence, TimeSpan.FromSeconds(30)), corpus.Trouble);

    /// <summary>A request from parameters as a URL has them: <c>q=peace&amp;unit=paragraph</c>.</summary>
    internal static SearchRequest Request(string parameters) =>
        Request(parameters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], Uri.UnescapeDataString(p[1]))));

    internal static SearchRequest Request(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var read = SearchRequestReader.Read([.. parameters], Now);
        Assert.Null(read.Problem);
        return read.Value!;
    }

    internal static async Task<SearchResult> SearchAsync(Corpus corpus, SearchRequest request)
    {
        var answer = await corpus.SearchAsync(request);
        Assert.Null(answer.Problem);
        return answer.Value!;
    }

    internal static Task<SearchResult> SearchAsync(Corpus corpus, string parameters) => SearchAsync(corpus, Request(parameters));

    internal static IEnumerable<string> Ids(SearchResult result) => result.Hits.Select(h => h.Id);

    internal static ValueFacet Facet(SearchResult result, FacetField field) => Assert.IsType<ValueFacet>(result.Facets.Single(f => f.Field == field));

    public async ValueTask DisposeAsync()
    {
        foreach (var corpus in open) await corpus.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
