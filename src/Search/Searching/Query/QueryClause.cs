namespace Search.Searching.Query;

/// <summary>How one member of the outermost AND was read, for people and clients to see.</summary>
internal sealed class QueryClause
{
    private QueryClause(QueryNode node)
    {
        Node = node;
        Text = node.ToString();
        Words = [.. QueryTree.Leaves(node).OfType<WordNode>().Select(w => QueryText.TrimPunctuation(w.Text)).Distinct()];
    }

    /// <summary>The part of the tree that this is about.</summary>
    public QueryNode Node { get; }

    /// <summary><c>word exact phrase near before prefix wildcard fuzzy actor or not field everything</c>; <c>and</c> only for a tree that is not normal.</summary>
    public string Op => Node switch
    {
        WordNode { Exact: true } => "exact",
        WordNode => "word",
        PhraseNode => "phrase",
        NearNode { Ordered: true } => "before",
        NearNode => "near",
        WildcardNode wildcard => wildcard.Pattern.IndexOfAny(['*', '?']) == wildcard.Pattern.Length - 1 && wildcard.Pattern[^1] == '*' ? "prefix" : "wildcard",
        FuzzyNode => "fuzzy",
        ActorTokenNode => "actor",
        OrNode => "or",
        NotNode => "not",
        AndNode => "and",
        EverythingNode => "everything",
        _ => "field",
    };

    /// <summary>The distance of NEAR and BEFORE, in words.</summary>
    public int? Distance => Node is NearNode near ? near.Distance : null;

    /// <summary>The slop of a phrase that has one, in moves.</summary>
    public int? Slop => Node is PhraseNode { Slop: > 0 } phrase ? phrase.Slop : null;

    /// <summary>The canonical text.</summary>
    public string Text { get; }

    /// <summary>The plain and exact words in it, each once, in order, without punctuation around them.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>One clause for each member of the outermost AND, or one for any other tree; none for no tree.</summary>
    public static IReadOnlyList<QueryClause> Of(QueryNode? root) => root switch
    {
        null => [],
        AndNode and => [.. and.Members.Select(m => new QueryClause(m))],
        _ => [new QueryClause(root)],
    };
}
