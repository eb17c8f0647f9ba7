using Search.Searching;
using Xunit;

namespace Search.Tests.Searching;

public class TimeoutTests : CorpusTest
{
    [Theory]
    [InlineData("q=lamok vruk&lang=en&actor.not=country:france&facet=lang,actor,published,topic&hints=all")]
    [InlineData("q=lamok OR \"vruk zop\" OR (zop NEAR/3 lamok)&sort=date&facet=lang&facet.lang.sort=score&lang=de&explain=true")]
    [InlineData("q=lamok -tarn&scope=article&unit=paragraph&facet=source&source=alpha&dedupe=near")]
    [InlineData("q=title:lamok vruk&scope=article&facet=lang")]
    [InlineData("q=gulp \"vruk zop\"&sort=date&hints=none")]
    [InlineData("facet=actor,lang&actor=country:france&lang=en")]
    public async Task Whenever_the_time_runs_out_there_is_an_answer_that_says_so(string search)
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        for (var i = 0; i < 4; i++) await PutAsync(corpus, Draft($"a{i}", "lamok vruk zop" + (i == 0 ? " gulp" : ""), "vruk in France zop") with { Source = "alpha", Title = "lamok tarn" }, Draft($"b{i}", "lamok", "zop vruk lamok") with { Language = "de" });
        var whole = await SearchAsync(corpus, search);
        Assert.Equal((false, true), (whole.TimedOut, whole.Counts.Exact));
        var timeouts = 0;
        clock.Step = TimeSpan.FromMilliseconds(20);
        for (var time = 10; ; time += 20)
        {
            var found = await SearchAsync(corpus, $"{search}&timeout={time}ms");
            Assert.Equal(found.TimedOut, !found.Counts.Exact);
            Assert.All(found.Facets, f => Assert.Equal(found.Counts.Exact, f.Exact));
            Assert.InRange(found.Counts.Paragraphs, 0, whole.Counts.Paragraphs);
            Assert.Equal(Math.Min(20, search.Contains("unit=paragraph", StringComparison.Ordinal) ? found.Counts.Paragraphs : found.Counts.Articles), found.Hits.Count);
            if (!found.TimedOut)
            {
                Assert.Equal((whole.Counts, string.Join(' ', Ids(whole))), (found.Counts, string.Join(' ', Ids(found))));
                break;
            }
            timeouts++;
        }
        Assert.InRange(timeouts, 5, 400);
    }

    [Fact]
    public async Task Facet_pages_and_opened_articles_answer_too()
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        for (var i = 0; i < 4; i++) await PutAsync(corpus, Draft($"a{i}", "lamok vruk zop", "vruk in France zop"));
        clock.Step = TimeSpan.FromMilliseconds(20);
        var exact = new HashSet<bool>();
        for (var time = 10; time < 1000; time += 20)
        {
            var request = Request($"q=lamok OR (zop NEAR/3 vruk)&lang=en&timeout={time}ms");
            exact.Add((await corpus.FacetAsync(new FacetRequest(FacetField.Lang), request, null, null)).Value!.Exact);
            Assert.NotNull(await corpus.ArticleAsync("a0", request));
        }
        Assert.Equal([false, true], exact.Order());
    }

    [Fact]
    public async Task A_caller_who_has_gone_stops_the_search()
    {
        var corpus = await OpenAsync(Draft("a", "lamok"));
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => corpus.SearchAsync(Request("q=lamok"), gone.Token));
    }

    /// <summary>A clock on which time goes by whenever somebody looks at it.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long ticks;

        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref ticks, Step.Ticks);
    }
}
