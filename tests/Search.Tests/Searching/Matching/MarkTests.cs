using Search.Searching;
using Xunit;

namespace Search.Tests.Searching.Matching;

public class MarkTests : CorpusTest
{
    [Fact]
    public async Task An_exact_phrase_is_one_mark_also_where_it_stands_near_something()
    {
        var corpus = await OpenAsync(Draft("a", "lamok vruk and zop met"));
        Assert.Equal(["lamok vruk", "zop"], Marked(await SearchAsync(corpus, "q=\"lamok vruk\" NEAR/3 zop&unit=paragraph")));
        Assert.Equal(["lamok", "vruk", "zop"], Marked(await SearchAsync(corpus, "q=\"lamok vruk\"~1 NEAR/3 zop&unit=paragraph")));
        Assert.Equal(["lamok vruk", "zop"], Marked(await SearchAsync(corpus, "q=lamok-vruk NEAR/3 zop&unit=paragraph")));
    }

    [Fact]
    public async Task Clauses_behind_one_that_stands_in_very_many_ways_are_marked_too()
    {
        var corpus = await OpenAsync(Draft("a", string.Join(' ', Enumerable.Repeat("lamok", 400)) + " vruk zop"));
        var found = await SearchAsync(corpus, "q=\"lamok lamok lamok\"~900 \"lamok lamok\"~900 \"vruk zop\" (vruk NEAR/2 lamok)&unit=paragraph");
        var marks = Assert.IsType<ParagraphHit>(Assert.Single(found.Hits)).Matches;
        Assert.Equal([0, 2, 3], marks.Select(m => m.Clause).Distinct().Order());
        Assert.Equal(["vruk", "vruk zop"], marks.TakeLast(2).Select(m => m.End - m.Start == 4 ? "vruk" : "vruk zop"));
    }

    private static IEnumerable<string> Marked(SearchResult result)
    {
        var hit = Assert.IsType<ParagraphHit>(Assert.Single(result.Hits));
        return hit.Matches.Select(m => hit.Text[m.Start..m.End]);
    }
}
