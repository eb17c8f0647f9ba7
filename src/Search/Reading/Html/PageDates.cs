using System.Globalization;
using Search.Articles;
using Search.Text;

namespace Search.Reading.Html;

/// <summary>
/// Dates as pages show them: those of <see cref="ArticleDates"/>, seconds or milliseconds since 1970, and dates within other words, with the month's name in
/// English or in the page's language, or all in figures where these can mean only one day. Of the latter the day counts, as its time rarely has a zone.
/// </summary>
internal static class PageDates
{
    private const int FirstYear = 1900;
    private const int LastYear = 2999;
    private const int Longest = 200;
    private const int LongestAddress = 4096;

    public static DateTimeOffset? Parse(string? text, string? language)
    {
        if (text is null || text.Length > Longest) return null;
        var clean = Clean.Line(text);
        if (ArticleDates.TryParse(clean, out var date)) return date;
        if (clean.Length is 10 or 13 && long.TryParse(clean, NumberStyles.None, CultureInfo.InvariantCulture, out var since))
            return clean.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(since) : DateTimeOffset.FromUnixTimeMilliseconds(since);
        var parts = Parts(clean);
        return Named(parts, Months(language)) ?? Figures(clean, parts);
    }

    /// <summary>The day in an address: <c>/2024/05/02/</c>, <c>/2024-05-02-</c>; null when there is none.</summary>
    public static DateTimeOffset? OfAddress(string? url)
    {
        if (url is null || url.Length > LongestAddress || !Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        var path = uri.AbsolutePath;
        for (var at = 0; at + 9 < path.Length; at++)
        {
            if (path[at] is not ('/' or '-' or '_') || path[at + 5] is not ('/' or '-')) continue;
            var parts = path[(at + 1)..].Split(path[at + 5], '-', '_', '.');
            if (parts.Length >= 3 && Number(parts[0]) is { } year && Number(parts[1]) is { } month && Number(parts[2].Split('/')[0]) is { } day && Day(year, month, day) is { } date) return date;
        }
        return null;
    }

    /// <summary>Runs of letters and runs of digits.</summary>
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at])) while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            else while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '.' && at > start)) at++;
            if (at > start) parts.Add(text[start..at].TrimEnd('.'));
            else at++;
        }
        return parts;
    }

    /// <summary><c>2 May 2024</c>, <c>May 2, 2024</c>, <c>le 2 mai 2024</c>, <c>2. Mai 2024</c>.</summary>
    private static DateTimeOffset? Named(List<string> parts, Dictionary<string, int> months)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (!months.TryGetValue(Fold.Word(parts[i]), out var month)) continue;
            var before = i > 0 ? Number(Ordinal(parts, i - 1)) : null;
            var years = parts.Skip(i + 1).Take(3).Select(Number).Where(n => n is >= FirstYear and <= LastYear).ToList();
            if (years.Count == 0) continue;
            var after = i + 1 < parts.Count ? Number(parts[i + 1]) : null;
            var day = before is >= 1 and <= 31 ? before : after is >= 1 and <= 31 ? after : null;
            if (day is not null && Day(years[0]!.Value, month, day.Value) is { } date) return date;
        }
        return null;
    }

    /// <summary>The number before a month, a word between passed over: <c>2nd of May</c>, <c>2 de mayo</c>.</summary>
    private static string Ordinal(List<string> parts, int at)
    {
        for (var back = 0; back < 3 && at >= 0; back++, at--)
        {
            if (char.IsAsciiDigit(parts[at][0])) return parts[at];
        }
        return "";
    }

    /// <summary>The year first, or dots, or a day above twelve: else day and month cannot be told apart.</summary>
    private static DateTimeOffset? Figures(string text, List<string> parts)
    {
        for (var i = 0; i + 2 < parts.Count; i++)
        {
            if (Number(parts[i]) is not { } a || Number(parts[i + 1]) is not { } b || Number(parts[i + 2]) is not { } c) continue;
            if (a >= FirstYear && parts[i].Length == 4 && Day(a, b, c) is { } first) return first;
            if (parts[i + 2].Length != 4) continue;
            var isDotted = text.Contains($"{parts[i]}.{parts[i + 1]}.", StringComparison.Ordinal);
            if ((isDotted || a > 12 || a == b) && Day(c, b, a) is { } european) return european;
            if (b > 12 && Day(c, a, b) is { } american) return american;
        }
        return null;
    }

    private static Dictionary<string, int> Months(string? language)
    {
        var months = new Dictionary<string, int>();
        foreach (var culture in (CultureInfo[])[CultureInfo.InvariantCulture, Culture(language)])
        {
            var format = culture.DateTimeFormat;
            foreach (var names in (string[][])[format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, format.AbbreviatedMonthGenitiveNames])
            {
                for (var i = 0; i < 12; i++)
                {
                    if (names[i].TrimEnd('.') is { Length: > 2 } name) months.TryAdd(Fold.Word(name), i + 1);
                }
            }
        }
        months.TryAdd("sept", 9);
        return months;
    }

    private static CultureInfo Culture(string? language)
    {
        try { return string.IsNullOrEmpty(language) ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language, predefinedOnly: true); }
        catch (CultureNotFoundException) { return CultureInfo.InvariantCulture; }
    }

    private static int? Number(string text) => text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) : null;
}
