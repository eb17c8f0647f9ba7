using Search.Indexing;
using Search.Searching.Matching;
using Search.Searching.Query;

namespace Search.Searching.Similar;

/// <summary>What a hit has in common with the article that it is like, the most telling first.</summary>
public sealed record SharedTerms(IReadOnlyList<SharedActor> Actors, IReadOnlyList<string> Words);

/// <summary>An actor that both articles name.</summary>
public sealed record SharedActor(string Id, Tagging.ActorType Type, string Label);

/// <summary>
/// Searches for articles like one: any of its <see cref="DistinctiveTerms"/>, ranked as every search is, and says of each hit what it shares.
/// Belongs to one thread.
/// </summary>
internal sealed class SimilarSearch(Snapshot snapshot, ArticleProfile article, SearchRequest request, Budget budget, DateTimeOffset now)
{
    /// <summary>Matches no paragraph: for an article of which the index has nothing.</summary>
    private static readonly QueryNode Nothing = new NotNode(new EverythingNode());

    /// <summary>The page of the request; <see cref="SearchResult.Read"/> tells the terms. The request's query, order and unit do not count.</summary>
    /// <exception cref="BindException">A filter cannot be carried out on this index.</exception>
    public SearchResult Run()
    {
        var terms = Choose();
        var nodes = terms.Select(t => t.Node).ToList();
        var asked = request with
        {
            Query = new ParsedQuery(nodes.Count switch { 0 => Nothing, 1 => nodes[0], _ => new AndNode(nodes) }, []),
            Match = MatchMode.Any,
            Unit = SearchUnit.Article,
            Sort = SortOrder.Relevance,
            Hints = HintMode.None,
            WordLanguages = [article.Language],
            ExceptArticle = article.Id,
        };
        using var execution = new SearchExecution(snapshot, asked, budget, now);
        var hits = execution.Page(request.Offset, request.Limit, null).Hits;
        var result = execution.Result(hits);
        budget.Relax(); // a hit that is shown says why
        result = result with { Hits = Explained(hits, terms) };
        return terms.Count > 0 ? result : result with { Parsed = null, Read = [] };
    }

    private IReadOnlyList<DistinctiveTerm> Choose()
    {
        try { return DistinctiveTerms.Choose(snapshot.View, article, budget); }
        catch (BudgetSpentException) { return []; }
    }

    private IReadOnlyList<Hit> Explained(IReadOnlyList<Hit> hits, IReadOnlyList<DistinctiveTerm> terms)
    {
        if (hits.Count == 0) return hits;
        var shared = new Dictionary<string, SharedTerms>();
        foreach (var segment in snapshot.View.Segments)
        {
            var matcher = new SegmentMatcher(segment, request.IncludeBoilerplate, budget);
            var ids = new SegmentTerms(segment.Reader, Schema.ArticleId);
            foreach (var hit in hits)
            {
                if (segment.ArticleOf(hit.Id, ids) is { } number) shared[hit.Id] = Shared([.. terms.Where(t => matcher.Articles(t.Bound)[number])]);
            }
        }
        return [.. hits.Select(h => h is ArticleHit a && shared.TryGetValue(h.Id, out var of) ? a with { Shared = of } : h)];
    }

    private static SharedTerms Shared(IReadOnlyList<DistinctiveTerm> terms) => new(
        [.. terms.Select(t => t.Actor).OfType<Actor>().Select(a => new SharedActor(a.Id, a.Type, a.Label))],
        [.. terms.Select(t => t.Node).OfType<WordNode>().Select(w => w.Text)]);
}
