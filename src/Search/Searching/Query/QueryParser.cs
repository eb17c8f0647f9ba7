namespace Search.Searching.Query;

/// <summary>What was odd in a query and how it was read all the same.</summary>
public sealed record QueryWarning(int Position, int Length, string Message, string? Suggestion = null);

/// <summary>Why a query was refused.</summary>
public sealed record QueryError(string Code, string Message, int Position, int Length, string Found, IReadOnlyList<string> Expected, string? Suggestion);

/// <summary>A query as read: the tree (null when nothing is asked), or the error.</summary>
public sealed record ParsedQuery(QueryNode? Root, IReadOnlyList<QueryWarning> Warnings, QueryError? Error = null)
{
    public static ParsedQuery Empty { get; } = new(null, []);
}

/// <summary>Reads the query language.</summary>
public static class QueryParser
{
    /// <summary>Reads a query; lenient unless <paramref name="strict"/>: what does not parse is taken as plain words and reported.</summary>
    public static ParsedQuery Parse(string text, bool strict = false) => throw new NotSupportedException(text + strict);
}

/// <summary>Writes a tree in its canonical form.</summary>
public static class QueryPrinter
{
    public static string Print(QueryNode node) => throw new NotSupportedException(node.GetType().Name);
}
