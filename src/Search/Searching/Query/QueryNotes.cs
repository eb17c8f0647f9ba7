using System.Text;

namespace Search.Searching.Query;

/// <summary>
/// What the reading of one query has met so far: oddities (warnings when lenient, the first one an error when strict), leaves, and the
/// refusal that ends the reading in both.
/// </summary>
/// <param name="text">The query.</param>
/// <param name="isSound">Whether a text reads without an oddity in the query's syntax, where that is not the product's own.</param>
internal sealed class QueryNotes(string text, Func<string, bool>? isSound = null)
{
    private readonly List<Oddity> oddities = [];
    private int leaves;

    private sealed record Oddity(int Position, int Length, string Message, string[] Expected, string? Replacement);

    /// <summary>Set once a hard limit is passed; the tree is then worth nothing.</summary>
    public QueryError? Refusal { get; private set; }

    /// <summary>Whether nothing was odd and nothing refused.</summary>
    public bool AreNone => Refusal is null && oddities.Count == 0;

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
        Refusal ??= new QueryError(code, message, position, length, Part(position, length), expected ?? [], Replaced(position, length, replacement));

    /// <summary>The reading that these notes and a tree make.</summary>
    public ParsedQuery Result(QueryNode? root, bool strict)
    {
        if (Refusal is not null) return new ParsedQuery(null, [], Refusal);
        if (oddities.Count == 0) return new ParsedQuery(root, []);
        var ordered = oddities.OrderBy(o => o.Position).ToList();
        if (strict)
        {
            var first = ordered[0];
            var suggestion = Corrected(first, root) ?? Canonical(root);
            return new ParsedQuery(null, [], new QueryError("query_syntax", first.Message, first.Position, first.Length, Part(first.Position, first.Length), first.Expected, suggestion));
        }
        return new ParsedQuery(root, ordered.Take(QueryLimits.Warnings).Select(o => new QueryWarning(o.Position, o.Length, o.Message, Corrected(o, root))).ToList());
    }

    /// <summary>
    /// The query without an oddity that has a correction; where others remain, without all of these; where some still remain, in its canonical
    /// form. It reads without a warning. Null when the oddity has no correction, or nothing would be left.
    /// </summary>
    private string? Corrected(Oddity oddity, QueryNode? root)
    {
        if (oddity.Replacement is null) return null;
        var alone = Replaced([oddity]);
        if (alone.Length == 0 || IsSound(alone)) return alone.Length == 0 ? null : alone;
        var all = Replaced(oddities.OrderBy(o => o.Position));
        return all.Length > 0 && IsSound(all) ? all : Canonical(root);
    }

    private bool IsSound(string query) => isSound is null ? QueryParser.IsSound(query) : isSound(query);

    /// <summary>The tree as text: in the product's own syntax, so it corrects no other.</summary>
    private string? Canonical(QueryNode? root) => isSound is null ? root?.ToString() : null;

    private string? Replaced(int position, int length, string? replacement)
    {
        if (replacement is null) return null;
        var corrected = string.Concat(text.AsSpan(0, position), replacement, text.AsSpan(position + length)).Trim();
        return corrected.Length > 0 ? corrected : null;
    }

    private string Replaced(IEnumerable<Oddity> odd)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var oddity in odd)
        {
            if (oddity.Replacement is null || oddity.Position < at) continue;
            result.Append(text, at, oddity.Position - at).Append(oddity.Replacement);
            at = oddity.Position + oddity.Length;
        }
        return result.Append(text, at, text.Length - at).ToString().Trim();
    }

    private string Part(int position, int length) => text.Substring(position, length);
}
