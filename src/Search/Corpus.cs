using Search.Archive;
using Search.Articles;
using Search.Searching;

namespace Search;

/// <summary>Where a corpus lives and what it works with.</summary>
public sealed record CorpusOptions
{
    /// <summary>The data folder; made when missing.</summary>
    public required string Folder { get; init; }
    /// <summary>Written into the folder's lock, so that other processes know whom to ask.</summary>
    public string? Address { get; init; }
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What became of one article that was handed in: a result, or the problem.</summary>
public sealed record WriteAnswer(string? Id, WriteResult? Result, int Version, int Paragraphs, long Generation, ArticleProblem? Problem = null);

/// <summary>The folder is in use by another process.</summary>
public sealed class CorpusInUseException(string message, string? address) : IOException(message)
{
    /// <summary>Where the holder answers HTTP; null when it does not.</summary>
    public string? Address { get; } = address;
}

/// <summary>
/// A collection of articles in one data folder: the front door of the library. Articles go in through <see cref="PutAsync"/>, are durable when
/// it answers and found a moment later; searches come out of <see cref="SearchAsync"/>. One process at a time holds a folder.
/// Safe to call from several threads.
/// </summary>
public sealed class Corpus : IAsyncDisposable
{
    /// <summary>Opens or makes the folder. Returns before the index has caught up with the archive: see <see cref="IsReady"/>.</summary>
    /// <exception cref="CorpusInUseException">Another process holds the folder.</exception>
    /// <exception cref="ArchiveDamagedException">The archive cannot be read; the message says what to do.</exception>
    public static Task<Corpus> OpenAsync(CorpusOptions options, CancellationToken cancel = default) => throw new NotSupportedException(options.Folder);

    /// <summary>Whether searches see everything that is durable since the start.</summary>
    public bool IsReady => throw new NotSupportedException();

    /// <summary>The number of the newest change that searches see.</summary>
    public long Generation => throw new NotSupportedException();

    /// <summary>The number of the newest durable change.</summary>
    public long Sequence => throw new NotSupportedException();

    /// <summary>Stores articles in order; one answer each, in the same order, given when they are durable.</summary>
    /// <exception cref="ArchiveFullException">The disk is full; nothing of the batch was stored.</exception>
    public Task<IReadOnlyList<WriteAnswer>> PutAsync(IReadOnlyList<ArticleDraft> drafts, CancellationToken cancel = default) => throw new NotSupportedException();

    /// <summary>Forgets an article; <see cref="WriteResult.NotFound"/> when there is none.</summary>
    public Task<WriteAnswer> DeleteAsync(string id, CancellationToken cancel = default) => throw new NotSupportedException(id);

    /// <summary>Waits until searches see a change; false when the time ran out first.</summary>
    public Task<bool> WaitVisibleAsync(long generation, TimeSpan timeout, CancellationToken cancel = default) => throw new NotSupportedException();

    /// <summary>Carries out a search.</summary>
    public Task<Answer<SearchResult>> SearchAsync(SearchRequest request, CancellationToken cancel = default) => throw new NotSupportedException();

    /// <summary>Every hit of a search in its order, from one frozen view.</summary>
    public IAsyncEnumerable<Hit> ExportAsync(SearchRequest request, CancellationToken cancel = default) => throw new NotSupportedException();

    /// <summary>The newest durable version of an article; with a query, its matches.</summary>
    public Task<ArticleView?> ArticleAsync(string id, SearchRequest? request = null, CancellationToken cancel = default) => throw new NotSupportedException(id);

    /// <summary>A paragraph of the newest durable version, with up to three neighbours on each side.</summary>
    public Task<ParagraphView?> ParagraphAsync(string id, int context = 0, CancellationToken cancel = default) => throw new NotSupportedException(id);

    /// <summary>The values of one facet under a search, page by page; <paramref name="typed"/> keeps those with a word that begins so.</summary>
    public Task<Answer<FacetPage>> FacetAsync(FacetRequest facet, SearchRequest request, string? typed, string? cursor, CancellationToken cancel = default) => throw new NotSupportedException();

    /// <summary>Actors by name and type, the most named first.</summary>
    public Task<Answer<ActorPage>> ActorsAsync(string? name, Tagging.ActorType? type, int limit, string? cursor, CancellationToken cancel = default) => throw new NotSupportedException();

    /// <summary>The tree of topics with counts.</summary>
    public Task<TopicTree> TopicsAsync(CancellationToken cancel = default) => throw new NotSupportedException();

    /// <summary>What the index holds.</summary>
    public Task<IndexStatus> StatusAsync(CancellationToken cancel = default) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
