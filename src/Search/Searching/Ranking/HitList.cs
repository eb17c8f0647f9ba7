using Search.Indexing;
using Search.Searching.Matching;

namespace Search.Searching.Ranking;

/// <summary>The hits of a request in their order, as places in the index: what they show is read by <see cref="HitReader"/>.</summary>
internal sealed class HitList
{
    /// <summary>So many hits are held at a time when all are asked for.</summary>
    private const int Chunk = 50_000;

    private readonly SearchRequest request;
    private readonly SortOrder sort;
    private readonly IReadOnlyList<MatchSets> segments;
    private readonly Func<int, SegmentScores?> scores;
    private readonly double now;
    private readonly long oldest;
    private readonly double halfLife;
    private readonly HitOrder order;
    private readonly Budget budget;

    /// <param name="index">What was searched.</param>
    /// <param name="request">Unit and half-life.</param>
    /// <param name="sort">The order.</param>
    /// <param name="now">What ages count to.</param>
    /// <param name="segments">The matches.</param>
    /// <param name="budget">Checked between parts of a long list.</param>
    /// <param name="scores">The scores of a segment's matches; null when nothing is scored.</param>
    public HitList(IndexView index, SearchRequest request, SortOrder sort, DateTimeOffset now, IReadOnlyList<MatchSets> segments, Budget budget, Func<int, SegmentScores?> scores)
    {
        this.budget = budget;
        this.request = request;
        this.sort = sort;
        this.segments = segments;
        this.scores = scores;
        order = new HitOrder(index, request.Unit);
        this.now = now.ToUnixTimeSeconds();
        halfLife = request.HalfLife?.TotalSeconds ?? 0;
        oldest = halfLife > 0 ? index.Oldest : 0;
    }

    /// <summary>The key of a hit: the page behind it begins there.</summary>
    public SortKey Key(Candidate candidate) => order.Key(candidate);

    /// <summary>The first hits, or the first behind a key.</summary>
    public List<Candidate> First(int most, SortKey? after)
    {
        var top = new TopHits(most, order, after);
        for (var segment = 0; segment < segments.Count; segment++) Walk(segment, top);
        return top.InOrder();
    }

    /// <summary>The hits behind the first <paramref name="offset"/>.</summary>
    public IEnumerable<Candidate> From(int offset, int most) => (long)offset + most <= Chunk ? First(offset + most, null).Skip(offset) : All().Skip(offset).Take(most);

    /// <summary>All hits, found as they are asked for: memory does not grow with their number.</summary>
    public IEnumerable<Candidate> All()
    {
        for (SortKey? after = null; ;)
        {
            budget.Check();
            var chunk = First(Chunk, after);
            foreach (var candidate in chunk) yield return candidate;
            if (chunk.Count < Chunk) yield break;
            after = Key(chunk[^1]);
        }
    }

    /// <summary>An article's hit with the hits before and behind it; null when the article is none. Hits are articles.</summary>
    public (Candidate? Before, Candidate Self, Candidate? After)? Around(string article)
    {
        var all = new AllHits();
        for (var segment = 0; segment < segments.Count; segment++) Walk(segment, all);
        var at = all.Hits.FindIndex(c => order.Key(c).Article == article);
        if (at < 0) return null;
        var self = all.Hits[at];
        Candidate? before = null, after = null;
        foreach (var candidate in all.Hits)
        {
            var place = order.Compare(candidate, self);
            if (place < 0 && (before is null || order.Compare(candidate, before.Value) > 0)) before = candidate;
            if (place > 0 && (after is null || order.Compare(candidate, after.Value) < 0)) after = candidate;
        }
        return (before, self, after);
    }

    private void Walk(int segment, IHits into)
    {
        if (request.Unit == SearchUnit.Article) WalkArticles(segment, into);
        else WalkParagraphs(segment, into);
    }

    private void WalkArticles(int segment, IHits into)
    {
        var columns = segments[segment].Matcher.Segment.Columns;
        var scored = scores(segment)?.Articles;
        foreach (var article in segments[segment].Articles.Numbers)
        {
            var published = columns.ArticlePublished[article];
            var score = scored is null ? 0 : scored[article];
            var key = Key(score, published);
            if (key >= into.Least) into.Offer(new Candidate(segment, article, key, Shown(score, published)));
        }
    }

    private void WalkParagraphs(int segment, IHits into)
    {
        var columns = segments[segment].Matcher.Segment.Columns;
        var scored = scores(segment)?.Paragraphs;
        foreach (var doc in segments[segment].Matches)
        {
            var published = columns.Published[doc];
            var score = scored is null ? 0 : scored[doc];
            var key = Key(score, published);
            if (key >= into.Least) into.Offer(new Candidate(segment, doc, key, Shown(score, published)));
        }
    }

    /// <summary>Articles without a date come last, whichever way dates are sorted.</summary>
    private double Key(double score, long published) => sort switch
    {
        SortOrder.Relevance when halfLife > 0 => Math.Log2(score) - HalfLives(published), // a power of two would be 0 for old articles
        SortOrder.Relevance => score,
        _ when published == Schema.NoDate => double.NegativeInfinity,
        SortOrder.NewestFirst => published,
        _ => -published,
    };

    /// <summary>The score as an answer shows it: halved with every half-life of age.</summary>
    private double Shown(double score, long published) => halfLife > 0 && sort == SortOrder.Relevance ? score * Math.Pow(0.5, HalfLives(published)) : score;

    /// <summary>An article without a date counts as old as the oldest that has one.</summary>
    private double HalfLives(long published) => Math.Max(0, now - (published == Schema.NoDate ? oldest : published)) / halfLife;

    private sealed class AllHits : IHits
    {
        public List<Candidate> Hits { get; } = [];

        public double Least => double.NegativeInfinity;

        public void Offer(Candidate candidate) => Hits.Add(candidate);
    }
}
