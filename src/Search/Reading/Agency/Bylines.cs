using Search.Text;

namespace Search.Reading.Agency;

/// <summary>The people of a byline: <c>By Ann Bell and Tom Reed, Staff Writers</c> is Ann Bell and Tom Reed.</summary>
internal static class Bylines
{
    /// <summary>In characters: what is longer is no name.</summary>
    private const int Longest = 60;
    private static readonly string[] Before = ["by ", "by: ", "von ", "par ", "por ", "av ", "af ", "di ", "door ", "tekst: ", "text: "];
    private static readonly string[] Between = [" and ", " & ", " und ", " et ", " y ", " og ", " och ", " ja "];
    private static readonly string[] Nobody = ["staff reporter", "staff writer", "staff", "newsroom", "reporters", "correspondent"];

    /// <summary>Whether a line of text is nothing but a byline.</summary>
    public static bool Is(string line) => line.StartsWith("By ", StringComparison.Ordinal) && line.Length <= Longest && line[^1] is not ('.' or '?' or '!' or ':') && Authors(line).Any(a => a.Contains(' ', StringComparison.Ordinal) && a.Split(' ').All(w => char.IsUpper(w[0])));

    /// <summary>The names in order. Behind a comma stands where one works, unless the byline is a list. Initials of desks are no names.</summary>
    public static IEnumerable<string> Authors(string byline)
    {
        var text = Clean.Line(byline).Trim(' ', ',', ';');
        var prefix = Array.Find(Before, b => text.StartsWith(b, StringComparison.OrdinalIgnoreCase));
        if (prefix is not null) text = text[prefix.Length..];
        var parts = text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var last = Array.FindLastIndex(parts, p => Array.Exists(Between, b => p.Contains(b, StringComparison.OrdinalIgnoreCase)));
        foreach (var part in parts.Take(Math.Max(last + 1, 1)))
        {
            foreach (var name in part.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var only = name.Split(" / ")[0].Trim();
                if (IsName(only)) yield return only;
            }
        }
    }

    private static bool IsName(string name) => name.Length is > 2 and <= Longest && !name.Contains('@', StringComparison.Ordinal) && !name.Contains("://", StringComparison.Ordinal)
        && name.Any(char.IsUpper) && !Nobody.Contains(name, StringComparer.OrdinalIgnoreCase);
}
