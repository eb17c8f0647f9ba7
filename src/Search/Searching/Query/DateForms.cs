using System.Globalization;

namespace Search.Searching.Query;

/// <summary>Reads the contract's forms of dates: <c>2024</c>, <c>2024-01..2024-03</c>, <c>2024-05-02..</c>, <c>7d</c>.</summary>
internal static class DateForms
{
    /// <summary>What a bad value is told.</summary>
    public const string Forms = "a year, month, week, day or time (2024, 2024-03, 2024-W10, 2024-03-05, 2024-03-05T14:00), two of them with .. between, one with .. before or after, or a time back from now (36h, 7d, 2w, 3m, 1y)";

    private static readonly string[] Formats = ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-dd'T'HH", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    private static readonly (string Format, TimeSpan Width)[] Zones = [("yyyy-MM-dd'T'HH:mmzzz", TimeSpan.FromMinutes(1)), ("yyyy-MM-dd'T'HH:mm:sszzz", TimeSpan.FromSeconds(1))];

    /// <summary>The span; both ends are meant to the end of what is written. Null when the text is none of the forms.</summary>
    public static DateSpan? Read(string text, TimeZoneInfo zone, DateTimeOffset now)
    {
        text = text.Trim();
        if (Back(text, now) is { } since) return new DateSpan(since, null);
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return One(text, zone);
        var (from, to) = (text[..dots], text[(dots + 2)..]);
        if (from.Length == 0 && to.Length == 0) return null;
        var first = from.Length > 0 ? One(from, zone) : new DateSpan(null, null);
        var last = to.Length > 0 ? One(to, zone) : new DateSpan(null, null);
        return first is null || last is null ? null : new DateSpan(first.From, last.To);
    }

    /// <summary>Whether the text is one of the forms; neither the zone nor the time of asking decides that.</summary>
    public static bool AreDates(string text) => Read(text, TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch) is not null;

    private static DateSpan? One(string text, TimeZoneInfo zone)
    {
        if (Week(text) is { } monday) return new DateSpan(At(monday, zone), At(monday.AddDays(7), zone));
        for (var i = 0; i < Formats.Length; i++)
        {
            if (!DateTime.TryParseExact(text, Formats[i], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) continue;
            if (local.Year is < 2 or > 9990) return null;
            var end = Later(local, i, 1);
            var where = i >= 6 ? TimeZoneInfo.Utc : zone;
            return new DateSpan(At(local, where), At(end, where));
        }
        return Zoned(text, Zones[0].Format, Zones[0].Width) ?? Zoned(text, Zones[1].Format, Zones[1].Width);
    }

    /// <summary>The Monday of a week as buckets name it: <c>2024-W18</c>.</summary>
    private static DateTime? Week(string text)
    {
        if (text.Length != 8 || text[4..6] is not "-W") return null;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)) return null;
        return year is < 2 or > 9990 || week < 1 || week > ISOWeek.GetWeeksInYear(year) ? null : ISOWeek.ToDateTime(year, week, DayOfWeek.Monday);
    }

    /// <summary>The date moved by so many of the units that it is written in: years, months, days, hours, minutes or seconds. Null when the text is no single date.</summary>
    internal static string? Step(string text, int by)
    {
        for (var i = 0; i < Formats.Length; i++)
        {
            if (!DateTime.TryParseExact(text, Formats[i], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) continue;
            return local.Year is < 3 or > 9989 ? null : Later(local, i, by).ToString(Formats[i], CultureInfo.InvariantCulture);
        }
        foreach (var (format, width) in Zones)
        {
            if (!DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) continue;
            return time.Year is < 3 or > 9989 ? null : (time + (by * width)).ToString(format, CultureInfo.InvariantCulture);
        }
        return null;
    }

    private static DateTime Later(DateTime local, int format, int units) => format switch
    {
        0 => local.AddYears(units),
        1 => local.AddMonths(units),
        2 => local.AddDays(units),
        3 => local.AddHours(units),
        4 or 6 => local.AddMinutes(units),
        _ => local.AddSeconds(units),
    };

    private static DateSpan? Zoned(string text, string format, TimeSpan width) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is >= 2 and <= 9990 ? new DateSpan(time, time + width) : null;

    /// <summary>A local time as a moment: of one that a clock change leaves out the moment of the change, of one that comes twice the first.</summary>
    internal static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local)) local = AfterGap(local, zone);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateTime AfterGap(DateTime local, TimeZoneInfo zone)
    {
        local = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        return local;
    }

    /// <summary>Whether a text is a time back from now, which means another span at every moment.</summary>
    public static bool IsRelative(string text) => Back(text.Trim(), new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero)) is not null;

    private static DateTimeOffset? Back(string text, DateTimeOffset now)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n > 100_000) return null;
        return text[^1] switch
        {
            'h' => now.AddHours(-n),
            'd' => now.AddDays(-n),
            'w' => now.AddDays(-7.0 * n),
            'm' when n <= 12_000 => now.AddMonths(-n),
            'y' when n <= 1_000 => now.AddYears(-n),
            _ => null,
        };
    }
}
