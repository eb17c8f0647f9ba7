using System.Text;

namespace Search.Tests.House;

/// <summary>A link of a page, as written.</summary>
internal sealed record Link(string Page, string Target);

/// <summary>The links and headings of Markdown pages; what stands in code is none.</summary>
internal static class Markdown
{
    /// <summary>Targets of inline links and of reference definitions.</summary>
    public static IEnumerable<Link> Links(string page, string text)
    {
        var prose = Prose(text);
        for (var at = prose.IndexOf("](", StringComparison.Ordinal); at >= 0; at = prose.IndexOf("](", at + 2, StringComparison.Ordinal))
        {
            var end = prose.IndexOf(')', at);
            if (end > at) yield return new Link(page, Bare(prose[(at + 2)..end]));
        }
        foreach (var line in prose.Split('\n'))
        {
            var colon = line.IndexOf("]: ", StringComparison.Ordinal);
            if (colon > 0 && line[0] == '[') yield return new Link(page, Bare(line[(colon + 3)..]));
        }
    }

    /// <summary>The names by which links reach the headings of a page.</summary>
    public static IEnumerable<string> Anchors(string text) => Prose(text, keepSpans: true).Split('\n').Where(l => l.StartsWith('#')).Select(l => Anchor(l.TrimStart('#').Trim()));

    /// <summary>Why a link leads nowhere; null when it is alive or leaves the project.</summary>
    public static string? Dead(Link link)
    {
        if (link.Target.Contains("://", StringComparison.Ordinal) || link.Target.StartsWith("mailto:", StringComparison.Ordinal)) return null;
        var parts = Uri.UnescapeDataString(link.Target).Split('#', 2);
        var path = parts[0].Length == 0 ? Repository.At(link.Page) : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.At(link.Page))!, parts[0]));
        if (!path.StartsWith(Repository.Root, StringComparison.Ordinal)) return $"{link.Page}: {link.Target} leaves the project";
        if (!File.Exists(path) && !Directory.Exists(path)) return $"{link.Page}: {link.Target} does not exist";
        return parts.Length == 1 || Anchors(File.ReadAllText(path)).Contains(parts[1]) ? null : $"{link.Page}: {link.Target} names no heading";
    }

    private static string Bare(string target) => target.Trim().Split(' ', '\t')[0].Trim('<', '>');

    private static string Anchor(string heading) =>
        new([.. heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c)]);

    /// <summary>The text without fenced blocks and, unless kept, without code spans.</summary>
    private static string Prose(string text, bool keepSpans = false)
    {
        var prose = new StringBuilder(text.Length);
        var fenced = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) fenced = !fenced;
            else if (!fenced) prose.Append(keepSpans ? line : string.Concat(line.Split('`').Where((_, i) => i % 2 == 0))).Append('\n');
        }
        return prose.ToString();
    }
}
