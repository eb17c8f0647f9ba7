using Search.Text;

namespace Search.Reading.Html;

/// <summary>The name of the site that a page belongs to.</summary>
internal static class SiteName
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: "];
    private const int Longest = 80;

    /// <summary>The told name that is like the host's; else the first told one; else the host without <c>www</c>. Slogans behind a name are cut off.</summary>
    public static string? Of(IEnumerable<string?> told, string? host)
    {
        List<string> names = [.. told.OfType<string>().Select(t => Clean.Line(t).Split(Separators, StringSplitOptions.None)[0].Trim()).Where(n => n.Length is > 1 and <= Longest)];
        var label = Letters((host ?? "").StartsWith("www.", StringComparison.Ordinal) ? host![4..] : host ?? "");
        var like = label.Length == 0 ? null : names.Find(n => Letters(n) is { Length: > 2 } letters && (label.Contains(letters, StringComparison.Ordinal) || letters.Contains(label.Split('.')[0], StringComparison.Ordinal)));
        return like ?? names.FirstOrDefault() ?? (host?.StartsWith("www.", StringComparison.Ordinal) == true ? host[4..] : host);
    }

    private static string Letters(string text) => Fold.Slug(text).Replace("-", "", StringComparison.Ordinal);
}
