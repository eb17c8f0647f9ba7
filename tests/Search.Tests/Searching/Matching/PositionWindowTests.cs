using Search.Searching.Matching;
using Xunit;

namespace Search.Tests.Searching.Matching;

public class PositionWindowTests : CorpusTest
{
    [Fact]
    public async Task Phrases_are_found_on_both_sides_of_every_window_of_a_large_segment()
    {
        const int PerArticle = 4_500;
        const int Paragraphs = 4 * PerArticle;
        Assert.True(Paragraphs > 2 * PositionWindow.Width);
        // every other phrase stands the wrong way round; long stretches without the words lie between
        static string Text(int n) => n % 5000 > 1500 && n is not (PositionWindow.Width - 2 or PositionWindow.Width or 2 * PositionWindow.Width) ? "tarn" : n % 2 == 0 ? "lamok vruk" : "vruk lamok";
        var corpus = await OpenAsync([.. Enumerable.Range(0, 4).Select(a => Draft($"a{a}", [.. Enumerable.Range(a * PerArticle, PerArticle).Select(Text)]))]);
        var (forth, back) = (Enumerable.Range(0, Paragraphs).Count(n => Text(n) == "lamok vruk"), Enumerable.Range(0, Paragraphs).Count(n => Text(n) == "vruk lamok"));

        Assert.Equal(forth, await CountAsync(corpus, "\"lamok vruk\""));
        Assert.Equal(back, await CountAsync(corpus, "\"vruk lamok\""));
        Assert.Equal(forth, await CountAsync(corpus, "lamok BEFORE/1 vr*"));
        Assert.Equal(forth + back, await CountAsync(corpus, "lamok NEAR/1 vruk"));
        Assert.Equal(forth + back, await CountAsync(corpus, "\"lamok vruk\"~2"));
    }

    private static async Task<int> CountAsync(Corpus corpus, string query) => (await SearchAsync(corpus, Request([new("q", query), new("limit", "0"), new("timeout", "10s")]))).Counts.Paragraphs;
}
