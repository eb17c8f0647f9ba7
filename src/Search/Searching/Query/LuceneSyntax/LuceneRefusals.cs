using Lucene.Net.QueryParsers.Flexible.Core.Nodes;

namespace Search.Searching.Query.LuceneSyntax;

/// <summary>Refuses what parses but is not searched, each with its place. All answers are null, so that a reading may end with one.</summary>
internal sealed class LuceneRefusals(string source, QueryNotes notes)
{
    public QueryNode? Refuse(string message, LucenePlace at, string[]? expected = null, string? replacement = null)
    {
        notes.Refuse("query_syntax", message, at.Position, at.Length, expected, replacement);
        return null;
    }

    public QueryNode? TooBroad(LucenePlace at)
    {
        notes.Refuse("wildcard_too_broad", QueryMessages.WildcardTooBroad, at.Position, at.Length, ["two letters or digits"]);
        return null;
    }

    /// <summary>A node that this syntax is not known to have.</summary>
    public QueryNode? Unknown(int from) => Refuse(LuceneMessages.Unexpected(source[from..]), LucenePlace.Between(from, source.Length));

    /// <summary>A boost stands behind the last thing that it is about.</summary>
    public QueryNode? Boost(BoostQueryNode boost, int from)
    {
        IQueryNode last = boost;
        while (last is not FieldQueryNode && last.GetChildren() is { Count: > 0 } children) last = children[^1];
        var caret = source.IndexOf('^', last is FieldQueryNode field ? Math.Min(field.End, source.Length) : from);
        if (caret < 0) return Unknown(from);
        var end = LuceneText.SkipBlanks(source, caret + 1);
        while (end < source.Length && (char.IsAsciiDigit(source[end]) || source[end] == '.')) end++;
        return Refuse(LuceneMessages.Boost, LucenePlace.Between(caret, end), [], "");
    }

    public QueryNode? Regex(string pattern, int from)
    {
        var start = source.IndexOf("/" + pattern + "/", from, StringComparison.Ordinal);
        return Refuse(LuceneMessages.Regex, start < 0 ? LucenePlace.Between(from, source.Length) : new LucenePlace(start, pattern.Length + 2), ["a word", "\\/"]);
    }

    /// <summary>An unknown field; a colon that belongs to the text is most likely where nothing has a similar name.</summary>
    public void Field(string name, LucenePlace at, LucenePlace value)
    {
        var nearest = QueryFields.Nearest(name);
        var message = name == "_exists_" ? LuceneMessages.Exists(source[value.Position..value.End]) : LuceneMessages.UnknownField(name, nearest);
        var isText = at.Length == name.Length + 1 && at.End == value.Position && source[at.End - 1] is ':' or '=';
        var replacement = name == "_exists_" || at.Length == 0 ? null : nearest is not null ? nearest + ":" : isText ? $"{name}\\{source[at.End - 1]}" : null;
        Refuse(message, at.Length > 0 ? at : value, name == "_exists_" ? [] : [.. QueryFields.Names.Select(n => n + ":")], replacement);
    }
}
