using Search.Text;

namespace Search.Reading.Html;

/// <summary>Chooses the headline of a page among what its parts say, without the site's name.</summary>
internal static class PageTitle
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " / ", " ‹ ", " « "];

    private const int Longest = 1000;

    /// <param name="told">What the parts of the page say, the most trusted first.</param>
    /// <param name="shown">The headline as it is shown in the page, if it is.</param>
    /// <param name="window">The title of the window, which often has the site's name or the section after the headline.</param>
    /// <param name="site">The site's name, if known.</param>
    /// <param name="host">The site's host, if known.</param>
    public static string? Of(IEnumerable<string?> told, string? shown, string? window, string? site, string? host)
    {
        List<string> all = [.. told.Append(shown).Append(Shorter(window, shown)).OfType<string>().Select(Clean.Line).Where(t => t.Length <= Longest).Select(t => WithoutSite(t, site, host)).Where(t => t.Length > 0 && !IsSite(t, site, host))];
        if (all.Count == 0) return null;
        var title = all[0];
        // One that was cut short has a longer twin; one with an author or a section beside it has a shorter.
        var cut = title.TrimEnd('…', '.', ' ');
        if (title.EndsWith('…') || title.EndsWith("...", StringComparison.Ordinal)) return all.Find(t => t.Length > title.Length && t.StartsWith(cut, StringComparison.OrdinalIgnoreCase) && !t.StartsWith(title, StringComparison.Ordinal)) ?? title;
        return all.Find(t => t.Length < title.Length && Separators.Any(s => title.StartsWith(t + s, StringComparison.OrdinalIgnoreCase) || title.EndsWith(s + t, StringComparison.OrdinalIgnoreCase))) ?? title;
    }

    /// <summary>The title of a window without its last part, where the headline that is shown does not contradict: most sites put their name there.</summary>
    private static string? Shorter(string? window, string? shown)
    {
        if (window is null || shown is not null && window.Contains(shown, StringComparison.OrdinalIgnoreCase)) return window;
        foreach (var separator in Separators.Take(5))
        {
            var at = window.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && Words(window[..at]) >= 3 && Words(window[(at + separator.Length)..]) <= 5) return window[..at];
        }
        return window;
    }

    private static string WithoutSite(string title, string? site, string? host)
    {
        for (var isFound = true; isFound;)
        {
            isFound = false;
            foreach (var separator in Separators)
            {
                var last = title.LastIndexOf(separator, StringComparison.Ordinal);
                var first = title.IndexOf(separator, StringComparison.Ordinal);
                if (last > 0 && IsSite(title[(last + separator.Length)..], site, host)) (title, isFound) = (title[..last].Trim(), true);
                else if (first > 0 && IsSite(title[..first], site, host)) (title, isFound) = (title[(first + separator.Length)..].Trim(), true);
            }
        }
        return title;
    }

    /// <summary>Whether a text is the site's name or a part of it, or the name in the site's host.</summary>
    private static bool IsSite(string text, string? site, string? host)
    {
        var slug = Fold.Slug(text).Replace("-", "", StringComparison.Ordinal);
        if (slug.Length < 2) return false;
        var named = Fold.Slug(site ?? "").Replace("-", "", StringComparison.Ordinal);
        if (named.Length > 1 && (named == slug || named.StartsWith(slug, StringComparison.Ordinal) && slug.Length > 3 || slug.StartsWith(named, StringComparison.Ordinal) && slug.Length <= named.Length + 4)) return true;
        var labels = (host ?? "").Split('.').SkipLast(1).Where(l => l is not ("www" or "m" or "news" or "co" or "com"));
        return labels.Any(l => l.Replace("-", "", StringComparison.Ordinal) == slug) || host is not null && slug == Fold.Slug(host).Replace("-", "", StringComparison.Ordinal);
    }

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
