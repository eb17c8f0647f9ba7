using System.Runtime.CompilerServices;
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
    [InlineData("q=(lam* OR \"vruk zop\"~3) -author:nobody -url:http*&unit=paragraph")]
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
    public async Task Long_after_its_time_an_answer_goes_out_without_the_marks_that_are_missing_and_says_so()
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        await PutAsync(corpus, [.. Enumerable.Range(0, 15).Select(i => Draft($"a{i}", "lamok vruk zop"))]);
        clock.Step = TimeSpan.FromMilliseconds(20);
        var withoutMarks = 0;
        for (var time = 10; time < 2000; time += 20)
        {
            var found = await SearchAsync(corpus, $"q=lamok&hints=none&timeout={time}ms");
            var unmarked = found.Hits.Count(h => ((ArticleHit)h).Paragraphs.Any(p => p.Matches.Count == 0));
            if (!found.TimedOut) Assert.Equal((15, 0), (found.Hits.Count, unmarked));
            withoutMarks += unmarked;
        }
        Assert.True(withoutMarks > 0);
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
    public async Task Suggestions_that_run_out_of_time_are_fewer_and_never_counted_short()
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        for (var i = 0; i < 4; i++) await PutAsync(corpus, Draft($"a{i}", "lamok vruk zop", "vruk in France zop") with { Source = "Lamok Post", Title = "Lamok vruk" });
        var whole = (await corpus.SuggestAsync("lamok", 10, Request(""))).Select(s => (s.Label, s.Articles)).ToList();
        Assert.InRange(whole.Count, 3, 10);
        clock.Step = TimeSpan.FromMilliseconds(20);
        var counts = new HashSet<int>();
        for (var time = 10; time < 4000; time += 20)
        {
            var found = (await corpus.SuggestAsync("lamok", 10, Request($"timeout={time}ms"))).Select(s => (s.Label, s.Articles)).ToList();
            Assert.Subset(whole.ToHashSet(), found.ToHashSet());
            counts.Add(found.Count);
        }
        Assert.Superset(new HashSet<int> { 0, whole.Count }, counts);
        Assert.True(counts.Count > 2, string.Join(' ', counts));
    }

    [Fact]
    public async Task A_spelling_that_takes_too_long_to_find_is_not_offered_and_the_answer_is_whole()
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        await PutAsync(corpus, Draft("a", "government", string.Join(' ', Enumerable.Range(0, 4500).Select(i => $"gov{i}"))));
        Assert.Contains((await SearchAsync(corpus, "q=goverment")).Hints, h => h.Type == "spelling");
        clock.Step = TimeSpan.FromMilliseconds(25);
        var found = await SearchAsync(corpus, "q=goverment&timeout=400ms");
        Assert.Equal((false, true), (found.TimedOut, found.Counts.Exact));
        Assert.DoesNotContain(found.Hints, h => h.Type == "spelling");
    }

    [Fact]
    public async Task Time_that_runs_out_before_the_query_is_bound_gives_an_answer_without_hits()
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        await PutAsync(corpus, Draft("a", "lamok vruk"));
        clock.Step = TimeSpan.FromMilliseconds(20);
        var found = await SearchAsync(corpus, "q=lam* author:x&facet=lang,published&hints=all&timeout=1ms");
        Assert.Equal((true, false, 0, 0), (found.TimedOut, found.Counts.Exact, found.Counts.Articles, found.Hits.Count));
        Assert.Equal(2, found.Facets.Count);
        Assert.Equal("lam* author:x", found.Parsed);
    }

    [Fact]
    public async Task The_time_is_looked_at_while_a_wildcard_walks_through_the_words()
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        var words = Enumerable.Range(0, 26 * 26 * 8).Select(i => $"lam{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}x");
        await PutAsync(corpus, Draft("a", [.. words.Chunk(50).Select(c => string.Join(' ', c))]));
        Assert.InRange(await LooksAsync(corpus, clock, "q=lam*q") - await LooksAsync(corpus, clock, "q=zop*q"), 5, 20);
    }

    [Fact]
    public async Task Nothing_is_walked_through_for_the_scores_of_no_match()
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        await PutAsync(corpus, Draft("a", "lamok vruk", "vruk lamok"));
        Assert.Equal(await LooksAsync(corpus, clock, "q=missing vruk&hints=none"), await LooksAsync(corpus, clock, "q=missing \"lamok vruk\"&hints=none"));
    }

    [Fact]
    public async Task A_paragraph_given_up_for_its_many_ways_is_no_match_and_the_counts_say_so()
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        await PutAsync(corpus, Draft("a", string.Join(' ', Enumerable.Repeat("lamok", 400).Concat(Enumerable.Repeat("zop", 1500)).Append("vruk"))), Draft("b", "lamok lamok lamok vruk"));
        var found = await SearchAsync(corpus, "q=\"lamok lamok lamok vruk\"~300");
        Assert.Equal((false, false, 1), (found.TimedOut, found.Counts.Exact, found.Counts.Articles));
        Assert.True((await SearchAsync(corpus, "q=\"lamok lamok lamok vruk\"")).Counts.Exact);
        Assert.InRange(await LooksAsync(corpus, clock, "q=\"lamok lamok lamok vruk\"~300") - await LooksAsync(corpus, clock, "q=\"vruk zop zop lamok\"~1"), 1, 50);
    }

    [Fact]
    public void Small_steps_are_counted_up_to_a_thousand_and_then_the_time_is_checked()
    {
        var clock = new SteppingClock { Step = TimeSpan.FromMilliseconds(20) };
        var budget = new Budget(clock, TimeSpan.Zero, CancellationToken.None);
        budget.Step(999);
        Assert.Throws<BudgetSpentException>(() => budget.Step());
        budget.Relax();
        budget.Step(5000);
    }

    [Fact]
    public void Intermediate_results_are_kept_as_long_as_they_fit()
    {
        var budget = new Budget(TimeProvider.System, TimeSpan.MaxValue, CancellationToken.None, mostKept: 100);
        Assert.True(budget.Keep(60));
        Assert.False(budget.Keep(50));
        Assert.True(budget.Keep(40));
        Assert.False(budget.Keep(1));
    }

    /// <summary>How often a search looks at the clock.</summary>
    private static async Task<int> LooksAsync(Corpus corpus, SteppingClock clock, string search)
    {
        var looks = clock.Looks.Value = new StrongBox<int>();
        await SearchAsync(corpus, search);
        return looks.Value;
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

        /// <summary>Counts the looks of the flow that sets it: the corpus looks at the clock for its own ends too.</summary>
        public AsyncLocal<StrongBox<int>?> Looks { get; } = new();

        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp()
        {
            if (Looks.Value is { } looks) Interlocked.Increment(ref looks.Value);
            return Interlocked.Add(ref ticks, Step.Ticks);
        }
    }
}
