using Search.Indexing;
using Search.Searching.Facets;
using Search.Searching.Matching;
using Search.Searching.Query;
using Search.Searching.Ranking;
using Search.Searching.Spelling;

namespace Search.Searching;

/// <summary>
/// One search on one snapshot: bind, one pass for the matches of every segment, counts and facets from them, the best hits, and only those read
/// and highlighted. Belongs to one thread.
/// </summary>
internal sealed class SearchExecution
{
    private readonly Snapshot snapshot;
    private readonly SearchRequest request;
    private readonly Budget budget;
    private readonly BoundQuery query;
    private readonly SortOrder sort;
    private readonly DateTimeOffset now;
    private readonly List<MatchSets> segments = [];
    private readonly Dictionary<int, SegmentScores> scores = [];
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
        query = Bind();
        if (!timedOut) Match();
    }

    /// <summary>The counts of the asked reading.</summary>
    public Counts Counts
    {
        get
        {
            var counts = Count(s => s.Matches);
            return counts with { Exact = IsExact, Groups = request.FoldDuplicates ? CountGroups() : null };
        }
    }

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
            Hints = Hints(counts),
            Warnings = request.Query.Warnings,
            TimedOut = timedOut,
        };
    }

    /// <summary>The hits of a page, in order, with the key behind which the next page begins.</summary>
    public (IReadOnlyList<Hit> Hits, SortKey? Last) Page(int offset, int limit, SortKey? after) => Finish(() => ReadPage(offset, limit, after));

    private (IReadOnlyList<Hit> Hits, SortKey? Last) ReadPage(int offset, int limit, SortKey? after)
    {
        var order = new HitOrder(snapshot.View, request.Unit, sort);
        var found = Count(s => s.Matches);
        var total = request.Unit == SearchUnit.Article ? found.Articles : found.Paragraphs;
        if (after is null && offset >= total) return ([], null);
        var top = new TopHits(after is null ? (int)Math.Min((long)offset + limit, total) : limit, order, after);
        for (var i = 0; i < segments.Count; i++)
        {
            foreach (var candidate in Candidates(i)) top.Offer(candidate);
        }
        var page = top.InOrder();
        if (after is null) page = page.Count > offset ? page[offset..] : [];
        var reader = new HitReader(snapshot.View, request, query);
        var scored = request.Unit == SearchUnit.Article || request.Explain;
        var hits = page.ConvertAll(c => reader.Read(c, segments[c.Segment], scored ? Scores(c.Segment) : null, request.Explain ? scorer : null));
        return (hits, page.Count > 0 ? order.Key(page[^1]) : null);
    }

    /// <summary>Every hit in order; each is read when it is asked for.</summary>
    public IEnumerable<Hit> All()
    {
        var hits = Enumerable.Range(0, segments.Count).SelectMany(Candidates).ToArray();
        Array.Sort(hits, new HitOrder(snapshot.View, request.Unit, sort));
        var reader = new HitReader(snapshot.View, request, query);
        return hits.Select(c => reader.Read(c, segments[c.Segment], Scores(c.Segment), null));
    }

    /// <summary>Where an article stands in the result.</summary>
    public ArticlePlace Place(string article, int version)
    {
        var none = new ArticlePlace(new Dictionary<int, IReadOnlyList<Match>>(), [], null, null);
        var order = new HitOrder(snapshot.View, SearchUnit.Article, sort);
        var all = Enumerable.Range(0, segments.Count).SelectMany(Candidates).ToList();
        var at = all.FindIndex(c => order.Key(c).Article == article);
        if (at < 0) return none;
        var self = all[at];
        var before = all.Where(c => order.Compare(c, self) < 0).DefaultIfEmpty(self).Max(order);
        var after = all.Where(c => order.Compare(c, self) > 0).DefaultIfEmpty(self).Min(order);
        var (previous, next) = (before == self ? null : order.Key(before).Article, after == self ? null : order.Key(after).Article);
        var hit = (ArticleHit)Finish(() => new HitReader(snapshot.View, request, query).Read(self, segments[self.Segment], null, null));
        return hit.Version == version
            ? new ArticlePlace(hit.Paragraphs.ToDictionary(p => p.Ordinal, p => p.Matches), hit.TitleMatches, previous, next)
            : none with { Previous = previous, Next = next };
    }

    /// <summary>All values of one facet, in its order.</summary>
    public List<FacetValue> Values(FacetRequest facet, string? typed) =>
        Finish(() => new ValueFacets(snapshot.View, request).Values(facet, Count(facet), typed, () => budget.Step()));

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
        var root = Binder.Bind(snapshot.View, request with { Query = other }, now, budget).Root;
        var found = segments.ConvertAll(s => (s.Matcher.Segment, Paragraphs: MatchSets.Compute(s.Matcher, root, query.Filters, request.Scope)));
        return new FoundSets(found, new Counts(found.Sum(f => f.Paragraphs.Count()), found.Sum(f => f.Segment.Lift(f.Paragraphs).Count())));
    }

    /// <summary>Whether everything was looked at, in time, and nothing given up for the steps it would have taken.</summary>
    public bool IsExact => !timedOut && !budget.MayHaveMissed;

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
        return scores[segment] = scorer.Score(segments[segment].Matcher, segments[segment].Matches);
    }

    private List<SegmentScores>? AllScores() => query.Clauses.Count == 0 ? null : [.. Enumerable.Range(0, segments.Count).Select(i => Scores(i)!)];

    private BoundQuery Bind()
    {
        try
        {
            return Binder.Bind(snapshot.View, request, now, budget);
        }
        catch (BudgetSpentException)
        {
            timedOut = true;
            budget.Relax();
            return BoundQuery.Unbound;
        }
    }

    private void Match()
    {
        try
        {
            foreach (var segment in snapshot.View.Segments)
            {
                segments.Add(new MatchSets(new SegmentMatcher(segment, request.IncludeBoilerplate, budget), query, request.Scope));
            }
            if (sort == SortOrder.Relevance) AllScores();
        }
        catch (BudgetSpentException)
        {
            timedOut = true;
            budget.Relax();
        }
    }

    private Counts Count(Func<MatchSets, DocSet> of)
    {
        var (paragraphs, articles) = (0, 0);
        foreach (var sets in segments)
        {
            var matches = of(sets);
            paragraphs += matches.Count();
            articles += sets.Matcher.Segment.Lift(matches).Count();
        }
        return new Counts(paragraphs, articles);
    }

    private int CountGroups()
    {
        var groups = new HashSet<long>();
        foreach (var sets in segments)
        {
            foreach (var article in sets.Matcher.Segment.Lift(sets.Matches)) groups.Add(sets.Matcher.Segment.Columns.Group[article]);
        }
        return groups.Count;
    }

    private IEnumerable<Candidate> Candidates(int segment)
    {
        var sets = segments[segment];
        var columns = sets.Matcher.Segment.Columns;
        var score = sort == SortOrder.Relevance || request.Explain ? Scores(segment) : null;
        if (request.Unit == SearchUnit.Paragraph)
        {
            foreach (var doc in Numbers(sets.Matches)) yield return Candidate(doc, columns.Published[doc], score?.Paragraphs[doc] ?? 0);
        }
        else
        {
            foreach (var article in Numbers(sets.Matcher.Segment.Lift(sets.Matches))) yield return Candidate(article, columns.Published[columns.ArticleDoc[article]], score?.Articles[article] ?? 0);
        }

        Candidate Candidate(int number, long published, double own) => new(segment, number, own * Freshness(published), published);
    }

    private static IEnumerable<int> Numbers(DocSet set)
    {
        for (var i = set.Next(0); i >= 0; i = set.Next(i + 1)) yield return i;
    }

    /// <summary>Halves with every half-life of age; an article without a date counts as one half-life old.</summary>
    private double Freshness(long published)
    {
        if (request.HalfLife is not { } half) return 1;
        if (published == Schema.NoDate) return 0.5;
        var age = Math.Max(0, now.ToUnixTimeSeconds() - published);
        return Math.Pow(0.5, age / half.TotalSeconds);
    }

    private FacetResult Facet(FacetRequest facet) => facet.Field == FacetField.Published
        ? DateFacets.Of(facet, request.Zone, segments)
        : new ValueFacets(snapshot.View, request).Of(facet, Count(facet));

    private FacetCounts Count(FacetRequest facet) =>
        FacetColumns.Count(snapshot.View, facet.Field, segments, facet.Sort == FacetSort.Score ? AllScores() : null, request.Mentions);

    /// <summary>Wider readings with what they would find. Nothing is widened by itself.</summary>
    private List<Hint> Hints(Counts counts)
    {
        var hints = new List<Hint>();
        if (timedOut || request.Hints == HintMode.None || (request.Hints == HintMode.Auto && counts.Articles >= 10)) return hints;
        try
        {
            if (Speller.Correct(snapshot.View, request, query, budget) is { } spelling && Find(QueryParser.Parse(spelling)).Counts is var spelt && spelt.Articles > counts.Articles)
            {
                hints.Add(new Hint("spelling", "q", spelling, spelt.Articles, spelt.Paragraphs, SearchLinks.With(request, "q", spelling)));
            }
            if (request.Scope == SearchScope.Paragraph && query.Clauses.Count > 0) Offer("scope", "scope", "article", query.Root, query.Filters, SearchScope.Article);
            if (request.Match != MatchMode.Any && query.Clauses.Count > 1)
            {
                if (request.Match == MatchMode.All) Offer("match", "match", "most", Binder.Combine(query.Clauses, MatchMode.Most), query.Filters, request.Scope);
                Offer("match", "match", "any", Binder.Combine(query.Clauses, MatchMode.Any), query.Filters, request.Scope);
            }
            foreach (var dropped in query.Filters)
            {
                if (dropped.Parameter is { } name) Offer("drop_filter", name, null, query.Root, query.Filters.Where(f => f != dropped), request.Scope);
            }
        }
        catch (BudgetSpentException)
        {
            budget.Relax();
        }
        return hints;

        void Offer(string type, string parameter, string? value, Bound root, IEnumerable<BoundFilter> filters, SearchScope scope)
        {
            var wider = Count(s => MatchSets.Compute(s.Matcher, root, filters, scope));
            if (wider.Articles > counts.Articles) hints.Add(new Hint(type, parameter, value, wider.Articles, wider.Paragraphs, SearchLinks.With(request, parameter, value)));
        }
    }
}
