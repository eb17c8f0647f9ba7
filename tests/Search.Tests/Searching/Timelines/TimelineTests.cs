using System.Globalization;
using Search.Articles;
using Search.Searching;
using Search.Searching.Timelines;
using Xunit;

namespace Search.Tests.Searching.Timelines;

public class TimelineTests : CorpusTest
{
    private static readonly string[] Words = ["lamok", "vruk", "zop", "in France", "from Norway"];

    /// <summary>Articles of five words in changing company over four months; every sixth has no date.</summary>
    private static ArticleDraft[] Articles() => [.. Enumerable.Range(0, 40).Select(i =>
        Draft($"a{i:00}", $"fills {Words[i % 5]}", $"fills {Words[i * 7 % 5]} {Words[i / 2 % 5]}") with
        {
            Source = i % 3 == 0 ? "alpha" : "beta",
            Published = i % 6 == 5 ? null : Time("2024-01-03T22:30Z").AddDays(i * 3),
        })];

    [Theory]
    [InlineData("", "lamok", "vruk zop", "lamok OR zop")]
    [InlineData("scope=article", "lamok", "vruk zop", "-lamok", "vruk OR -zop")]
    [InlineData("scope=article&facet.published.interval=week", "lamok vruk", "country:france")]
    [InlineData("facet.published.interval=day&tz=America/New_York", "country:france", "country:norway", "@country lamok")]
    [InlineData("facet.published.interval=month&source=alpha", "lamok", "missing")]
    [InlineData("facet.published.interval=month&match=any", "lamok vruk", "country:norway")]
    [InlineData("actor.via=name&kind=body", "country:france", "zop")]
    public async Task Every_series_has_the_counts_of_a_search_for_it(string common, params string[] series)
    {
        var corpus = await OpenAsync(Articles());
        var timeline = await TimelineAsync(corpus, common, series);
        Assert.True(timeline.Exact);
        foreach (var one in timeline.Series)
        {
            var query = one.Kind == SeriesKind.Actor ? "actor:" + one.Series : one.Series;
            await AssertSameAsync(corpus, timeline, one, $"{common}&q={Uri.EscapeDataString(query)}");
        }
        if (!common.Contains("match", StringComparison.Ordinal))
        {
            var all = string.Join(' ', timeline.Series.Select(s => $"({(s.Kind == SeriesKind.Actor ? "actor:" + s.Series : s.Series)})"));
            await AssertSameAsync(corpus, timeline, timeline.Together, $"{common}&q={Uri.EscapeDataString(all)}");
        }
    }

    [Fact]
    public async Task The_query_and_the_filters_of_the_request_narrow_every_series()
    {
        var corpus = await OpenAsync(Articles());
        var timeline = await TimelineAsync(corpus, "q=zop&source=beta&facet.published.interval=month", "lamok", "vruk");
        await AssertSameAsync(corpus, timeline, timeline.Series[0], "q=zop lamok&source=beta&facet.published.interval=month");
        await AssertSameAsync(corpus, timeline, timeline.Series[1], "q=zop vruk&source=beta&facet.published.interval=month");
    }

    [Fact]
    public async Task A_time_that_is_asked_for_is_all_that_is_told_of()
    {
        var corpus = await OpenAsync(Articles());
        foreach (var scope in (string[])["paragraph", "article"])
        {
            var timeline = await TimelineAsync(corpus, $"published=2024-02..2024-03&facet.published.interval=month&scope={scope}", "lamok", "fills");
            Assert.Equal(["2024-02", "2024-03"], timeline.Buckets.Select(b => b.Id));
            Assert.Equal((await SearchAsync(corpus, $"q=lamok&published=2024-02..2024-03&scope={scope}")).Counts.Articles, timeline.Series[0].Total.Articles);
            Assert.Equal(new BucketCounts(0, 0), timeline.Series[0].Missing);
        }
    }

    [Fact]
    public async Task Together_is_one_paragraph_or_one_article_as_the_scope_says()
    {
        var corpus = await OpenAsync(
            Draft("both", "lamok vruk") with { Published = Time("2024-03-05T14:10Z") },
            Draft("apart", "lamok", "vruk") with { Published = Time("2024-03-06T14:10Z") });
        var near = await TimelineAsync(corpus, "facet.published.interval=day", "lamok", "vruk");
        Assert.Equal([new(1, 1), new(0, 0)], near.Together.Counts);
        var far = await TimelineAsync(corpus, "facet.published.interval=day&scope=article", "lamok", "vruk");
        Assert.Equal([new(1, 1), new(1, 2)], far.Together.Counts);
        Assert.Equal(new BucketCounts(2, 3), far.Together.Total);
    }

    [Fact]
    public async Task The_buckets_span_all_series_and_one_width_fits_them_all()
    {
        var corpus = await OpenAsync(
            Draft("a", "lamok") with { Published = Time("2020-03-05T14:10Z") },
            Draft("b", "vruk") with { Published = Time("2024-03-06T14:10Z") },
            Draft("c", "vruk") with { Published = Time("2024-03-06T15:10Z") });
        var timeline = await TimelineAsync(corpus, "", "lamok", "vruk", "none of it");
        Assert.Equal((DateInterval.Month, 49, "2020-03", "2024-03"), (timeline.Interval, timeline.Buckets.Count, timeline.Buckets[0].Id, timeline.Buckets[^1].Id));
        Assert.All(timeline.Series, s => Assert.Equal(49, s.Counts.Count));
        Assert.Equal(new BucketCounts(2, 2), timeline.Series[1].Counts[^1]);
        Assert.Equal(new BucketCounts(0, 0), timeline.Series[2].Total);
    }

    [Fact]
    public async Task What_is_nowhere_has_no_buckets()
    {
        var corpus = await OpenAsync(Draft("a", "lamok"));
        var timeline = await TimelineAsync(corpus, "", "lamok", "vruk");
        Assert.Equal((0, DateInterval.Day), (timeline.Buckets.Count, timeline.Interval));
        Assert.Equal((new BucketCounts(1, 1), new BucketCounts(1, 1)), (timeline.Series[0].Total, timeline.Series[0].Missing));
    }

    [Fact]
    public async Task An_actor_is_told_by_its_label_and_an_unknown_one_counts_nothing()
    {
        var corpus = await OpenAsync(Draft("a", "envoys of France"));
        var timeline = await TimelineAsync(corpus, "", "country:france", "person:nobody-at-all", "France: what next");
        Assert.Equal([(SeriesKind.Actor, "France", 1), (SeriesKind.Actor, "person:nobody-at-all", 0), (SeriesKind.Query, "France: what next", 0)], timeline.Series.Select(s => (s.Kind, s.Label, s.Total.Articles)));
    }

    [Theory]
    [InlineData("", "invalid_parameter", "series")]
    [InlineData("series=", "invalid_parameter", "series")]
    [InlineData("series=a&series=  ", "invalid_parameter", "series")]
    [InlineData("series=...", "invalid_parameter", "series")]
    [InlineData("series=a&series=b&series=c&series=d&series=e&series=f&series=g&series=h&series=i", "invalid_parameter", "series")]
    [InlineData("series=a&facet.published.interval=decade", "invalid_parameter", "facet.published.interval")]
    [InlineData("series=a&tz=Atlantis", "invalid_parameter", "tz")]
    [InlineData("series=(a&strict=true", "query_syntax", "series")]
    [InlineData("series=a*", "wildcard_too_broad", "series")]
    [InlineData("series=a&seris=b", "unknown_parameter", "seris")]
    public void What_cannot_be_read_is_refused(string parameters, string code, string parameter)
    {
        var problem = TimelineRequest.Read(Pairs(parameters), Now).Problem!;
        Assert.Equal((code, parameter), (problem.Code, problem.Parameter));
    }

    [Fact]
    public void A_series_may_be_as_long_as_a_query() =>
        Assert.Equal(("query_too_complex", "series"), TimelineRequest.Read([new("series", new string('a', 2049))], Now).Problem is { } p ? (p.Code, p.Parameter) : default);

    [Fact]
    public async Task What_the_index_cannot_carry_out_is_refused()
    {
        var corpus = await OpenAsync(Draft("a", "lamok") with { Published = Time("1970-01-01T00:00Z") }, Draft("b", "vruk") with { Published = Time("2024-01-01T00:00Z") });
        Assert.Equal("facet.published.interval", (await corpus.TimelineAsync(Read("facet.published.interval=hour&series=lamok&series=vruk"))).Problem!.Parameter);
    }

    [Fact]
    public async Task Time_that_runs_out_is_told()
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        await PutAsync(corpus, Articles());
        clock.Step = TimeSpan.FromMilliseconds(20);
        var outcomes = new HashSet<bool>();
        for (var time = 10; time < 1500; time += 70)
        {
            var timeline = (await corpus.TimelineAsync(Read($"series=lamok vruk&series=zop&timeout={time}ms"))).Value!;
            Assert.Equal(timeline.TimedOut, !timeline.Exact);
            Assert.Equal(2, timeline.Series.Count);
            outcomes.Add(timeline.TimedOut);
        }
        Assert.Equal(2, outcomes.Count);
    }

    private static async Task AssertSameAsync(Corpus corpus, TimelineResult timeline, TimelineCounts series, string search)
    {
        var interval = timeline.Interval.ToString().ToLowerInvariant();
        var found = await SearchAsync(corpus, $"{string.Join('&', search.Split('&').Where(p => p.Length > 0 && !p.StartsWith("facet.", StringComparison.Ordinal)))}&facet=published&facet.published.interval={interval}");
        var facet = Assert.IsType<DateFacet>(Assert.Single(found.Facets));
        var counted = timeline.Buckets.Zip(series.Counts).ToDictionary(b => (b.First.Id, b.First.From, b.First.To), b => b.Second);
        foreach (var bucket in facet.Buckets) Assert.Equal(new BucketCounts(bucket.Articles, bucket.Paragraphs), counted[(bucket.Id, bucket.From, bucket.To)]);
        Assert.Equal(facet.Buckets.Sum(b => b.Articles), counted.Values.Sum(c => c.Articles));
        Assert.Equal(new BucketCounts(found.Counts.Articles, found.Counts.Paragraphs), series.Total);
        Assert.Equal(facet.Missing, series.Missing);
    }

    private static async Task<TimelineResult> TimelineAsync(Corpus corpus, string common, params string[] series)
    {
        var answer = await corpus.TimelineAsync(Read(string.Join('&', [common, .. series.Select(s => "series=" + Uri.EscapeDataString(s))])));
        Assert.Null(answer.Problem);
        return answer.Value!;
    }

    private static TimelineRequest Read(string parameters)
    {
        var read = TimelineRequest.Read(Pairs(parameters), Now);
        Assert.Null(read.Problem);
        return read.Value!;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string parameters) =>
        parameters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], Uri.UnescapeDataString(p[1])));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A clock on which time goes by whenever somebody looks at it.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long ticks;

        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref ticks, Step.Ticks);
    }
}
