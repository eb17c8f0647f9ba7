namespace Search.Searching.Query;

/// <summary>What was odd in a query and how it was read all the same.</summary>
/// <param name="Position">Offset in the query, UTF-16 code units.</param>
/// <param name="Length">Length of the odd part.</param>
/// <param name="Message">What was found, and how it was read.</param>
/// <param name="Suggestion">The whole query, corrected, where one correction is likely.</param>
public sealed record QueryWarning(int Position, int Length, string Message, string? Suggestion = null);

/// <summary>Why a query was refused.</summary>
/// <param name="Code"><c>query_syntax</c>, <c>query_too_complex</c> or <c>wildcard_too_broad</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Position">Offset in the query, UTF-16 code units.</param>
/// <param name="Length">Length of the part at fault.</param>
/// <param name="Found">That part.</param>
/// <param name="Expected">What could have stood there; may be empty.</param>
/// <param name="Suggestion">The whole query, corrected; null when nothing would be left.</param>
public sealed record QueryError(string Code, string Message, int Position, int Length, string Found, IReadOnlyList<string> Expected, string? Suggestion);

/// <summary>A query as read: the tree (null when nothing is asked), or the error.</summary>
public sealed record ParsedQuery(QueryNode? Root, IReadOnlyList<QueryWarning> Warnings, QueryError? Error = null)
{
    internal MatchUse MatchUse { get; init; }

    /// <summary>Whether it asks for a time back from now.</summary>
    internal bool IsRelativeToNow => Root is not null && QueryTree.Leaves(Root).Any(l => l is FilterNode { Field: "published" } date && DateForms.IsRelative(date.Value));

    public static ParsedQuery Empty { get; } = new(null, []);
}

/// <summary>What <c>match</c> has to say about a query as read.</summary>
internal enum MatchUse
{
    /// <summary>How many members of the outermost AND must match.</summary>
    Counts,

    /// <summary>That, but the tree was made for the asked mode: for another one the text is read anew.</summary>
    CountsAsRead,

    /// <summary>Nothing: the text itself says what must match, and all members of the outermost AND do.</summary>
    Nothing,
}
