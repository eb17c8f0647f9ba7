using Search.Indexing;
using Search.Searching.Similar;
using Search.Searching.Suggesting;
using Search.Searching.Timelines;

namespace Search.Searching;

/// <summary>
/// What answers searches. It speaks the product's own records: no type of the engine behind it is seen, so that another can take its place.
/// Safe for several threads, but for <see cref="ApplyAsync"/>, which one caller calls at a time.
/// </summary>
internal interface ISearchEngine : IAsyncDisposable
{
    /// <summary>The number of the newest change that searches see.</summary>
    long Sequence { get; }

    /// <summary>The number up to which the engine holds everything even after a crash; changes after it must be applied again.</summary>
    long Durable { get; }

    /// <summary>Whether there is room to write; when not, <see cref="ApplyAsync"/> would fail after much work.</summary>
    bool HasRoom { get; }

    /// <summary>Applies changes of different articles; searches see them when it returns if <paramref name="visible"/>, else at some later call.</summary>
    /// <param name="changes">Each replaces or deletes one article in one step.</param>
    /// <param name="sequence">The number of the newest change that is now applied.</param>
    /// <param name="visible">Whether searches must see them at once.</param>
    /// <param name="cancel">Stops between articles.</param>
    /// <exception cref="IndexWriteException">What was applied since <see cref="Durable"/> is lost and must be applied again.</exception>
    Task ApplyAsync(IReadOnlyCollection<IndexChange> changes, long sequence, bool visible, CancellationToken cancel = default);

    /// <summary>Makes what was applied durable.</summary>
    /// <exception cref="IndexWriteException">See <see cref="ApplyAsync"/>.</exception>
    Task CommitAsync(CancellationToken cancel = default);

    /// <summary>Takes notice of an edit of actors: searches see it when it returns.</summary>
    void ActorsChanged();

    /// <summary>A frozen view with at least this change, waiting for it a while; the newest one there is when the time runs out.</summary>
    Task<ISnapshot> OpenAsync(long atLeast, TimeSpan wait, CancellationToken cancel = default);
}

/// <summary>The index at one moment. Dispose it.</summary>
internal interface ISnapshot : IDisposable
{
    long Sequence { get; }

    /// <summary>Carries out a search; a request with a cursor is answered from the view that the cursor froze.</summary>
    Answer<SearchResult> Search(SearchRequest request, CancellationToken cancel = default);

    /// <summary>Articles like one, which need not be in the view; query, order and unit of the request do not count.</summary>
    Answer<SearchResult> Similar(ArticleProfile article, SearchRequest request, CancellationToken cancel = default);

    /// <summary>Counts several series by time.</summary>
    Answer<TimelineResult> Timeline(TimelineRequest request, CancellationToken cancel = default);

    /// <summary>Every hit of a search in its order.</summary>
    IEnumerable<Hit> All(SearchRequest request, CancellationToken cancel = default);

    /// <summary>One page of a facet's values; <paramref name="typed"/> keeps those with words that begin so.</summary>
    Answer<FacetPage> Values(FacetRequest facet, SearchRequest request, string? typed, string? cursor, CancellationToken cancel = default);

    /// <summary>What somebody may mean who has typed so much, under the filters of a search, whose query does not count.</summary>
    IReadOnlyList<Suggestion> Suggest(string typed, int limit, SearchRequest request, CancellationToken cancel = default);

    /// <summary>Where an article stands in a search's result, and its marks.</summary>
    ArticlePlace Place(string article, int version, SearchRequest request, CancellationToken cancel = default);

    /// <summary>Articles and paragraphs, newest and oldest date.</summary>
    IndexExtent Extent();
}

/// <summary>How much a view holds.</summary>
internal sealed record IndexExtent(int Articles, int Paragraphs, DateTimeOffset? First, DateTimeOffset? Last);

/// <summary>An article in a result: its marks by paragraph (none when the view holds another version of it), and its neighbours.</summary>
internal sealed record ArticlePlace(IReadOnlyDictionary<int, IReadOnlyList<Match>> Marks, IReadOnlyList<Match> TitleMatches, IReadOnlyList<int> MatchingOrdinals, double Score, string? Previous, string? Next)
{
    /// <summary>Of an article that is not in the result.</summary>
    public static ArticlePlace Nowhere { get; } = new(new Dictionary<int, IReadOnlyList<Match>>(), [], [], 0, null, null);
}
