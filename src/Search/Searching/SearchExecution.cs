using Search.Searching.Facets;
using Search.Searching.Matching;
using Search.Searching.Query;
using Search.Searching.Ranking;

namespace Search.Searching;

/// <summary>
/// One search on one snapshot: bind, one pass for the matches of every segment, counts and facets from them, the best hits, and only those read
/// and highlighted. Belongs to one thread. Dispose it: large tables are used again.
/// </summary>
internal sealed class SearchExecution : IDisposable
{
    private readonly Snapshot snapshot;
    private readonly SearchRequest request;
    private readonly Budget budget;
    private readonly BoundQuery query;
    private readonly SortOrder sort;
    private readonly DateTimeOffset now;
    private readonly List<MatchSets> segments = [];
    private readonly Dictionary<int, SegmentScores> scores = [];
    private readonly HitList hits;
    private Scorer? scorer;
    private bool timedOut;

    /// <exception cref="BindException">The request cannot be carried out on this index.</exception>
    public SearchExecution(Snapshot snapshot, SearchRequest request, Budget budget, DateTimeOffset now)
    {
        this.snapshot = snapshot;
        this.request = request;
        this.budget = budget;
        this.now = now;
        sort = request.Sort == SortOrder.Relevance && request.Query.Root is null ? SortOrder.NewestFirst : request.Sort;
        hits = new HitList(snapshot.View, request, sort, now, segments, budget, i => sort == SortOrder.Relevance || request.Explain ? Scores(i) : null);
        query = InTime(() => Binder.Bind(snapshot.View, request, now, budget)) ?? BoundQuery.Unbound;
        if (timedOut) return;
        InTime(() =>
        {
            foreach (var segment in snapshot.View.Segments) segments.Add(new MatchSets(new SegmentMatcher(segment, request.IncludeBoilerplate, budget), query, request.Scope));
            if (sort == SortOrder.Relevance && request.Limit > 0) AllScores();
            return segments;
        });
    }

    /// <summary>The counts of the asked reading.</summary>
    public Counts Counts => new(segments.Sum(s => s.Matches.Count()), segments.Sum(s => s.Articles.Count)) { Exact = IsExact, Groups = request.FoldDuplicates ? CountGroups() : null };

    /// <summary>Whether everything was looked at, in time, and nothing given up for the steps it would have taken.</summary>
    public bool IsExact => !timedOut && !budget.MayHaveMissed;

    /// <summary>Everything but cursor and time.</summary>
    public SearchResult Result(IReadOnlyList<Hit> hits)
    {
        var facets = request.Facets.Select(f => Finish(() => Facet(f))).ToList();
        var counts = Counts;
        return new SearchResult
        {
            Generation = snapshot.Sequence,
            Parsed = request.Query.Root?.ToString(),
            Read = ReadClauses.Of(request.Query.Root, query),
            Unit = request.Unit,
            Scope = request.Scope,
            Match = request.Match,
            Sort = sort,
            Counts = counts,
            Hits = hits,
            Facets = [.. facets.Select(f => f with { Exact = IsExact })],
            Hints = new OtherReadings(snapshot.View, request, query, segments, budget, other => Find(other).Counts).Offer(counts),
            Warnings = request.Query.Warnings,
            TimedOut = timedOut,
        };
    }

    /// <summary>The hits of a page, in order, with the key behind which the next page begins.</summary>
    public (IReadOnlyList<Hit> Hits, SortKey? Last) Page(int offset, int limit, SortKey? after) => Finish(() => ReadPage(offset, limit, after));

    /// <summary>Every hit in order; each is found and read when it is asked for.</summary>
    public IEnumerable<Hit> All()
    {
        var reader = new HitReader(snapshot.View, request, query, budget);
        return hits.All().Select(c => reader.Read(c, segments[c.Segment], Scores(c.Segment), null));
    }

    /// <summary>Where an article stands in the result.</summary>
    public ArticlePlace Place(string article, int version)
    {
        if (hits.Around(article) is not var (before, self, after)) return ArticlePlace.Nowhere;
        var (previous, next) = (Id(before), Id(after));
        var hit = (ArticleHit)Finish(() => new HitReader(snapshot.View, request, query, budget).Read(self, segments[self.Segment], Scores(self.Segment), null));
        var place = ArticlePlace.Nowhere with { Score = hit.Score, Previous = previous, Next = next };
        return hit.Version != version ? place : place with
        {
            Marks = hit.Paragraphs.ToDictionary(p => p.Ordinal, p => p.Matches),
            TitleMatches = hit.TitleMatches,
            MatchingOrdinals = hit.MatchingOrdinals,
        };

        string? Id(Candidate? candidate) => candidate is { } c ? hits.Key(c).Article : null;
    }

    /// <summary>Some of all values of one facet, in its order, the offset behind them and how many there are.</summary>
    public (IReadOnlyList<FacetValue> Values, int Next, int Total) Values(FacetRequest facet, string? typed, int offset) => Finish(() =>
    {
        using var counts = Count(facet);
        return new ValueFacets(snapshot.View, request, facet, counts).Page(typed, offset, () => budget.Step());
    });

    /// <summary>The matches by segment; fewer when the time ran out.</summary>
    public IReadOnlyList<MatchSets> Segments => segments;

    /// <summary>The counts of one facet's values, by their numbers.</summary>
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public FacetCounts Counted(FacetField field)
    {
        budget.Check();
        return Count(new FacetRequest(field));
    }

    /// <summary>What another query finds under the same filters.</summary>
    /// <exception cref="BindException">The query cannot be carried out.</exception>
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public FoundSets Find(ParsedQuery other)
    {
        var root = Binder.Root(snapshot.View, request with { Query = other }, now, budget);
        var found = segments.ConvertAll(s => (s.Matcher.Segment, Paragraphs: MatchSets.Compute(s.Matcher, root, query.Filters, request.Scope)));
        return new FoundSets(found, new Counts(found.Sum(f => f.Paragraphs.Count()), found.Sum(f => f.Segment.Lift(f.Paragraphs).Count())));
    }

    public void Dispose()
    {
        foreach (var segment in scores.Values) segment.Dispose();
    }

    private (IReadOnlyList<Hit> Hits, SortKey? Last) ReadPage(int offset, int limit, SortKey? after)
    {
        var total = request.Unit == SearchUnit.Article ? segments.Sum(s => s.Articles.Count) : segments.Sum(s => s.Matches.Count());
        if (limit == 0 || (after is null && offset >= total)) return ([], null);
        var page = after is not null ? hits.First(limit, after) : [.. hits.From(offset, limit)];
        var reader = new HitReader(snapshot.View, request, query, budget);
        var scored = request.Unit == SearchUnit.Article || request.Explain;
        var read = page.ConvertAll(c => reader.Read(c, segments[c.Segment], scored ? Scores(c.Segment) : null, request.Explain ? scorer : null));
        timedOut |= reader.LacksMarks;
        return (read, page.Count > 0 ? hits.Key(page[^1]) : null);
    }

    /// <summary>Work that is begun in time only; null when the time runs out over it. From then on the answer says so.</summary>
    private T? InTime<T>(Func<T> work) where T : class
    {
        try
        {
            return work();
        }
        catch (BudgetSpentException)
        {
            timedOut = true;
            budget.Relax();
            return null;
        }
    }

    /// <summary>What is owed once the matches are known is finished; if the time runs out over it, the answer says so.</summary>
    private T Finish<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (BudgetSpentException)
        {
            timedOut = true;
            budget.Relax();
            return work();
        }
    }

    /// <summary>The scores of a segment's matches, made when first asked for; null when the query asks for no words.</summary>
    private SegmentScores? Scores(int segment)
    {
        if (query.Clauses.Count == 0) return null;
        if (scores.TryGetValue(segment, out var known)) return known;
        scorer ??= new Scorer(snapshot.View, query, budget);
        return scores[segment] = scorer.Score(segments[segment]);
    }

    private List<SegmentScores>? AllScores() => query.Clauses.Count == 0 ? null : [.. Enumerable.Range(0, segments.Count).Select(i => Scores(i)!)];

    private int CountGroups()
    {
        var groups = new HashSet<long>();
        foreach (var sets in segments)
        {
            foreach (var article in sets.Articles.Numbers) groups.Add(sets.Matcher.Segment.Columns.Group[article]);
        }
        return groups.Count;
    }

    private FacetResult Facet(FacetRequest facet)
    {
        if (facet.Field == FacetField.Published) return DateFacets.Of(facet, request.Zone, segments);
        using var counts = Count(facet);
        return new ValueFacets(snapshot.View, request, facet, counts).List();
    }

    private FacetCounts Count(FacetRequest facet) =>
        FacetColumns.Count(snapshot.View, facet.Field, segments, facet.Sort == FacetSort.Score ? AllScores() : null, request.Mentions);
}
