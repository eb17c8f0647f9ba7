namespace Search.Searching.Query;

/// <summary>
/// Reads the query language: text → tokens → matching brackets → tree, each step one pass. The caller bounds the length of the text.
/// </summary>
public static class QueryParser
{
    /// <summary>Reads a query; lenient unless <paramref name="strict"/>: what does not parse is taken as plain words and reported.</summary>
    /// <returns>
    /// The normal tree and what was odd. Lenient, an error is only <c>query_too_complex</c> or <c>wildcard_too_broad</c>; strict, the first
    /// oddity is a <c>query_syntax</c> error. Words without letter or digit are dropped without notice in both.
    /// </returns>
    public static ParsedQuery Parse(string text, bool strict = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var notes = new QueryNotes(text);
        return notes.Result(Tree(text, notes), strict);
    }

    /// <summary>Whether a query is read without an oddity, lenient and strict.</summary>
    internal static bool IsSound(string text)
    {
        var notes = new QueryNotes(text);
        Tree(text, notes);
        return notes.AreNone;
    }

    private static QueryNode? Tree(string text, QueryNotes notes)
    {
        var tokens = new QueryLexer(text, notes).Read();
        if (notes.Refusal is not null) return null;
        tokens = QueryBrackets.Balance(tokens, notes);
        if (notes.Refusal is not null) return null;
        var root = new QueryGrammar(text, tokens, notes).Read();
        if (root is not null && QueryTree.Depth(root) > QueryLimits.Depth)
        {
            notes.Refuse("query_too_complex", QueryMessages.TooDeep, root.Position, root.Length);
        }
        return root;
    }
}
