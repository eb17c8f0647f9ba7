using Microsoft.Extensions.Time.Testing;
using Search.Searching;
using Xunit;

namespace Search.Tests.Searching;

public class PageCursorTests : CorpusTest
{
    private const int Articles = 12;

    private readonly FakeTimeProvider clock = new(Now);

    [Fact]
    public async Task Pages_of_a_frozen_view_have_no_duplicates_and_no_gaps_while_writes_go_on()
    {
        var corpus = await FilledAsync();
        foreach (var unit in (string[])["article", "paragraph"])
        {
            var all = Ids(await SearchAsync(corpus, $"q=lamok&unit={unit}&limit=100")).ToList();
            var seen = new List<string>();
            var page = await SearchAsync(corpus, $"q=lamok&unit={unit}&limit=3");
            for (var n = 0; ; n++)
            {
                seen.AddRange(Ids(page));
                if (page.Cursor is null) break;
                await PutAsync(corpus, Draft($"a{n:00}", "nothing of that"), Draft($"{unit}{n}", "lamok lamok"));
                page = await SearchAsync(corpus, $"q=lamok&unit={unit}&limit=3&cursor={page.Cursor}");
            }
            Assert.Equal(all, seen);
            Assert.Null((await SearchAsync(corpus, $"q=lamok&unit={unit}&limit=100")).Cursor);
        }
    }

    [Fact]
    public async Task Ages_count_from_the_first_page_so_that_time_going_by_repeats_no_hit()
    {
        var corpus = await FilledAsync();
        var all = Ids(await SearchAsync(corpus, "q=lamok&half_life=2h")).ToList();
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await SearchAsync(corpus, "q=lamok&half_life=2h&limit=2" + (cursor is null ? "" : $"&cursor={cursor}"));
            seen.AddRange(Ids(page));
            cursor = page.Cursor;
            clock.Advance(TimeSpan.FromMinutes(2));
        }
        while (cursor is not null);
        Assert.Equal(all, seen);
    }

    [Fact]
    public async Task A_page_may_differ_in_size_and_display_and_leads_back()
    {
        var corpus = await FilledAsync();
        var all = Ids(await SearchAsync(corpus, "q=lamok&sort=date")).ToList();
        var first = await SearchAsync(corpus, "q=lamok&sort=date&limit=4");
        Assert.Null(first.CursorPrevious);
        var second = await SearchAsync(corpus, $"q=lamok&sort=date&limit=5&highlight=none&facet=lang&cursor={first.Cursor}");
        Assert.Equal(all[4..9], Ids(second));
        var back = await SearchAsync(corpus, $"q=lamok&sort=date&limit=4&cursor={second.CursorPrevious}");
        Assert.Equal(all[..4], Ids(back));
        Assert.Equal(all[4..8], Ids(await SearchAsync(corpus, $"q=lamok&sort=date&limit=4&cursor={back.Cursor}")));
    }

    [Theory]
    [InlineData("q=vruk")]
    [InlineData("q=lamok&sort=date")]
    [InlineData("q=lamok&unit=paragraph")]
    [InlineData("q=lamok&lang=en")]
    [InlineData("")]
    public async Task A_cursor_of_another_search_is_refused(string other)
    {
        var corpus = await FilledAsync();
        var cursor = (await SearchAsync(corpus, "q=lamok&limit=3")).Cursor;
        await RefusedAsync(corpus, $"{other}&limit=3&cursor={cursor}", RequestProblem.InvalidParameter);
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused_and_crashes_nothing()
    {
        var corpus = await FilledAsync();
        var cursor = (await SearchAsync(corpus, "q=lamok&limit=3")).Cursor!;
        foreach (var garbage in (string[])["x", "!", "====", "AAAA", new string('A', 5000), cursor[..^2], cursor + "AA", cursor[4..]])
        {
            await RefusedAsync(corpus, $"q=lamok&limit=3&cursor={garbage}", RequestProblem.InvalidParameter);
        }
        for (var i = 0; i < cursor.Length; i++)
        {
            var changed = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            Assert.Null(await Record.ExceptionAsync(() => corpus.SearchAsync(Request($"q=lamok&limit=3&cursor={changed}"))));
        }
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 1)]
    [InlineData(int.MaxValue - SearchRequest.MaxLimit)]
    [InlineData(1_000_000)]
    [InlineData(Articles)]
    public async Task A_cursor_that_points_behind_the_last_hit_leads_nowhere_and_crashes_nothing(int offset)
    {
        var corpus = await FilledAsync();
        foreach (var unit in (string[])["article", "paragraph"])
        {
            var request = Request($"q=lamok&limit=3&unit={unit}");
            var real = PageCursor.Read((await SearchAsync(corpus, request)).Cursor!, request)!;
            foreach (var forged in (PageCursor[])[real with { Offset = offset, After = null }, real with { Offset = offset }])
            {
                var answer = await corpus.SearchAsync(request with { Cursor = forged.Write(request) });
                if (offset > int.MaxValue - SearchRequest.MaxLimit) Assert.Equal(RequestProblem.InvalidParameter, answer.Problem!.Code);
                else if (forged.After is null && offset >= 2 * Articles) Assert.Empty(answer.Value!.Hits);
                else Assert.InRange(answer.Value!.Hits.Count, 0, 3);
            }
        }
    }

    [Fact]
    public async Task A_view_is_kept_for_five_minutes_from_its_last_use()
    {
        var corpus = await FilledAsync();
        var cursor = (await SearchAsync(corpus, "q=lamok&limit=3")).Cursor;
        for (var i = 0; i < 3; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(4.9));
            Assert.Equal(3, (await SearchAsync(corpus, $"q=lamok&limit=3&cursor={cursor}")).Hits.Count);
        }
        clock.Advance(TimeSpan.FromMinutes(5.1));
        await RefusedAsync(corpus, $"q=lamok&limit=3&cursor={cursor}", RequestProblem.CursorExpired);
    }

    [Fact]
    public async Task Every_view_of_a_busy_time_is_kept()
    {
        var corpus = await FilledAsync();
        var cursors = new List<string>();
        for (var i = 0; i < 150; i++)
        {
            await PutAsync(corpus, Draft("changing", $"lamok {i}"));
            cursors.Add((await SearchAsync(corpus, "q=lamok&limit=3")).Cursor!);
        }
        foreach (var cursor in cursors) Assert.Equal(3, (await SearchAsync(corpus, $"q=lamok&limit=3&cursor={cursor}")).Hits.Count);
    }

    [Fact]
    public async Task When_views_would_keep_too_much_in_memory_the_one_unused_longest_goes_first()
    {
        var corpus = await FilledAsync(cursorBytes: 8 << 20);
        var cursors = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            await PutAsync(corpus, Draft("changing", $"lamok {i}"));
            clock.Advance(TimeSpan.FromMilliseconds(1));
            cursors.Add((await SearchAsync(corpus, "q=lamok&limit=3")).Cursor!);
            clock.Advance(TimeSpan.FromMilliseconds(1));
            if (i > 0) Assert.Equal(3, (await SearchAsync(corpus, $"q=lamok&limit=3&cursor={cursors[0]}")).Hits.Count);
        }
        await RefusedAsync(corpus, $"q=lamok&limit=3&cursor={cursors[1]}", RequestProblem.CursorExpired);
        foreach (var cursor in cursors.TakeLast(3)) Assert.Equal(3, (await SearchAsync(corpus, $"q=lamok&limit=3&cursor={cursor}")).Hits.Count);
    }

    [Fact]
    public async Task A_cursor_of_another_process_has_expired()
    {
        var corpus = await FilledAsync();
        var cursor = (await SearchAsync(corpus, "q=lamok&limit=3")).Cursor;
        await CloseAsync(corpus);
        await RefusedAsync(await OpenAsync(clock: clock), $"q=lamok&limit=3&cursor={cursor}", RequestProblem.CursorExpired);
    }

    [Fact]
    public async Task A_facets_cursor_is_checked_too()
    {
        var corpus = await FilledAsync();
        var facet = new FacetRequest(FacetField.Source) { Limit = 2 };
        var cursor = (await corpus.FacetAsync(facet, new SearchRequest(), null, null)).Value!.Cursor;
        Assert.Equal(2, (await corpus.FacetAsync(facet, new SearchRequest(), null, cursor)).Value!.Values.Count);
        foreach (var garbage in (string[])["x", "!", "MS4y.", "AAAA"]) Assert.Equal(RequestProblem.InvalidParameter, (await corpus.FacetAsync(facet, new SearchRequest(), null, garbage)).Problem!.Code);
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(RequestProblem.CursorExpired, (await corpus.FacetAsync(facet, new SearchRequest(), null, cursor)).Problem!.Code);
    }

    private async Task<Corpus> FilledAsync(long? cursorBytes = null)
    {
        var corpus = await OpenAsync(clock: clock, cursorBytes: cursorBytes);
        await PutAsync(corpus, [.. Enumerable.Range(0, Articles).Select(i => Draft($"a{i:00}", $"lamok {string.Concat(Enumerable.Repeat("vruk ", i % 4))}", "lamok zop") with { Published = Now.AddHours(-i * 3), Source = $"source {i}" })]);
        return corpus;
    }

    private static async Task RefusedAsync(Corpus corpus, string parameters, string code)
    {
        var problem = (await corpus.SearchAsync(Request(parameters))).Problem;
        Assert.Equal((code, "cursor"), (problem?.Code, problem?.Parameter));
    }
}
