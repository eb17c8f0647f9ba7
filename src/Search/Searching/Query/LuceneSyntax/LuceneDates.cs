using System.Globalization;

namespace Search.Searching.Query.LuceneSyntax;

/// <summary>Ranges of dates as our one value for them. An end that is left out leaves out all that it says: <c>{2024 TO *]</c> begins with 2025.</summary>
internal static class LuceneDates
{
    /// <summary>An end of a range as written.</summary>
    public readonly record struct End(string Text, bool IsIncluded)
    {
        public bool IsOpen => Text is "*" or "";
    }

    /// <summary>The value for <c>published:</c>; else the end that is no date, or null in both when no end says anything.</summary>
    public static (string? Value, End? Odd) Span(End from, End to)
    {
        if (Back(from.Text) is { } back && (to.IsOpen || to.Text == "now")) return (back, null);
        var last = to.IsOpen || to.Text == "now" ? "" : Date(to, -1);
        if (last is null) return (null, to);
        var first = from.IsOpen ? "" : Date(from, 1);
        if (first is null) return (null, from);
        if (first.Length + last.Length == 0) return (null, to.Text == "now" ? to : null);
        return (first == last ? first : $"{first}..{last}", null);
    }

    private static string? Date(End end, int inwards) => DateForms.Step(Whole(end.Text), end.IsIncluded ? 0 : inwards);

    /// <summary>Without fractions of a second, which other products write and dates here do not have: <c>2024-05-02T08:10:00.000Z</c>.</summary>
    private static string Whole(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || text[^1] != 'Z') return text;
        var fraction = text.AsSpan(dot + 1, text.Length - dot - 2);
        return fraction.Length > 0 && fraction.IndexOfAnyExceptInRange('0', '9') < 0 ? text[..dot] + "Z" : text;
    }

    /// <summary><c>now-7d</c> as <c>7d</c>; hours, days, weeks, months (M) and years.</summary>
    private static string? Back(string text)
    {
        if (!text.StartsWith("now-", StringComparison.Ordinal) || text.Length < 6) return null;
        var unit = text[^1] switch { 'h' or 'd' or 'w' or 'y' => text[^1], 'M' => 'm', _ => '\0' };
        if (unit == '\0' || !int.TryParse(text.AsSpan(4, text.Length - 5), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var back = string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");
        return DateForms.Read(back, TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch.AddYears(1500)) is null ? null : back;
    }
}
