using Search.Searching;
using Xunit;

namespace Search.Tests.Searching;

public class ScopeAndFacetTests : CorpusTest
{
    [Fact]
    public async Task Other_languages_stay_in_the_language_facet_when_one_is_chosen()
    {
        var corpus = await OpenAsync(Draft("a", "lamok talks"), Draft("b", "lamok talks") with { Language = "de" }, Draft("c", "lamok talks") with { Language = "fr" });
        var found = await SearchAsync(corpus, "q=lamok&lang=en&facet=lang");
        Assert.Equal(["a"], Ids(found));
        Assert.Equal([("de", 1, FacetState.Off), ("en", 1, FacetState.On), ("fr", 1, FacetState.Off)], Facet(found, FacetField.Lang).Values.Select(v => (v.Id, v.Articles, v.State)));
    }

    [Fact]
    public async Task With_article_scope_a_required_actor_shows_its_paragraphs_too()
    {
        var corpus = await OpenAsync(Draft("a", "lamok vruk", "envoys of France met", "nothing else"));
        var found = await SearchAsync(corpus, "q=lamok vruk zop actor:france&match=most&scope=article");
        Assert.Equal([0, 1], Assert.IsType<ArticleHit>(Assert.Single(found.Hits)).MatchingOrdinals);
    }

    [Fact]
    public async Task A_hint_offers_the_wider_readings_with_exact_counts()
    {
        var corpus = await OpenAsync(Draft("a", "lamok one", "vruk two"), Draft("b", "lamok vruk"), Draft("c", "lamok zop") with { Language = "de" });
        var found = await SearchAsync(corpus, "q=lamok vruk&lang=en");
        Assert.Equal(["b"], Ids(found));
        Assert.Equal([("scope", "article", 2, 3), ("match", "most", 2, 3), ("match", "any", 2, 3)], found.Hints.Select(h => (h.Parameter, h.Value!, h.Articles, h.Paragraphs)));
        Assert.Equal("/v1/search?q=lamok%20vruk&lang=en&scope=article", found.Hints[0].Href);
        Assert.Empty((await SearchAsync(corpus, "q=lamok vruk&lang=en&hints=none")).Hints);
        var dropped = Assert.Single((await SearchAsync(corpus, "q=zop&lang=en")).Hints);
        Assert.Equal(("drop_filter", "lang", 1), (dropped.Type, dropped.Parameter, dropped.Articles));
    }

    [Fact]
    public async Task Chosen_and_excluded_values_are_listed_whatever_the_facet_asks_for()
    {
        var corpus = await OpenAsync(
            Draft("a", "lamok") with { Source = "alpha", Authors = ["ann"] },
            Draft("b", "lamok") with { Source = "beta", Authors = ["ben"] },
            Draft("c", "vruk") with { Source = "gamma" });
        var found = await SearchAsync(corpus, "q=lamok&source=gamma&author.not=ben&facet=source,author&facet.source.limit=1&facet.author.prefix=a&facet.source.min=1");
        Assert.Equal([("alpha", 1, FacetState.Off), ("gamma", 0, FacetState.On)], Facet(found, FacetField.Source).Values.Select(v => (v.Id, v.Articles, v.State)));
        Assert.Equal([("ben", 0, FacetState.Not)], Facet(found, FacetField.Author).Values.Where(v => v.Id == "ben").Select(v => (v.Id, v.Articles, v.State)));
    }

    [Fact]
    public async Task What_a_facet_cuts_off_is_told_and_pages_through_every_value()
    {
        var corpus = await OpenAsync([.. Enumerable.Range(0, 7).Select(i => Draft($"a{i}", "lamok") with { Source = $"source {i}" })]);
        var facet = Facet(await SearchAsync(corpus, "q=lamok&facet=source&facet.source.limit=3"), FacetField.Source);
        Assert.Equal((3, 7, 4), (facet.Values.Count, facet.ValuesTotal, facet.Other.Values));

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await corpus.FacetAsync(new FacetRequest(FacetField.Source) { Limit = 3 }, Request("q=lamok"), null, cursor)).Value!;
            seen.AddRange(page.Values.Select(v => v.Id));
            cursor = page.Cursor;
        }
        while (cursor is not null);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"source {i}"), seen);
        Assert.Equal("source 4", Assert.Single((await corpus.FacetAsync(new FacetRequest(FacetField.Source), Request("q=lamok"), "4", null)).Value!.Values).Id);
    }

    [Fact]
    public async Task Hyphenated_split_and_joined_spellings_meet_each_other()
    {
        var corpus = await OpenAsync(Draft("a", "the peace-keeping force"), Draft("b", "the peacekeeping force"), Draft("c", "the peace keeping force"));
        foreach (var query in (string[])["peace-keeping", "peacekeeping", "\"peace keeping\"", "\"peace-keeping force\"", "\"the peace-keeping force\"", "\"the peace keeping force\""])
        {
            var expected = query == "peacekeeping" ? new[] { "a", "b" } : ["a", "b", "c"];
            Assert.Equal((query, string.Join(',', expected)), (query, string.Join(',', Ids(await SearchAsync(corpus, [new("q", query), new("sort", "date")])))));
        }
    }

    private static Task<SearchResult> SearchAsync(Corpus corpus, KeyValuePair<string, string>[] parameters) => SearchAsync(corpus, Request(parameters));

    [Theory]
    [InlineData("source=alpha&source=beta", "a b")]
    [InlineData("source.not=alpha&source.not=beta", "c")]
    [InlineData("source.all=alpha&source.all=beta", "")]
    [InlineData("actor=country:france&actor=country:china&actor=country:none", "a b")]
    [InlineData("actor.not=country:france&actor.not=country:china&scope=article", "c")]
    [InlineData("actor.all=country:france&actor.all=country:china&scope=article", "b")]
    [InlineData("author=Ada&author=Ben", "a b")]
    [InlineData("author=ada", "")]
    [InlineData("author.not=Ada&author.not=Nobody", "b c")]
    [InlineData("q=author:ADA", "a")]
    [InlineData("kind=body&kind=lead", "a b c")]
    public async Task Several_values_of_a_filter_are_any_every_or_none_of_them(string search, string expected)
    {
        var corpus = await OpenAsync(
            Draft("a", "Talks in France went on.") with { Source = "alpha", Authors = ["Ada"] },
            Draft("b", "Talks in China went on.", "Others met in France.") with { Source = "beta", Authors = ["Ben", "Cy"] },
            Draft("c", "Talks went on.") with { Source = "gamma" });
        Assert.Equal(expected, string.Join(' ', Ids(await SearchAsync(corpus, search)).Order()));
    }

    [Fact]
    public async Task A_value_that_comes_later_is_found_by_its_label_too()
    {
        var corpus = await OpenAsync(Draft("a", "lamok") with { Authors = ["Ada"] });
        Assert.Equal(["a"], Ids(await SearchAsync(corpus, "q=author:ada")));
        Assert.Empty(Ids(await SearchAsync(corpus, "q=author:ben")));
        await PutAsync(corpus, Draft("b", "lamok") with { Authors = ["Ben"] });
        Assert.Equal(["b"], Ids(await SearchAsync(corpus, "q=author:BEN")));
        Assert.Equal(["b"], Ids(await SearchAsync(corpus, "author=Ben")));
    }
}
