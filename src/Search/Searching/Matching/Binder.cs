using Search.Articles;
using Search.Searching.Query;

namespace Search.Searching.Matching;

/// <summary>A clause of the outermost AND, as written and as bound.</summary>
internal sealed record BoundClause(QueryNode Node, Bound Bound);

/// <summary>A request bound to a view of the index.</summary>
/// <param name="Root">What the query's text asks; everything when it asks nothing.</param>
/// <param name="Clauses">The members of the outermost AND, in order: what <c>read</c> lists and marks refer to.</param>
/// <param name="Filters">The filters by parameter.</param>
/// <param name="Expansions">What wildcards and fuzzy words stand for.</param>
internal sealed record BoundQuery(Bound Root, IReadOnlyList<BoundClause> Clauses, IReadOnlyList<BoundFilter> Filters, IReadOnlyDictionary<QueryNode, IReadOnlyList<string>> Expansions)
{
    /// <summary>In how many documents each single word of the query stands, about.</summary>
    public IReadOnlyDictionary<QueryNode, long> Frequencies { get; init; } = new Dictionary<QueryNode, long>();

    /// <summary>What stands for a query when the time runs out before it is bound: nothing is searched with it.</summary>
    public static BoundQuery Unbound { get; } = new(new BoundAny([]), [], [], new Dictionary<QueryNode, IReadOnlyList<string>>());
}

/// <summary>Binds a query to a view of the index.</summary>
internal sealed class Binder
{
    private readonly WordBinder words;
    private readonly FilterBinder filters;

    private readonly Budget budget;

    private Binder(IndexView index, SearchRequest request, DateTimeOffset now, Budget budget)
    {
        this.budget = budget;
        words = new WordBinder(index, request.WordLanguages ?? index.Languages, budget);
        filters = new FilterBinder(index, request, now, budget);
    }

    /// <exception cref="BindException">A wildcard stands for too much, a date is none.</exception>
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public static BoundQuery Bind(IndexView index, SearchRequest request, DateTimeOffset now, Budget budget)
    {
        var binder = new Binder(index, request, now, budget);
        var clauses = binder.Clauses(request.Query.Root);
        return new BoundQuery(Combine(clauses, MatchOf(request)), clauses, [.. binder.filters.Parameters()], binder.words.Expansions) { Frequencies = binder.words.Frequencies };
    }

    /// <summary>The query's text alone, without the filters by parameter.</summary>
    /// <inheritdoc cref="Bind(IndexView, SearchRequest, DateTimeOffset, Budget)"/>
    public static Bound Root(IndexView index, SearchRequest request, DateTimeOffset now, Budget budget) =>
        Combine(new Binder(index, request, now, budget).Clauses(request.Query.Root), MatchOf(request));

    private List<BoundClause> Clauses(QueryNode? root)
    {
        IReadOnlyList<QueryNode> members = root is AndNode and ? and.Members : root is null ? [] : [root];
        return [.. members.Select(m => new BoundClause(m, Node(m)))];
    }

    private static MatchMode MatchOf(SearchRequest request) => request.Query.MatchUse == MatchUse.Nothing ? MatchMode.All : request.Match;

    /// <summary>The clauses as one query, by how many of them must match.</summary>
    public static Bound Combine(IReadOnlyList<BoundClause> clauses, MatchMode mode)
    {
        if (clauses.Count == 0) return new BoundEverything();
        if (clauses.Count == 1) return clauses[0].Bound;
        if (mode == MatchMode.All) return new BoundAll([.. clauses.Select(c => c.Bound)]);
        var optional = clauses.Where(c => c.Node is not (NotNode or FilterNode)).DistinctBy(c => c.Node).Select(c => c.Bound).ToList();
        var required = clauses.Where(c => c.Node is NotNode or FilterNode).Select(c => c.Bound).ToList();
        if (optional.Count == 0) return new BoundAll(required);
        return new BoundSome(optional, mode == MatchMode.Any ? 1 : Math.Max(1, 2 * optional.Count / 3), required);
    }

    private Bound Node(QueryNode node)
    {
        budget.Check();
        return Bind(node);
    }

    private Bound Bind(QueryNode node) => node switch
    {
        WordNode word => words.Word(word) ?? new BoundEverything(),
        PhraseNode phrase => Phrase(phrase),
        NearNode near => new BoundNear(Place(near.Left), Place(near.Right), near.Distance, near.Ordered),
        AndNode and => new BoundAll([.. and.Members.Select(Node)]),
        OrNode or => new BoundAny([.. or.Members.Select(Node)]),
        NotNode not => new BoundNot(Node(not.Operand)),
        EverythingNode => new BoundEverything(),
        PartNode { Part: "title" } part => new BoundPart(ParagraphKind.Headline, Node(part.Operand)),
        PartNode { Part: "lead" } part => new BoundPart(ParagraphKind.Lead, Node(part.Operand)),
        PartNode part => BoundQuoted.Of(Node(part.Operand)),
        FilterNode filter => filters.InText(filter),
        _ => words.Leaf(node),
    };

    /// <summary>An operand of a near clause; one without any word stands nowhere.</summary>
    private Bound Place(QueryNode node) => Node(node) is var bound and not BoundEverything ? bound : new BoundLeaf([], "term");

    /// <summary>A phrase; without slop, two of its words also meet the same two written as one.</summary>
    private Bound Phrase(PhraseNode node)
    {
        var items = new List<BoundLeaf>();
        var forms = new List<string?>();
        foreach (var item in node.Items)
        {
            var leaves = words.Item(item);
            items.AddRange(leaves);
            forms.AddRange(item is WordNode { Exact: false } word ? Text.Tokenizer.Tokenize(word.Text).Select(t => Text.Tokenizer.Form(word.Text, t)) : leaves.Select(_ => (string?)null));
        }
        if (items.Count == 0) return new BoundEverything();
        if (items.Count == 1) return items[0];
        var phrase = new BoundPhrase(items, node.Slop);
        if (node.Slop > 0) return phrase;
        var readings = new List<Bound> { phrase };
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (forms[i] is not { } first || forms[i + 1] is not { } second) continue;
            var joined = words.Joined([first, second]);
            if (joined.Terms.Count == 0) continue;
            readings.Add(items.Count == 2 ? joined : new BoundPhrase([.. items[..i], joined, .. items[(i + 2)..]], 0));
        }
        return readings.Count == 1 ? phrase : new BoundAny(readings);
    }
}
