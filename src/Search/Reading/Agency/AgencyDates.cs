using Search.Articles;

namespace Search.Reading.Agency;

/// <summary>Dates as agencies write them: those of articles, and ISO 8601 in its basic form (<c>20061023T101500-0500</c>, <c>20061023</c>).</summary>
internal static class AgencyDates
{
    /// <summary>The date in UTC; null when it has none of the forms.</summary>
    public static DateTimeOffset? Of(string text) => ArticleDates.TryParse(Extended(text.Trim()), out var date) ? date : null;

    private static string Extended(string s)
    {
        if (s.Length < 8 || s.AsSpan(0, 8).ContainsAnyExceptInRange('0', '9')) return s;
        var day = $"{s[..4]}-{s[4..6]}-{s[6..8]}";
        if (s.Length == 8) return day;
        var digits = 9;
        while (digits < s.Length && char.IsAsciiDigit(s[digits])) digits++;
        var time = s[8] is 'T' or 't' or ' ' ? s[9..digits] : "";
        return time.Length switch
        {
            4 => $"{day}T{time[..2]}:{time[2..]}:00{s[digits..]}",
            6 => $"{day}T{time[..2]}:{time[2..4]}:{time[4..]}{s[digits..]}",
            _ => $"{day}{s[8..]}",
        };
    }
}
