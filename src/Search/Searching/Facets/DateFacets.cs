using System.Globalization;
using Search.Searching.Matching;
using Search.Searching.Query;

namespace Search.Searching.Facets;

/// <summary>Counts articles and paragraphs by time, in buckets of the caller's time zone.</summary>
internal static class DateFacets
{
    /// <summary>More buckets than these are refused.</summary>
    public const int MostBuckets = 20_000;
    private const int AutoBuckets = 60;

    /// <exception cref="BindException">The interval is too fine for the time that the articles span.</exception>
    public static DateFacet Of(FacetRequest facet, TimeZoneInfo zone, IReadOnlyList<MatchSets> segments)
    {
        var dated = new DatedArticles();
        foreach (var sets in segments) dated.Add(sets.Matcher.Segment.Columns, sets.ArticlesFor(FacetField.Published));
        if (dated.IsEmpty) return new DateFacet { Field = FacetField.Published, Interval = facet.Interval == DateInterval.Auto ? DateInterval.Day : facet.Interval, Missing = dated.Missing };
        var (first, last) = (DateTimeOffset.FromUnixTimeSeconds(dated.First), DateTimeOffset.FromUnixTimeSeconds(dated.Last));
        var interval = facet.Interval == DateInterval.Auto ? Auto(last - first) : facet.Interval;
        var buckets = Buckets(first, last, interval, zone);
        return new DateFacet
        {
            Field = FacetField.Published,
            Interval = interval,
            Buckets = dated.Fill(buckets),
            Missing = dated.Missing,
            First = first,
            Last = last,
        };
    }

    /// <summary>The empty buckets from one moment to another, without gap, in order.</summary>
    /// <exception cref="BindException">There are too many.</exception>
    internal static List<DateBucket> Buckets(DateTimeOffset first, DateTimeOffset last, DateInterval interval, TimeZoneInfo zone)
    {
        var buckets = new List<DateBucket>();
        var end = Local(last, zone);
        for (var at = Start(Local(first, zone), interval); at <= end; at = Next(at, interval))
        {
            if (buckets.Count == MostBuckets)
            {
                throw new BindException(new RequestProblem(RequestProblem.InvalidParameter, $"The articles span more than {MostBuckets} buckets of this width. Ask for a wider facet.published.interval or a shorter time.")
                {
                    Parameter = "facet.published.interval",
                });
            }
            var (from, to) = (DateForms.At(at, zone), DateForms.At(Next(at, interval), zone));
            if (from < to) buckets.Add(new DateBucket(Id(at, interval), from, to, 0, 0)); // a clock change leaves an hour out
        }
        return buckets;
    }

    /// <summary>The width of a bucket that suits a span of time.</summary>
    internal static DateInterval Auto(TimeSpan span) => span.TotalDays switch
    {
        <= 2 => DateInterval.Hour,
        <= AutoBuckets => DateInterval.Day,
        <= AutoBuckets * 7 => DateInterval.Week,
        <= AutoBuckets * 30.5 => DateInterval.Month,
        _ => DateInterval.Year,
    };

    private static DateTime Local(DateTimeOffset time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time, zone).DateTime;

    private static DateTime Start(DateTime time, DateInterval interval) => interval switch
    {
        DateInterval.Hour => time.Date.AddHours(time.Hour),
        DateInterval.Day => time.Date,
        DateInterval.Week => ISOWeek.ToDateTime(ISOWeek.GetYear(time), ISOWeek.GetWeekOfYear(time), DayOfWeek.Monday),
        DateInterval.Month => new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Unspecified),
        _ => new DateTime(time.Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified),
    };

    private static DateTime Next(DateTime start, DateInterval interval) => interval switch
    {
        DateInterval.Hour => start.AddHours(1),
        DateInterval.Day => start.AddDays(1),
        DateInterval.Week => start.AddDays(7),
        DateInterval.Month => start.AddMonths(1),
        _ => start.AddYears(1),
    };

    private static string Id(DateTime start, DateInterval interval) => interval switch
    {
        DateInterval.Hour => start.ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture),
        DateInterval.Day => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateInterval.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(start):0000}-W{ISOWeek.GetWeekOfYear(start):00}"),
        DateInterval.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => start.ToString("yyyy", CultureInfo.InvariantCulture),
    };
}
