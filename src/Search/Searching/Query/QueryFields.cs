using Search.Text;

namespace Search.Searching.Query;

/// <summary>The fields of the query language and how a field is recognised.</summary>
internal static class QueryFields
{
    private static readonly string[] Parts = ["title", "lead", "quote"];
    private static readonly string[] Filters = ["speaker", "actor", "topic", "source", "lang", "author", "url", "kind", "published"];

    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["site"] = "source",
        ["domain"] = "source",
        ["publisher"] = "source",
        ["headline"] = "title",
        ["language"] = "lang",
        ["by"] = "author",
        ["byline"] = "author",
        ["date"] = "published",
        ["entity"] = "actor",
        ["person"] = "actor",
        ["tag"] = "topic",
        ["link"] = "url",
        ["type"] = "kind",
    };

    /// <summary>All fields: those that search a part of the article, then those that take a whole value.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Parts, .. Filters];

    public static bool IsPart(string name) => Parts.Contains(name);

    public static bool IsFilter(string name) => Filters.Contains(name);

    /// <summary>
    /// The offset of the colon when a field name, known or not, begins here and something follows that could be a value or a group;
    /// also when a known name stands without a value. Else -1: <c>12:30</c>, <c>Ukraine: what</c>, <c>https://...</c>.
    /// </summary>
    public static int Colon(string text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '_')) at++;
        if (at == start || at >= text.Length || text[at] != ':') return -1;
        var name = text[start..at];
        if (Names.Contains(name)) return at;
        var known = Names.Contains(name.ToLowerInvariant());
        if (IsMissing(text, at)) return -1;
        return known || at + 2 >= text.Length || text[at + 1] != '/' || text[at + 2] != '/' ? at : -1;
    }

    /// <summary>Nothing stands right behind the colon.</summary>
    public static bool IsMissing(string text, int colon) =>
        colon + 1 >= text.Length || QueryText.IsBlank(text[colon + 1]) || text[colon + 1] == ')';

    /// <summary>The known name that an unknown one most likely means: what other search engines call it, or one that differs in two letters, of a short name in one.</summary>
    public static string? Nearest(string name)
    {
        name = name.ToLowerInvariant();
        if (Elsewhere.TryGetValue(name, out var known)) return known;
        if (name.Length > 12) return null;
        var best = Names.MinBy(n => Edits.Levenshtein(name, n))!;
        return Edits.Levenshtein(name, best) <= (name.Length > 3 ? 2 : 1) ? best : null;
    }
}
