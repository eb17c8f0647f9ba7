using Search.App.Commands.Access;
using Search.Articles;

namespace Search.App.Commands.Indexing;

/// <summary>Checks articles and stores none.</summary>
internal sealed class DrySink : IArticleSink
{
    private readonly DryRun run = new();

    public string? Trouble => null;

    public Task<IReadOnlyList<WriteAnswer>> PutAsync(IReadOnlyList<ArticleDraft> drafts, CancellationToken cancel) => Task.FromResult(run.Put(drafts));

    public Task<bool> WaitVisibleAsync(long generation, TimeSpan timeout, CancellationToken cancel) => Task.FromResult(true);
}
