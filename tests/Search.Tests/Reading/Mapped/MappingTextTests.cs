using Search.Reading.Mapped;
using Xunit;

namespace Search.Tests.Reading.Mapped;

public class MappingTextTests
{
    [Fact]
    public void Lines_comments_and_settings_are_understood()
    {
        var mapping = MappingText.Parse("""
            # the export of the old system
            articles = response.results
            title = headline, [Kicker, long]
            source = "Harbour Post"
            published.format = dd.MM.yyyy HH:mm
            published = Date of issue
            published.zone = Europe/Berlin
            topics = tags
            topics.separator = ;
            actors = people
            actors.type = person
            body = standfirst, text
            body.format = html
            """, "x/export.csv.map").Value!;
        Assert.Equal(["response", "results"], mapping.Articles);
        Assert.Equal("export.csv.map", mapping.Name);
        Assert.Equal([new("headline"), new Where("Kicker, long") { IsOneName = true }], mapping["title"]!.Places);
        Assert.True(mapping["source"]!.Places[0].IsConstant);
        Assert.Equal(("dd.MM.yyyy HH:mm", "Date of issue"), (mapping["published"]!.Format, mapping["published"]!.Places[0].Name));
        Assert.Equal("Europe/Berlin", mapping["published"]!.Zone!.Id);
        Assert.Equal([";"], mapping["topics"]!.Separators);
        Assert.Equal(("person", "html"), (mapping["actors"]!.Type, mapping["body"]!.Format));
    }

    [Theory]
    [InlineData("titel = x\nbody = y", 1, "\"titel\" is no field")]
    [InlineData("\n# c\nbody", 3, "write field = where")]
    [InlineData("body =", 1, "nothing is given")]
    [InlineData("body = a\nbody = b", 2, "a second time")]
    [InlineData("body = \"open", 1, "not closed")]
    [InlineData("body = a,, b", 1, "missing")]
    [InlineData("body = \"a\" b", 1, "not closed")]
    [InlineData("title = a", 1, "add a line body = where")]
    [InlineData("body = a\nparagraphs = b", 2, "keep one of them")]
    [InlineData("body = a\npublished.zone = UTC", 2, "published is not")]
    [InlineData("body = a\ndate.zone = UTC", 2, "\"date\" is no field")]
    [InlineData("body = a\npublished = d\npublished.zone = Atlantis/West", 3, "no time zone")]
    [InlineData("body = a\npublished = d\npublished.format = week", 3, "no format of a date")]
    [InlineData("body = a\nbody.format = pdf", 2, "html or text")]
    [InlineData("body = a\nbody.zone = UTC", 2, "it has body.format")]
    [InlineData("body = a\nurl = u\nurl.format = x", 3, "url has no settings")]
    public void A_mistake_names_file_and_line_and_what_was_expected(string text, int line, string expected)
    {
        var detail = MappingText.Parse(text, "export.map").Problem!.Detail;
        Assert.StartsWith($"export.map, line {line}: ", detail, StringComparison.Ordinal);
        Assert.Contains(expected, detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem() => Assert.Contains("no such file", ArticleMapping.Read("missing.map").Problem!.Detail);

    [Theory]
    [InlineData("02.05.2026 10:00", "dd.MM.yyyy HH:mm", "Europe/Berlin", "2026-05-02 08:00")]
    [InlineData("02.05.2026 10:00", "dd.MM.yyyy HH:mm", null, "2026-05-02 10:00")]
    [InlineData("2026-05-02 10:00", null, "Europe/Berlin", "2026-05-02 08:00")]
    [InlineData("2026-05-02T10:00:00+05:00", null, "Europe/Berlin", "2026-05-02 05:00")]
    [InlineData("2026-05-02 10:00 +05:00", "yyyy-MM-dd HH:mm zzz", "Europe/Berlin", "2026-05-02 05:00")]
    [InlineData("29.03.2026 02:30", "dd.MM.yyyy HH:mm", "Europe/Berlin", "2026-03-29 01:30")]
    [InlineData("1777708800", "unix", null, "2026-05-02 08:00")]
    [InlineData("1777708800000", "unix", null, "2026-05-02 08:00")]
    [InlineData("31.02.2026 10:00", "dd.MM.yyyy HH:mm", null, null)]
    [InlineData("01.01.0001 00:00", "dd.MM.yyyy HH:mm", "Asia/Tokyo", null)]
    [InlineData("1e300", "unix", null, null)]
    [InlineData("NaN", "unix", null, null)]
    public void Dates_are_read_in_their_format_and_zone(string text, string? format, string? zone, string? utc)
    {
        var rule = new FieldRule("published", []) { Format = format, Zone = zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone) };
        Assert.Equal(utc, MappedDates.TryParse(text, rule, out var date) ? date.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}
