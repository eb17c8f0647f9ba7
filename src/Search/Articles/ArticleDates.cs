using System.Globalization;

namespace Search.Articles;

/// <summary>
/// Dates as articles carry them: RFC 3339 (<c>2024-05-02T08:10:00Z</c>), a date alone, a time without a zone (read as UTC), and the
/// e-mail form of feeds (<c>Thu, 02 May 2024 08:10:00 +0200</c>), whose weekday is not checked.
/// </summary>
public static class ArticleDates
{
    /// <summary>What to write when a date was not understood.</summary>
    public const string Accepted = "2024-05-02T08:10:00Z, 2024-05-02T10:10:00+02:00, 2024-05-02 or Thu, 02 May 2024 08:10:00 GMT, in the years 1000 to 2999";

    /// <summary>What lies outside stands for no date in the systems that write it (0001-01-01, 9999-12-31).</summary>
    private const int FirstYear = 1000;
    private const int LastYear = 2999;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a date, in UTC; false when it has none of the forms or does not exist.</summary>
    public static bool TryParse(string? text, out DateTimeOffset date)
    {
        date = default;
        var s = (text ?? "").AsSpan().Trim();
        if (s.Length is < 8 or > 64) return false;
        return char.IsAsciiDigit(s[0]) && s.Length >= 10 && s[4] == '-' ? Iso(s, out date) : Mail(s, out date);
    }

    /// <summary>The form in which dates are written: RFC 3339 in UTC, a fraction only when there is one.</summary>
    public static string Write(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture).Replace(".Z", "Z", StringComparison.Ordinal);

    private static bool Iso(ReadOnlySpan<char> s, out DateTimeOffset date)
    {
        date = default;
        if (s[7] != '-' || !Number(s[..4], out var year) || !Number(s[5..7], out var month) || !Number(s[8..10], out var day)) return false;
        if (s.Length == 10) return Make(year, month, day, 0, 0, 0, 0, 0, out date);
        if (s[10] is not ('T' or 't' or ' ')) return false;
        var rest = s[11..];
        if (!Clock(ref rest, out var hour, out var minute, out var second)) return false;
        long fraction = 0;
        if (rest.Length > 1 && rest[0] is '.' or ',')
        {
            var digits = 1;
            for (var unit = TimeSpan.TicksPerSecond / 10; digits < rest.Length && char.IsAsciiDigit(rest[digits]); digits++, unit /= 10) fraction += (rest[digits] - '0') * unit;
            if (digits == 1) return false;
            rest = rest[digits..];
        }
        return Zone(rest.Trim(), out var offset) && Make(year, month, day, hour, minute, second, fraction, offset, out date);
    }

    private static bool Mail(ReadOnlySpan<char> s, out DateTimeOffset date)
    {
        date = default;
        var comma = s.IndexOf(',');
        if (comma >= 0) s = s[(comma + 1)..].TrimStart();
        else if (char.IsLetter(s[0]) && s.IndexOf(' ') is var space and > 0) s = s[(space + 1)..].TrimStart();
        if (!Next(ref s, out var part) || !Number(part, out var day)) return false;
        if (!Next(ref s, out part) || part.Length < 3) return false;
        var month = Array.IndexOf(Months, part[..3].ToString().ToLowerInvariant()) + 1;
        if (!Next(ref s, out part) || !Number(part, out var year)) return false;
        if (part.Length == 2) year += year < 70 ? 2000 : 1900;
        if (s.Length == 0) return Make(year, month, day, 0, 0, 0, 0, 0, out date);
        return Clock(ref s, out var hour, out var minute, out var second) && Zone(s.Trim(), out var offset)
            && Make(year, month, day, hour, minute, second, 0, offset, out date);
    }

    /// <summary><c>08:10</c> or <c>08:10:59</c>; a leap second counts as the one before.</summary>
    private static bool Clock(ref ReadOnlySpan<char> s, out int hour, out int minute, out int second)
    {
        (hour, minute, second) = (0, 0, 0);
        var colon = s.IndexOf(':');
        if (colon is not (1 or 2) || s.Length < colon + 3 || !Number(s[..colon], out hour) || !Number(s[(colon + 1)..(colon + 3)], out minute)) return false;
        s = s[(colon + 3)..];
        if (s.Length < 3 || s[0] != ':') return true;
        if (!Number(s[1..3], out second)) return false;
        if (second == 60) second = 59;
        s = s[3..];
        return true;
    }

    /// <summary>Minutes from UTC. No zone, and a name that is not known, is UTC.</summary>
    private static bool Zone(ReadOnlySpan<char> s, out int minutes)
    {
        minutes = 0;
        if (s.Length == 0) return true;
        if (s[0] is '+' or '-')
        {
            var digits = s[1..];
            var two = digits.Length == 2;
            if (!two && digits.Length is not (4 or 5) || digits.Length == 5 && digits[2] != ':') return false;
            if (!Number(digits[..2], out var hours)) return false;
            var rest = 0;
            if (!two && !Number(digits[^2..], out rest) || hours > 14 || rest > 59) return false;
            minutes = (s[0] == '-' ? -1 : 1) * (hours * 60 + rest);
            return true;
        }
        minutes = s.ToString().ToUpperInvariant() switch
        {
            "EST" or "CDT" => -300,
            "EDT" => -240,
            "CST" or "MDT" => -360,
            "MST" or "PDT" => -420,
            "PST" => -480,
            "CET" or "BST" => 60,
            "CEST" => 120,
            _ => 0,
        };
        foreach (var c in s)
        {
            if (!char.IsAsciiLetter(c)) return false;
        }
        return s.Length <= 5;
    }

    private static bool Make(int year, int month, int day, int hour, int minute, int second, long ticks, int offset, out DateTimeOffset date)
    {
        date = default;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return false;
        var utc = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + ticks - offset * TimeSpan.TicksPerMinute;
        date = new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    private static bool Next(ref ReadOnlySpan<char> s, out ReadOnlySpan<char> part)
    {
        var end = s.IndexOfAny(' ', '-');
        part = end < 0 ? s : s[..end];
        s = end < 0 ? [] : s[(end + 1)..].TrimStart();
        return part.Length > 0;
    }

    private static bool Number(ReadOnlySpan<char> s, out int value)
    {
        value = 0;
        if (s.Length is 0 or > 4) return false;
        foreach (var c in s)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }
}
