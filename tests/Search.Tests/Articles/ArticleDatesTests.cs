using Search.Articles;
using Xunit;

namespace Search.Tests.Articles;

public class ArticleDatesTests
{
    [Theory]
    [InlineData("2024-05-02T08:10:00Z", "2024-05-02T08:10:00Z")]
    [InlineData("2024-05-02t10:10:00+02:00", "2024-05-02T08:10:00Z")]
    [InlineData("2024-05-02 08:10", "2024-05-02T08:10:00Z")]
    [InlineData("2024-05-02T08:10:00.25-0000", "2024-05-02T08:10:00.25Z")]
    [InlineData("1987-02-26", "1987-02-26T00:00:00Z")]
    [InlineData("1987-02-26T15:01:01", "1987-02-26T15:01:01Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    [InlineData("Thu, 02 May 2024 10:10:00 +0200", "2024-05-02T08:10:00Z")]
    [InlineData("Mon, 2 May 2024 08:10:00 GMT", "2024-05-02T08:10:00Z")]
    [InlineData("2 May 24 03:10 EST", "2024-05-02T08:10:00Z")]
    [InlineData("26-FEB-1987 15:01:01", "1987-02-26T15:01:01Z")]
    public void A_date_of_an_accepted_form_is_read(string text, string expected)
    {
        Assert.True(ArticleDates.TryParse(text, out var date));
        Assert.Equal(expected, ArticleDates.Write(date));
        Assert.True(ArticleDates.TryParse(expected, out var again));
        Assert.Equal(date, again);
    }

    [Theory]
    [InlineData("yesterday"), InlineData(""), InlineData(null), InlineData("2024-02-30"), InlineData("2024-13-01"), InlineData("2024-05-02T25:00:00Z"), InlineData("02/05/2024")]
    [InlineData("0001-01-01T00:00:00+05:00"), InlineData("2024-05-02Tnoon"), InlineData("2024-05-02T08:10:00+99:00"), InlineData("May May May 2024"), InlineData("2024-05-02T08:10:00.Z")]
    public void Anything_else_is_no_date(string? text) => Assert.False(ArticleDates.TryParse(text, out _));
}
