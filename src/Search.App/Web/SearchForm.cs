using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Search.App.Web;

/// <summary>
/// The form of the search page. It sends what the address holds, and two date fields that become <c>published</c>: so an address with date
/// fields is answered with a redirect to the plain one, without what is empty or the default.
/// </summary>
internal static class SearchForm
{
    public const string From = "from";
    public const string To = "to";
    private static readonly (string Name, string Value)[] Defaults =
        [("unit", "article"), ("scope", "paragraph"), ("match", "all"), ("sort", "relevance")];

    /// <summary>The search that the form asks for; null when the address was not sent by the form.</summary>
    public static SearchLink? Read(string? query)
    {
        string? from = null, to = null;
        foreach (var pair in new QueryStringEnumerable(query))
        {
            if (pair.EncodedName.Span is From) from ??= pair.DecodeValue().ToString().Trim();
            if (pair.EncodedName.Span is To) to ??= pair.DecodeValue().ToString().Trim();
        }
        if (from is null && to is null) return null;
        var link = SearchLink.Read(query).Without("offset", "cursor");
        foreach (var (name, value) in Defaults)
        {
            if (link[name] == value) link = link.Without(name);
        }
        return (from + to) is "" or null ? link : link.Set("published", $"{from}..{to}");
    }

    /// <summary>
    /// The dates that the fields show, inclusive: whole days written <c>2024-05-02</c>. Both null for a span that days do not tell, such as <c>7d</c>:
    /// the form then carries it as it is.
    /// </summary>
    public static (string? From, string? To) Dates(string? published)
    {
        if (published is null) return (null, null);
        var dots = published.IndexOf("..", StringComparison.Ordinal);
        var first = dots < 0 ? published : published[..dots];
        var last = dots < 0 ? published : published[(dots + 2)..];
        var (from, to) = (Day(first, last: false), Day(last, last: true));
        return (first.Length > 0 && from is null) || (last.Length > 0 && to is null) ? (null, null) : (from, to);
    }

    /// <summary>The first or last day of a year, a month or a day.</summary>
    private static string? Day(string text, bool last)
    {
        foreach (var (format, months, days) in new[] { ("yyyy-MM-dd", 0, 1), ("yyyy-MM", 1, 0), ("yyyy", 12, 0) })
        {
            if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) continue;
            if (last && date.Year < 9999) date = date.AddMonths(months).AddDays(days - 1);
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        return null;
    }
}
