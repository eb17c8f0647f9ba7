using Lucene.Net.QueryParsers.Flexible.Core.Nodes;

namespace Search.Searching.Query.LuceneSyntax;

/// <summary>
/// Says what clauses in one list mean together. As in Lucene, a sign says more than an operator: <c>-</c> leaves out, <c>+</c> and AND require,
/// and once something is required, the rest only adds to the score, written <c>(b OR *)</c> in our tree. OR asks for one; clauses side by side
/// without any of these follow <c>match</c>.
/// </summary>
internal sealed class LuceneGroups(MatchMode match, QueryNotes notes)
{
    private bool followsMatchInside;

    /// <summary>What <c>match</c> has to say, once the outermost list is read.</summary>
    public MatchUse MatchUse { get; private set; } = MatchUse.Nothing;

    /// <summary>The list as a tree; null when it is empty.</summary>
    public QueryNode? Read(IQueryNode list, List<LuceneClause> clauses, bool outermost)
    {
        if (clauses.Count == 0) return null;
        if (list is AndQueryNode || clauses.Exists(c => c.Sign == LuceneSign.Plus)) return Required(list, clauses);
        if (list is OrQueryNode) return Or(clauses);
        return outermost ? Outermost(clauses) : SideBySide(clauses);
    }

    private QueryNode Required(IQueryNode list, List<LuceneClause> clauses)
    {
        var and = list is AndQueryNode;
        var members = clauses.Where(c => and || c.Sign != LuceneSign.None).Select(Signed).ToList();
        var optional = and ? [] : clauses.Where(c => c.Sign == LuceneSign.None).Select(c => c.Node).ToList();
        foreach (var node in optional.Where(n => !Scores(n))) notes.Odd(node.Position, node.Length, LuceneMessages.Decides(node.ToString()), []);
        optional.RemoveAll(n => !Scores(n));
        if (optional.Count > 0) members.Add(QueryTree.Or([.. optional, new EverythingNode { Position = optional[^1].Position, Length = optional[^1].Length }]));
        return QueryTree.And(members);
    }

    private QueryNode Or(List<LuceneClause> clauses)
    {
        var either = clauses.Where(c => c.Sign == LuceneSign.None).Select(c => c.Node).ToList();
        var left = clauses.Where(c => c.Sign == LuceneSign.Minus).ToList();
        if (either.Count == 0) return QueryTree.And([.. left.Select(Signed)]);
        if (left.Count == 0) return QueryTree.Or(either);
        foreach (var clause in left) notes.Odd(clause.Node.Position, clause.Node.Length, LuceneMessages.NotBesideOr, []);
        return QueryTree.And([QueryTree.Or(either), .. left.Select(Signed)]);
    }

    /// <summary>Counted when the search is carried out, unless our tree would take a group among the clauses apart.</summary>
    private QueryNode Outermost(List<LuceneClause> clauses)
    {
        var apart = clauses.Count > 1 && clauses.Exists(c => c is { Sign: LuceneSign.None, Node: AndNode });
        if (!apart)
        {
            MatchUse = followsMatchInside ? MatchUse.CountsAsRead : MatchUse.Counts;
            return QueryTree.And([.. clauses.Select(Signed)]);
        }
        if (match == MatchMode.Most) notes.Odd(clauses[0].Node.Position, clauses[0].Node.Length, LuceneMessages.MostOfGroups, []);
        return SideBySide(clauses);
    }

    /// <summary>All, or with <c>match=any</c> one; filters and what is left out hold in any case.</summary>
    private QueryNode SideBySide(List<LuceneClause> clauses)
    {
        var counted = clauses.Where(c => c.Sign == LuceneSign.None && c.Node is not (FilterNode or NotNode)).ToList();
        if (counted.Count > 1) followsMatchInside = true;
        if (match != MatchMode.Any || counted.Count < 2) return QueryTree.And([.. clauses.Select(Signed)]);
        return QueryTree.And([QueryTree.Or([.. counted.Select(c => c.Node)]), .. clauses.Except(counted).Select(Signed)]);
    }

    private static QueryNode Signed(LuceneClause clause) => clause.Sign == LuceneSign.Minus ? QueryTree.Not(clause.Node, clause.Node.Position) : clause.Node;

    /// <summary>Some word in it adds to a score.</summary>
    private static bool Scores(QueryNode node) => node switch
    {
        AndNode and => and.Members.Any(Scores),
        OrNode or => or.Members.Any(Scores),
        PartNode part => Scores(part.Operand),
        NotNode or FilterNode or EverythingNode => false,
        _ => true,
    };
}
