using Search.Searching.Matching;
using Search.Searching.Query;

namespace Search.Searching;

/// <summary>Tells how a query was read, clause by clause, with what its wildcards stand for.</summary>
internal static class ReadClauses
{
    private const int MostExpansions = 20;

    public static IReadOnlyList<ReadClause> Of(QueryNode? root, BoundQuery query) => [.. QueryClause.Of(root).Select(c => Of(c, query.Expansions))];

    private static ReadClause Of(QueryClause clause, IReadOnlyDictionary<QueryNode, IReadOnlyList<string>> expansions)
    {
        var expanded = QueryTree.Leaves(clause.Node).SelectMany(p => expansions.GetValueOrDefault(p) ?? []).Distinct().ToList();
        return new ReadClause(clause.Op, clause.Text)
        {
            Distance = clause.Distance ?? clause.Slop,
            Words = clause.Words,
            Expansions = [.. expanded.Take(MostExpansions)],
            ExpansionsTotal = expanded.Count,
        };
    }
}
