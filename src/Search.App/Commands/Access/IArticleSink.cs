using Search.Articles;

namespace Search.App.Commands.Access;

/// <summary>Where articles go that were read. One caller at a time.</summary>
internal interface IArticleSink
{
    /// <summary>Why the index falls behind what is stored, as far as is known here; null when all is well.</summary>
    string? Trouble { get; }

    /// <summary>Stores articles in order; one answer each, in the same order, given when they are durable.</summary>
    /// <exception cref="CommandFailure">The server cannot take them.</exception>
    Task<IReadOnlyList<WriteAnswer>> PutAsync(IReadOnlyList<ArticleDraft> drafts, CancellationToken cancel);

    /// <summary>Waits until searches see a change; false when the time ran out first.</summary>
    Task<bool> WaitVisibleAsync(long generation, TimeSpan timeout, CancellationToken cancel);
}
