namespace Search.Searching.Query;

/// <summary>
/// What the reading of one query has met so far: oddities (warnings when lenient, the first one an error when strict), leaves, and the
/// refusal that ends the reading in both.
/// </summary>
internal sealed class QueryNotes(string text)
{
    private readonly List<Oddity> oddities = [];
    private int leaves;

    private sealed record Oddity(int Position, int Length, string Message, string[] Expected, string? Replacement);

    /// <summary>Set once a hard limit is passed; the tree is then worth nothing.</summary>
    public QueryError? Refusal { get; private set; }

    /// <summary>Notes an oddity.</summary>
    /// <param name="position">Where it stands.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="message">What was found and how it is read.</param>
    /// <param name="expected">What could have stood there.</param>
    /// <param name="replacement">Text that put in its place makes the query right.</param>
    public void Odd(int position, int length, string message, string[] expected, string? replacement = null) =>
        oddities.Add(new Oddity(position, length, message, expected, replacement));

    /// <summary>Counts leaves; too many are a refusal.</summary>
    public void Leaves(int count, int position, int length)
    {
        leaves += count;
        if (leaves > QueryLimits.Leaves) Refuse("query_too_complex", QueryMessages.TooManyLeaves, position, length);
    }

    /// <summary>Refuses the query; the first refusal stays.</summary>
    /// <param name="code">The contract's code.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="expected">What could have stood there.</param>
    /// <param name="replacement">Text that put in its place makes the query right.</param>
    public void Refuse(string code, string message, int position, int length, string[]? expected = null, string? replacement = null) =>
        Refusal ??= new QueryError(code, message, position, length, Part(position, length), expected ?? [], Corrected(position, length, replacement));

    /// <summary>The reading that these notes and a tree make.</summary>
    public ParsedQuery Result(QueryNode? root, bool strict)
    {
        if (Refusal is not null) return new ParsedQuery(null, [], Refusal);
        if (oddities.Count == 0) return new ParsedQuery(root, []);
        var ordered = oddities.OrderBy(o => o.Position).ToList();
        if (strict)
        {
            var first = ordered[0];
            var suggestion = Corrected(first.Position, first.Length, first.Replacement) ?? root?.ToString();
            return new ParsedQuery(null, [], new QueryError("query_syntax", first.Message, first.Position, first.Length, Part(first.Position, first.Length), first.Expected, suggestion));
        }
        return new ParsedQuery(root, ordered.Take(QueryLimits.Warnings).Select(o => new QueryWarning(o.Position, o.Length, o.Message, Corrected(o.Position, o.Length, o.Replacement))).ToList());
    }

    private string? Corrected(int position, int length, string? replacement)
    {
        if (replacement is null) return null;
        var corrected = string.Concat(text.AsSpan(0, position), replacement, text.AsSpan(position + length)).Trim();
        return corrected.Length > 0 ? corrected : null;
    }

    private string Part(int position, int length) => text.Substring(position, length);
}
