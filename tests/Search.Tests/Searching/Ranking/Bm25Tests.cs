using Search.Searching;
using Search.Searching.Ranking;
using Xunit;

namespace Search.Tests.Searching.Ranking;

public class Bm25Tests : CorpusTest
{
    [Theory]
    [InlineData(10, 20, 3, 2, 30, 1.145132, 1.233766)] // ln(1 + 7.5/3.5); 3.8 / (2 + 0.9 * (0.6 + 0.4 * 30/20))
    [InlineData(10, 20, 10, 1, 20, 0.046520, 1)] // ln(1 + 0.5/10.5)
    [InlineData(1, 1, 1, 1, 1, 0.287682, 1)] // ln(1 + 0.5/1.5)
    [InlineData(10, 20, 14, 1, 0, 0.046520, 1.233766)] // more documents than there are count as all; 1.9 / (1 + 0.9 * 0.6)
    public void A_score_is_the_one_computed_by_hand(double documents, double mean, double frequency, int count, int length, double idf, double part)
    {
        var bm25 = new Bm25(documents, mean);
        Assert.Equal(idf, bm25.Idf(frequency), 6);
        Assert.Equal(part, bm25.Part(count, length), 6);
    }

    [Fact]
    public void An_empty_index_scores_without_a_division_by_zero() => Assert.True(double.IsFinite(new Bm25(0, 0).Part(1, 1) * new Bm25(0, 0).Idf(0)));

    [Fact]
    public async Task Frequencies_and_lengths_are_those_of_paragraphs_for_paragraphs_and_of_articles_for_articles()
    {
        var corpus = await OpenAsync(Draft("a", "lamok vruk lamok", "vruk zop"), Draft("b", "vruk zop tarn gulp"), Draft("c", "lamok"));
        // paragraphs: 4 with 2.5 words each, 2 have the word: ln 2 * 3.8 / (2 + 0.9 * (0.6 + 0.4 * 3/2.5))
        const double Paragraph = 0.693147 * 1.278600;
        // articles: 3 with 10/3 words each, 2 have the word: ln 1.6 * 3.8 / (2 + 0.9 * (0.6 + 0.4 * 5/(10/3)))
        const double Article = 0.470004 * 1.233766;
        Assert.Equal(Article + (0.3 * Paragraph), (await SearchAsync(corpus, "q=lamok")).Hits.Single(h => h.Id == "a").Score, 5);
        var hit = (await SearchAsync(corpus, "q=lamok&unit=paragraph&explain=true")).Hits.Single(h => h.Id == "a#0");
        Assert.Equal(Article + Paragraph, hit.Score, 5);
        Assert.Equal(hit.Score, hit.Explanation!.Sum(e => e.Score), 5);
    }

    [Fact]
    public async Task Ties_go_by_article_and_then_by_ordinal_as_a_number()
    {
        var corpus = await OpenAsync(Draft("b", [.. Enumerable.Repeat("lamok", 12)]), Draft("a", [.. Enumerable.Repeat("lamok", 12)]));
        var expected = Enumerable.Range(0, 12).Select(n => $"a#{n}").Concat(Enumerable.Range(0, 12).Select(n => $"b#{n}"));
        foreach (var sort in (string[])["relevance", "date", "-date"]) Assert.Equal(expected, Ids(await SearchAsync(corpus, $"q=lamok&unit=paragraph&limit=100&sort={sort}")));
    }

    [Fact]
    public async Task Articles_without_a_date_come_last_whichever_way_dates_are_sorted()
    {
        var corpus = await OpenAsync(
            Draft("old", "lamok") with { Published = Now.AddDays(-30) }, Draft("none", "lamok"), Draft("before-1970", "lamok") with { Published = new(1950, 1, 1, 0, 0, 0, TimeSpan.Zero) }, Draft("new", "lamok") with { Published = Now.AddDays(-1) });
        Assert.Equal(["new", "old", "before-1970", "none"], Ids(await SearchAsync(corpus, "q=lamok&sort=-date")));
        Assert.Equal(["before-1970", "old", "new", "none"], Ids(await SearchAsync(corpus, "q=lamok&sort=date")));
        var everything = await SearchAsync(corpus, "");
        Assert.Equal((SortOrder.NewestFirst, "new"), (everything.Sort, everything.Hits[0].Id));
    }

    [Fact]
    public async Task A_half_life_halves_a_score_with_every_such_age()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Now);
        var corpus = await OpenAsync(clock: clock);
        await PutAsync(corpus,
            Draft("now", "lamok") with { Published = Now }, Draft("week", "lamok") with { Published = Now.AddDays(-7) }, Draft("fortnight", "lamok") with { Published = Now.AddDays(-14) },
            Draft("future", "lamok") with { Published = Now.AddDays(3) }, Draft("none", "lamok"));
        var scores = (await SearchAsync(corpus, "q=lamok&half_life=7d")).Hits.ToDictionary(h => h.Id, h => h.Score);
        var plain = (await SearchAsync(corpus, "q=lamok")).Hits[0].Score;
        foreach (var (id, part) in ((string, double)[])[("now", 1), ("week", 0.5), ("fortnight", 0.25), ("future", 1), ("none", 0.25)]) Assert.Equal(plain * part, scores[id], 9);
    }

    [Fact]
    public async Task Articles_of_many_half_lives_ago_keep_their_order_and_what_has_no_date_does_not_come_first()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Now);
        var corpus = await OpenAsync(clock: clock);
        await PutAsync(corpus,
            Draft("older", "lamok") with { Published = Now.AddYears(-40) }, Draft("newer", "lamok") with { Published = Now.AddYears(-40).AddDays(1) },
            Draft("stronger", "lamok lamok lamok") with { Published = Now.AddYears(-40) }, Draft("none", "lamok"));
        foreach (var unit in (string[])["article", "paragraph"])
        {
            var ids = (await SearchAsync(corpus, $"q=lamok&half_life=1d&unit={unit}")).Hits.Select(h => h.Id.Split('#')[0]);
            Assert.Equal(["newer", "stronger", "none", "older"], ids);
        }
    }
}
