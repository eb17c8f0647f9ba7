using Search.Text;

namespace Search.Searching.Query;

/// <summary>Builds normal trees: AND in AND and OR in OR lifted, groups of one gone, a double NOT gone.</summary>
internal static class QueryTree
{
    public static QueryNode And(List<QueryNode> members)
    {
        var flat = members.SelectMany(m => m is AndNode and ? and.Members : [m]).ToList();
        return flat.Count == 1 ? flat[0] : new AndNode(flat) { Position = Start(flat), Length = Length(flat) };
    }

    public static QueryNode Or(List<QueryNode> members)
    {
        var flat = members.SelectMany(m => m is OrNode or ? or.Members : [m]).ToList();
        return flat.Count == 1 ? flat[0] : new OrNode(flat) { Position = Start(flat), Length = Length(flat) };
    }

    /// <summary>The negation, from a position to the operand's end.</summary>
    public static QueryNode Not(QueryNode operand, int position) =>
        operand is NotNode not ? not.Operand : new NotNode(operand) { Position = position, Length = operand.Position + operand.Length - position };

    /// <summary>The node stands at places in a paragraph, so that a distance to it means something.</summary>
    public static bool IsPositional(QueryNode node) => node switch
    {
        WordNode or WildcardNode or FuzzyNode or ActorTokenNode or PhraseNode or NearNode => true,
        OrNode or => or.Members.All(IsPositional),
        _ => false,
    };

    /// <summary>The nodes that stand for words, places and filters, whatever holds them together.</summary>
    public static IEnumerable<QueryNode> Leaves(QueryNode node) => node switch
    {
        PhraseNode phrase => phrase.Items,
        NearNode near => Leaves(near.Left).Concat(Leaves(near.Right)),
        AndNode and => and.Members.SelectMany(Leaves),
        OrNode or => or.Members.SelectMany(Leaves),
        NotNode not => Leaves(not.Operand),
        PartNode part => Leaves(part.Operand),
        _ => [node],
    };

    /// <summary>How many words a leaf or a phrase asks for; what is cut inside (<c>peace-keeping</c>, ideographs) counts piece by piece.</summary>
    public static int Words(QueryNode node) => node switch
    {
        PhraseNode phrase => phrase.Items.Sum(Words),
        WordNode word => Pieces(word.Text),
        WildcardNode wildcard => Pieces(wildcard.Pattern.Replace('*', 'x').Replace('?', 'x')),
        FuzzyNode fuzzy => Pieces(fuzzy.Text),
        _ => 1,
    };

    /// <summary>Levels of the tree; a leaf is one.</summary>
    public static int Depth(QueryNode node) => node switch
    {
        AndNode and => 1 + and.Members.Max(Depth),
        OrNode or => 1 + or.Members.Max(Depth),
        NearNode near => 1 + Math.Max(Depth(near.Left), Depth(near.Right)),
        NotNode not => 1 + Depth(not.Operand),
        PartNode part => 1 + Depth(part.Operand),
        PhraseNode => 2,
        _ => 1,
    };

    private static int Start(List<QueryNode> members) => members.Min(m => m.Position);

    private static int Length(List<QueryNode> members) => members.Max(m => m.Position + m.Length) - Start(members);

    private static int Pieces(string text) => Math.Max(1, Tokenizer.Tokenize(text).Count);
}
