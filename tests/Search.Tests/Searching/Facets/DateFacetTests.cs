using System.Globalization;
using Search.Searching;
using Xunit;

namespace Search.Tests.Searching.Facets;

public class DateFacetTests : CorpusTest
{
    [Theory]
    [InlineData("year", "UTC", "2019-12-30T00:00Z 2021-01-03T00:00Z", "2019:1 2020:0 2021:1")]
    [InlineData("month", "UTC", "2023-11-30T23:59Z 2024-01-31T00:00Z 2024-01-01T00:00Z", "2023-11:1 2023-12:0 2024-01:2")]
    [InlineData("week", "UTC", "2020-12-31T00:00Z 2021-01-03T23:59Z 2021-01-04T00:00Z", "2020-W53:2 2021-W01:1")] // a year of 53 weeks
    [InlineData("week", "UTC", "2018-12-31T00:00Z 2018-12-30T00:00Z", "2018-W52:1 2019-W01:1")] // a week of the next year
    [InlineData("day", "UTC", "2024-02-28T23:59Z 2024-03-01T00:00Z", "2024-02-28:1 2024-02-29:0 2024-03-01:1")]
    [InlineData("day", "Asia/Tokyo", "2024-03-05T14:59Z 2024-03-05T15:00Z", "2024-03-05:1 2024-03-06:1")]
    [InlineData("hour", "UTC", "2024-03-05T14:10Z 2024-03-05T16:00Z", "2024-03-05T14:1 2024-03-05T15:0 2024-03-05T16:1")]
    [InlineData("hour", "Europe/Paris", "2024-03-31T00:30Z 2024-03-31T01:30Z", "2024-03-31T01:1 2024-03-31T03:1")] // two o'clock is left out
    [InlineData("hour", "Europe/Paris", "2024-10-26T23:30Z 2024-10-27T00:30Z 2024-10-27T01:30Z 2024-10-27T02:30Z", "2024-10-27T01:1 2024-10-27T02:2 2024-10-27T03:1")] // two o'clock comes twice
    [InlineData("auto", "UTC", "2024-03-05T14:10Z 2024-03-05T15:00Z", "2024-03-05T14:1 2024-03-05T15:1")]
    [InlineData("auto", "UTC", "2024-03-05T14:10Z 2024-03-08T15:00Z", "2024-03-05:1 2024-03-06:0 2024-03-07:0 2024-03-08:1")]
    public async Task Articles_fall_into_the_buckets_of_the_callers_zone(string interval, string zone, string times, string expected)
    {
        var corpus = await OpenAsync([.. times.Split(' ').Select((t, i) => Draft($"a{i}", "lamok", "vruk") with { Published = Time(t) })]);
        var facet = await DatesAsync(corpus, $"facet.published.interval={interval}&tz={zone}");
        Assert.Equal(expected, string.Join(' ', facet.Buckets.Select(b => $"{b.Id}:{b.Articles}")));
        Assert.All(facet.Buckets, b => Assert.Equal(b.Articles * 2, b.Paragraphs));
        Assert.Equal(Time(times.Split(' ').Min()!), facet.First);
        Assert.Equal(Time(times.Split(' ').Max()!), facet.Last);
        for (var i = 1; i < facet.Buckets.Count; i++) Assert.Equal(facet.Buckets[i - 1].To, facet.Buckets[i].From);
        foreach (var bucket in facet.Buckets) Assert.Equal(bucket.Articles, times.Split(' ').Count(t => Time(t) >= bucket.From && Time(t) < bucket.To));
    }

    [Fact]
    public async Task A_bucket_asked_for_as_published_finds_what_it_counts()
    {
        var corpus = await OpenAsync([.. Enumerable.Range(0, 30).Select(i => Draft($"a{i}", "lamok") with { Published = Time("2024-10-26T20:00Z").AddMinutes(20 * i) })]);
        foreach (var interval in (string[])["hour", "day", "month", "year"])
        {
            foreach (var bucket in (await DatesAsync(corpus, $"facet.published.interval={interval}&tz=Europe/Paris")).Buckets)
            {
                Assert.Equal((bucket.Id, bucket.Articles), (bucket.Id, (await SearchAsync(corpus, $"published={bucket.Id}&tz=Europe/Paris")).Counts.Articles));
            }
        }
    }

    [Fact]
    public async Task Articles_without_a_date_are_counted_apart()
    {
        var corpus = await OpenAsync(Draft("a", "lamok", "vruk"), Draft("b", "lamok") with { Published = Time("2024-03-05T14:10Z") });
        var facet = await DatesAsync(corpus, "");
        Assert.Equal((new BucketCounts(1, 2), 1), (facet.Missing, facet.Buckets.Count));
        facet = await DatesAsync(corpus, "q=vruk");
        Assert.Equal((new BucketCounts(1, 1), 0, null), (facet.Missing, facet.Buckets.Count, facet.First));
    }

    [Fact]
    public async Task The_facet_counts_beyond_its_own_filter()
    {
        var corpus = await OpenAsync(Draft("a", "lamok") with { Published = Time("2023-03-05T14:10Z") }, Draft("b", "lamok") with { Published = Time("2024-03-05T14:10Z") });
        var found = await SearchAsync(corpus, "published=2024&facet=published&facet.published.interval=year");
        Assert.Equal(1, found.Counts.Articles);
        Assert.Equal(["2023", "2024"], Assert.IsType<DateFacet>(Assert.Single(found.Facets)).Buckets.Select(b => b.Id));
    }

    [Fact]
    public async Task More_buckets_than_anyone_can_read_are_refused()
    {
        var corpus = await OpenAsync(Draft("a", "lamok") with { Published = Time("1970-01-01T00:00Z") }, Draft("b", "lamok") with { Published = Time("2024-01-01T00:00Z") });
        var problem = (await corpus.SearchAsync(Request("facet=published&facet.published.interval=hour"))).Problem!;
        Assert.Equal((RequestProblem.InvalidParameter, "facet.published.interval"), (problem.Code, problem.Parameter));
        Assert.Equal(19_724, (await DatesAsync(corpus, "facet.published.interval=day")).Buckets.Count);
        Assert.Equal(DateInterval.Year, (await DatesAsync(corpus, "")).Interval);
    }

    private static async Task<DateFacet> DatesAsync(Corpus corpus, string parameters) =>
        Assert.IsType<DateFacet>(Assert.Single((await SearchAsync(corpus, parameters + "&facet=published")).Facets));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
