using Search.Text;

namespace Search.Reading.Html;

/// <summary>The names in what pages say of their authors: <c>By Ann Lee and Bo Chan, Staff Writers</c>.</summary>
internal static class Bylines
{
    private const int LongestName = 80;
    private static readonly string[] Before = ["by ", "by: ", "from ", "written by ", "posted by ", "reported by ", "von ", "par ", "por ", "di ", "door ", "author: ", "autor: "];
    private static readonly string[] Between = [" and ", " & ", " und ", " et ", " y ", " e ", ";", "|", " / "];

    private static readonly string[] Offices = ["writer", "editor", "reporter", "correspondent", "staff", "contributor", "columnist", "press", "news", "bureau"];

    public static IReadOnlyList<string> Names(IEnumerable<string> told) => [.. told.SelectMany(Names).Where(IsName).Distinct(StringComparer.OrdinalIgnoreCase).Take(20)];

    private static IEnumerable<string> Names(string told)
    {
        var line = Clean.Line(told);
        foreach (var word in Before)
        {
            if (line.StartsWith(word, StringComparison.OrdinalIgnoreCase)) line = line[word.Length..];
        }
        var names = line.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(n => n.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is var parts && parts.Length > 1 && parts.All(IsWholeName) ? parts : [n.Split(',')[0].Trim()]);
    }

    /// <summary>Two to four words that all begin with a capital: names side by side, rather than a name and its office.</summary>
    private static bool IsWholeName(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 2 and <= 4 } words && words.All(w => !char.IsLower(w[0])) && !Offices.Contains(words[^1].ToLowerInvariant());

    private static bool IsName(string name) =>
        name.Length is > 1 and <= LongestName && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@') && !name.Contains('<')
        && name.Any(char.IsLetter) && !name.Any(char.IsAsciiDigit) && name.Split(' ').Length <= 8 && !name.EndsWith("admin", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
