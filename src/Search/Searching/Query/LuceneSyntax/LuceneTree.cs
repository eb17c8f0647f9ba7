using Lucene.Net.QueryParsers.Flexible.Core.Nodes;

namespace Search.Searching.Query.LuceneSyntax;

/// <summary>Makes our tree of Lucene's, on a stack of its own. Stops at the first refusal; the tree is then worth nothing.</summary>
internal sealed class LuceneTree(string source, MatchMode match, QueryNotes notes)
{
    private readonly LuceneLeaf leaf = new(source, notes);
    private readonly LuceneGroups groups = new(match, notes);

    /// <summary>A list of clauses that is being read.</summary>
    /// <param name="List">It.</param>
    /// <param name="Sign">What stands before it.</param>
    private sealed record Frame(IQueryNode List, LuceneSign Sign)
    {
        public IReadOnlyList<IQueryNode> Children { get; } = [.. List is ModifierQueryNode ? [List] : List.GetChildren()];
        public List<LuceneClause> Clauses { get; } = [];
        public int Next { get; set; }
    }

    /// <summary>What <c>match</c> has to say about the tree.</summary>
    public MatchUse MatchUse => groups.MatchUse;

    /// <summary>The tree; null when nothing is asked.</summary>
    public QueryNode? Read(IQueryNode root)
    {
        root = Ungrouped(root);
        if (!IsList(root)) return leaf.Read(root);
        var open = new Stack<Frame>([new Frame(root, LuceneSign.None)]);
        QueryNode? result = null;
        while (notes.Refusal is null && open.TryPeek(out var frame))
        {
            if (frame.Next < frame.Children.Count)
            {
                Enter(frame.Children[frame.Next++], frame, open);
                continue;
            }
            open.Pop();
            result = groups.Read(frame.List, frame.Clauses, outermost: open.Count == 0);
            if (result is not null && open.TryPeek(out var outer)) outer.Clauses.Add(new LuceneClause(frame.Sign, result));
        }
        return result;
    }

    private void Enter(IQueryNode child, Frame frame, Stack<Frame> open)
    {
        var (sign, node) = Signed(child);
        if (IsList(node)) open.Push(new Frame(node, sign));
        else if (leaf.Read(node) is { } read) frame.Clauses.Add(new LuceneClause(sign, read));
    }

    private static (LuceneSign Sign, IQueryNode Node) Signed(IQueryNode node)
    {
        if (node is not ModifierQueryNode modifier) return (LuceneSign.None, Ungrouped(node));
        return (modifier.Modifier == Modifier.MOD_REQ ? LuceneSign.Plus : LuceneSign.Minus, Ungrouped(modifier.GetChild()));
    }

    private static IQueryNode Ungrouped(IQueryNode node)
    {
        while (node is GroupQueryNode group) node = group.GetChild();
        return node;
    }

    /// <summary>Clauses side by side, or one with a sign.</summary>
    private static bool IsList(IQueryNode node) => node is BooleanQueryNode or ModifierQueryNode;
}
