using Search.Searching.Matching;
using Search.Searching.Query;

namespace Search.Searching;

/// <summary>Tells how a query was read, clause by clause, with what its wildcards stand for.</summary>
internal static class ReadClauses
{
    private const int MostExpansions = 20;

    public static IReadOnlyList<ReadClause> Of(BoundQuery query) => [.. query.Clauses.Select(c => Of(c.Node, query.Expansions))];

    private static ReadClause Of(QueryNode node, IReadOnlyDictionary<QueryNode, IReadOnlyList<string>> expansions)
    {
        var parts = Parts(node).ToList();
        var expanded = parts.SelectMany(p => expansions.GetValueOrDefault(p) ?? []).Distinct().ToList();
        return new ReadClause(Op(node), node.ToString())
        {
            Distance = node switch
            {
                NearNode near => near.Distance,
                PhraseNode { Slop: > 0 } phrase => phrase.Slop,
                _ => null,
            },
            Words = [.. parts.OfType<WordNode>().Select(w => w.Text)],
            Expansions = [.. expanded.Take(MostExpansions)],
            ExpansionsTotal = expanded.Count,
        };
    }

    private static string Op(QueryNode node) => node switch
    {
        WordNode { Exact: true } => "exact",
        WordNode => "word",
        WildcardNode { Pattern: var p } when p.IndexOfAny(['*', '?']) == p.Length - 1 && p.EndsWith('*') => "prefix",
        WildcardNode => "wildcard",
        FuzzyNode => "fuzzy",
        ActorTokenNode => "actor",
        PhraseNode => "phrase",
        NearNode { Ordered: true } => "before",
        NearNode => "near",
        AndNode => "and",
        OrNode => "or",
        NotNode => "not",
        EverythingNode => "everything",
        _ => "field",
    };

    private static IEnumerable<QueryNode> Parts(QueryNode node) => node switch
    {
        PhraseNode phrase => phrase.Items,
        NearNode near => Parts(near.Left).Concat(Parts(near.Right)),
        AndNode and => and.Members.SelectMany(Parts),
        OrNode or => or.Members.SelectMany(Parts),
        NotNode not => Parts(not.Operand),
        PartNode part => Parts(part.Operand),
        _ => [node],
    };
}
