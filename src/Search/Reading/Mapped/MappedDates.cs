using System.Globalization;
using Search.Articles;

namespace Search.Reading.Mapped;

/// <summary>Dates as foreign data write them.</summary>
internal static class MappedDates
{
    private const string Unix = "unix";
    /// <summary>In seconds it would be the year 5138: a larger number counts milliseconds.</summary>
    private const double MostSeconds = 1e11;
    private static readonly string[] WithoutZone = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd"];

    /// <summary>Whether a format can be used: it gives a date that it reads again.</summary>
    public static bool IsFormat(string format)
    {
        if (format == Unix) return true;
        try
        {
            var some = new DateTimeOffset(2024, 5, 2, 8, 10, 0, TimeSpan.Zero).ToString(format, CultureInfo.InvariantCulture);
            return format.Contains('d', StringComparison.OrdinalIgnoreCase) && DateTimeOffset.TryParseExact(some, format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out _);
        }
        catch (FormatException) { return false; }
    }

    /// <summary>Reads a date, in UTC; false when it is none in the rule's format.</summary>
    public static bool TryParse(string text, FieldRule rule, out DateTimeOffset date)
    {
        date = default;
        if (rule.Format == Unix) return Seconds(text, out date);
        if (rule.Format is null)
        {
            return rule.Zone is not null && DateTime.TryParseExact(text, WithoutZone, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var plain)
                ? In(plain, rule.Zone, out date)
                : ArticleDates.TryParse(text, out date);
        }
        if (rule.Format.AsSpan().IndexOfAny('z', 'K') >= 0 && DateTimeOffset.TryParseExact(text, rule.Format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out date))
        {
            date = date.ToUniversalTime();
            return IsUsual(date.Year);
        }
        return DateTime.TryParseExact(text, rule.Format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local) && In(local, rule.Zone, out date);
    }

    /// <summary>Zeros and the like, which stand for no date in the systems that write them.</summary>
    public static bool IsNone(string text) => text.Length == 0 || text.All(c => c is '0' or '-' or ':' or '.' or '/' or ' ' or 'T' or 'Z');

    private static bool In(DateTime local, TimeZoneInfo? zone, out DateTimeOffset date)
    {
        date = default;
        if (!IsUsual(local.Year)) return false;
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        date = new DateTimeOffset(unspecified, zone?.GetUtcOffset(unspecified) ?? TimeSpan.Zero).ToUniversalTime();
        return true;
    }

    private static bool Seconds(string text, out DateTimeOffset date)
    {
        date = default;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return false;
        if (Math.Abs(number) > MostSeconds) number /= 1000;
        if (Math.Abs(number) > MostSeconds / 3) return false;
        date = DateTimeOffset.UnixEpoch.AddSeconds(number);
        return IsUsual(date.Year);
    }

    private static bool IsUsual(int year) => year is >= 1000 and <= 2999;
}
