using System.Globalization;
using Search.Searching.Query;
using Xunit;

namespace Search.Tests.Searching.Query;

public class DateFormsTests
{
    private static readonly DateTimeOffset Now = new(2024, 3, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2024", "UTC", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")]
    [InlineData("2024-02", "UTC", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("2024-02-29", "UTC", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("2024-03-05T14", "UTC", "2024-03-05T14:00:00Z", "2024-03-05T15:00:00Z")]
    [InlineData("2024-03-05T14:30", "UTC", "2024-03-05T14:30:00Z", "2024-03-05T14:31:00Z")]
    [InlineData("2024-03-05T14:30:15", "UTC", "2024-03-05T14:30:15Z", "2024-03-05T14:30:16Z")]
    [InlineData("2024-01..2024-03", "UTC", "2024-01-01T00:00:00Z", "2024-04-01T00:00:00Z")]
    [InlineData("2024-05-02..", "UTC", "2024-05-02T00:00:00Z", null)]
    [InlineData("..2024", "UTC", null, "2025-01-01T00:00:00Z")]
    [InlineData("2023..2024-02-29", "UTC", "2023-01-01T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData(" 2024 ", "UTC", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")]
    [InlineData("2024-05-02T14:00+02:00", "UTC", "2024-05-02T12:00:00Z", "2024-05-02T12:01:00Z")]
    [InlineData("2024-05-02T14:00:05+02:00", "UTC", "2024-05-02T12:00:05Z", "2024-05-02T12:00:06Z")]
    [InlineData("2024-03-05", "Asia/Tokyo", "2024-03-04T15:00:00Z", "2024-03-05T15:00:00Z")]
    [InlineData("2024-03-05T14:30:00Z", "Asia/Tokyo", "2024-03-05T14:30:00Z", "2024-03-05T14:30:01Z")]
    [InlineData("2024-03-05T14:30:00+02:00", "Asia/Tokyo", "2024-03-05T12:30:00Z", "2024-03-05T12:30:01Z")]
    [InlineData("2024-03-31", "Europe/Paris", "2024-03-30T23:00:00Z", "2024-03-31T22:00:00Z")] // a day of 23 hours
    [InlineData("2024-10-27", "Europe/Paris", "2024-10-26T22:00:00Z", "2024-10-27T23:00:00Z")] // a day of 25 hours
    [InlineData("2024-03-31T02:30..", "Europe/Paris", "2024-03-31T01:00:00Z", null)] // left out: the moment of the change
    [InlineData("2024-10-27T02", "Europe/Paris", "2024-10-27T00:00:00Z", "2024-10-27T02:00:00Z")] // comes twice: both hours
    [InlineData("2024-10-06T02:15..", "Australia/Lord_Howe", "2024-10-05T15:30:00Z", null)] // a change by half an hour
    [InlineData("36h", "UTC", "2024-03-30T00:00:00Z", null)]
    [InlineData("7d", "Europe/Paris", "2024-03-24T12:00:00Z", null)]
    [InlineData("2w", "UTC", "2024-03-17T12:00:00Z", null)]
    [InlineData("1m", "UTC", "2024-02-29T12:00:00Z", null)]
    [InlineData("1y", "UTC", "2023-03-31T12:00:00Z", null)]
    [InlineData("0d", "UTC", "2024-03-31T12:00:00Z", null)]
    public void A_date_is_a_span_to_the_end_of_what_is_written(string text, string zone, string? from, string? to)
    {
        var span = DateForms.Read(text, TimeZoneInfo.FindSystemTimeZoneById(zone), Now);
        Assert.Equal((from, to), (Show(span!.From), Show(span.To)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("2024-13")]
    [InlineData("2023-02-29")]
    [InlineData("2024-3-5")]
    [InlineData("05.03.2024")]
    [InlineData("yesterday")]
    [InlineData("2024..2025..2026")]
    [InlineData("2024-03-05T25:00")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("-7d")]
    [InlineData("7 d")]
    [InlineData("999999999999d")]
    [InlineData("100001d")]
    [InlineData("99999m")]
    [InlineData("99999y")]
    [InlineData("1.5d")]
    public void Anything_else_is_no_date(string text) => Assert.Null(DateForms.Read(text, TimeZoneInfo.Utc, Now));

    private static string? Show(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
