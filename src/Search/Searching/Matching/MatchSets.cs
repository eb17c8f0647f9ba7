using Search.Indexing;

namespace Search.Searching.Matching;

/// <summary>The paragraphs of one segment that a request matches, and those it would match if one facet's own filter were left out.</summary>
internal sealed class MatchSets
{
    private readonly BoundQuery query;
    private readonly SearchScope scope;
    private readonly Dictionary<FacetField, DocSet> withoutOwn = [];
    private readonly Dictionary<DocSet, ArticleMatches> lifted = new(ReferenceEqualityComparer.Instance);

    public MatchSets(SegmentMatcher matcher, BoundQuery query, SearchScope scope)
    {
        this.query = query;
        this.scope = scope;
        Matcher = matcher;
        Matches = Compute(null);
    }

    public SegmentMatcher Matcher { get; }

    /// <summary>The matching paragraphs.</summary>
    public DocSet Matches { get; }

    /// <summary>The articles of the matching paragraphs.</summary>
    public ArticleMatches Articles => Lifted(Matches);

    /// <summary>The paragraphs that a facet counts: its own plain filter does not narrow it, so that several of its values can be chosen.</summary>
    public DocSet For(FacetField facet)
    {
        if (query.Filters.All(f => f.Field != facet)) return Matches;
        if (!withoutOwn.TryGetValue(facet, out var set)) withoutOwn[facet] = set = Compute(facet);
        return set;
    }

    /// <summary>The articles that a facet counts: those of <see cref="For"/>.</summary>
    public ArticleMatches ArticlesFor(FacetField facet) => Lifted(For(facet));

    /// <summary>The paragraphs of another reading of the request.</summary>
    public static DocSet Compute(SegmentMatcher matcher, Bound root, IEnumerable<BoundFilter> filters, SearchScope scope)
    {
        if (scope == SearchScope.Paragraph)
        {
            var paragraphs = matcher.Paragraphs(root).Copy();
            foreach (var filter in filters) paragraphs.And(matcher.Paragraphs(filter));
            return paragraphs;
        }
        var articles = matcher.Segment.Articles.Copy();
        foreach (var filter in filters) articles.And(matcher.Articles(filter));
        return matcher.Segment.Spread(articles, matcher.ParagraphsOfArticles(root));
    }

    private ArticleMatches Lifted(DocSet matches)
    {
        if (!lifted.TryGetValue(matches, out var known)) lifted[matches] = known = new ArticleMatches(Matcher.Segment.Columns, matches);
        return known;
    }

    private DocSet Compute(FacetField? leaveOut) =>
        Compute(Matcher, query.Root, query.Filters.Where(f => leaveOut is null || f.Field != leaveOut), scope);
}
