namespace Search.Searching.Query;

/// <summary>
/// The syntax tree of a query: one for search, highlight, explain, export and alerts. Nodes are compared by meaning; where they stood in
/// the text (<see cref="Position"/>, <see cref="Length"/>) does not count.
/// </summary>
public abstract class QueryNode : IEquatable<QueryNode>
{
    /// <summary>Offset in the query's text, UTF-16 code units.</summary>
    public int Position { get; init; }

    /// <summary>Length in the query's text.</summary>
    public int Length { get; init; }

    /// <summary>The canonical text; parsing it gives an equal tree.</summary>
    public sealed override string ToString() => QueryPrinter.Print(this);

    public bool Equals(QueryNode? other) => other is not null && other.GetType() == GetType() && ToString() == other.ToString();
    public sealed override bool Equals(object? obj) => obj is QueryNode other && Equals(other);
    public sealed override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}

/// <summary>A word, stemmed in each language unless <see cref="Exact"/>. What the analyzer splits is read as a phrase.</summary>
public sealed class WordNode(string text, bool exact = false) : QueryNode
{
    public string Text { get; } = text;
    public bool Exact { get; } = exact;
}

/// <summary><c>wor*</c>, <c>wo?d</c>: words as written, folded; at least two letters lead.</summary>
public sealed class WildcardNode(string pattern) : QueryNode
{
    public string Pattern { get; } = pattern;
}

/// <summary><c>word~1</c>: one insertion, deletion, replacement or swap of neighbours; the first letter stays.</summary>
public sealed class FuzzyNode(string text) : QueryNode
{
    public string Text { get; } = text;
}

/// <summary><c>@china</c>, <c>@country:china</c>, <c>@person</c>: a mention of an actor, or of any actor of a type, at a place in the text.</summary>
public sealed class ActorTokenNode(string value) : QueryNode
{
    public string Value { get; } = value;
}

/// <summary><c>"a b"~slop</c>. Items are words, wildcards, fuzzy words and actor tokens.</summary>
public sealed class PhraseNode(IReadOnlyList<QueryNode> items, int slop = 0) : QueryNode
{
    public IReadOnlyList<QueryNode> Items { get; } = items;
    public int Slop { get; } = slop;
}

/// <summary><c>a NEAR/n b</c>, or in order <c>a BEFORE/n b</c>. Operands are positional: no AND, NOT or filter within.</summary>
public sealed class NearNode(QueryNode left, QueryNode right, int distance, bool ordered) : QueryNode
{
    public QueryNode Left { get; } = left;
    public QueryNode Right { get; } = right;
    public int Distance { get; } = distance;
    public bool Ordered { get; } = ordered;
}

/// <summary>All members hold; at least two members, none an AND itself.</summary>
public sealed class AndNode(IReadOnlyList<QueryNode> members) : QueryNode
{
    public IReadOnlyList<QueryNode> Members { get; } = members;
}

/// <summary>One member holds; at least two members, none an OR itself.</summary>
public sealed class OrNode(IReadOnlyList<QueryNode> members) : QueryNode
{
    public IReadOnlyList<QueryNode> Members { get; } = members;
}

/// <summary>The operand does not hold.</summary>
public sealed class NotNode(QueryNode operand) : QueryNode
{
    public QueryNode Operand { get; } = operand;
}

/// <summary><c>*</c>: every paragraph.</summary>
public sealed class EverythingNode : QueryNode;

/// <summary>
/// <c>title: lead: quote:</c> with an operand that is searched in that part of the article. <c>title</c> and <c>lead</c> hold for all paragraphs
/// of the article whose headline or lead satisfies the operand; <c>quote</c> holds for a paragraph whose quoted speech does.
/// </summary>
public sealed class PartNode(string part, QueryNode operand) : QueryNode
{
    public string Part { get; } = part;
    public QueryNode Operand { get; } = operand;
}

/// <summary><c>source: lang: author: url: kind: topic: actor: speaker: published:</c> with a whole value.</summary>
public sealed class FilterNode(string field, string value) : QueryNode
{
    public string Field { get; } = field;
    public string Value { get; } = value;
}
