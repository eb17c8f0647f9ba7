using Lucene.Net.QueryParsers.Flexible.Core.Nodes;
using Lucene.Net.QueryParsers.Flexible.Standard.Parser;

namespace Search.Searching.Query.LuceneSyntax;

/// <summary>
/// Reads queries in Lucene's syntax, as people bring them from other products, into the same tree as <see cref="QueryParser"/> makes. Lucene
/// only parses: words go through our own analysis, and no Lucene query is ever built.
/// </summary>
/// <remarks>
/// <see cref="StandardSyntaxParser"/> goes down once for every opening bracket and for nothing else, so the number of brackets is bounded before it is called.
/// Precedence is its own: NOT, AND, OR, and last of all words side by side: <c>a b OR c</c> = <c>a (b OR c)</c>.
/// </remarks>
internal static class LuceneReader
{
    /// <summary>Reads a query.</summary>
    /// <param name="text">Its text, whose length the caller bounds.</param>
    /// <param name="match">How words side by side are meant where neither <c>+</c> nor an operator says it.</param>
    /// <param name="strict">Whether a text that does not parse is refused instead of read as plain words.</param>
    /// <returns>
    /// The normal tree and what was odd. Refused in any case: regular expressions, boosts, fuzzy words over one letter, ranges but on
    /// <c>published</c>, unknown fields, and what is too large.
    /// </returns>
    public static ParsedQuery Parse(string text, MatchMode match, bool strict)
    {
        ArgumentNullException.ThrowIfNull(text);
        var notes = new QueryNotes(text, corrected => Sound(corrected, match) is not null);
        if (LuceneText.TooManyBrackets(text) is { } bracket)
        {
            notes.Refuse("query_too_complex", LuceneMessages.TooManyBrackets, bracket, 1);
            return notes.Result(null, strict);
        }
        var source = LuceneText.Prepare(text);
        if (string.IsNullOrWhiteSpace(source)) return ParsedQuery.Empty;
        var (tree, failure) = Tree(source);
        return tree is not null ? Read(tree, source, match, notes) : LuceneFailures.Result(failure!, text, source, match, strict);
    }

    /// <summary>The tree of a text that parses and is read without refusal or warning; else null.</summary>
    public static QueryNode? Sound(string text, MatchMode match)
    {
        var source = LuceneText.Prepare(text);
        if (string.IsNullOrWhiteSpace(source) || LuceneText.TooManyBrackets(text) is not null || Tree(source).Tree is not { } tree) return null;
        var notes = new QueryNotes(text);
        var root = Root(new LuceneTree(source, match, notes), tree, notes);
        return notes.AreNone ? root : null;
    }

    private static ParsedQuery Read(IQueryNode tree, string source, MatchMode match, QueryNotes notes)
    {
        var reading = new LuceneTree(source, match, notes);
        var root = Root(reading, tree, notes);
        return notes.Result(root, strict: false) with { MatchUse = reading.MatchUse };
    }

    private static QueryNode? Root(LuceneTree reading, IQueryNode tree, QueryNotes notes)
    {
        var root = reading.Read(tree);
        if (root is not null && QueryTree.Depth(root) > QueryLimits.Depth) notes.Refuse("query_too_complex", QueryMessages.TooDeep, root.Position, root.Length);
        return root;
    }

    /// <summary>The syntax alone: Lucene's tree, or what its parser threw.</summary>
    private static (IQueryNode? Tree, Exception? Failure) Tree(string source)
    {
        try
        {
            var tree = new StandardSyntaxParser(new FastCharStream(new StringReader(source))).TopLevelQuery("");
            return tree is null ? (null, new FormatException()) : (tree, null);
        }
        catch (Exception e)
        {
            // The parser is generated and promises no type of its own: whatever it throws is about this text.
            return (null, e);
        }
    }
}
