using Search.Articles;
using Search.Searching;
using Xunit;

namespace Search.Tests.Searching.Facets;

public class TypeAheadTests : CorpusTest
{
    [Theory]
    [InlineData("united", "United States", null)]
    [InlineData("sta uni", "United States", null)]
    [InlineData("usa", "United States", "USA")]
    [InlineData("uncle", "United States", "Uncle Sam")]
    [InlineData("americans", "United States", "Americans")]
    [InlineData("ETATS", "United States", "États-Unis")]
    [InlineData("kreml", "Russia", "Kremlin")]
    [InlineData("paris", null, null)] // a capital is a place of its own
    [InlineData("switzer", null, null)] // nobody in the index
    public async Task An_actor_is_found_by_any_word_of_its_label_or_of_another_name(string typed, string? label, string? alias)
    {
        var corpus = await OpenAsync(Draft("a", "envoys of the United States met"), Draft("b", "envoys of Russia met"));
        var found = (await FacetAsync(corpus, FacetField.Actor, typed)).Values;
        Assert.Equal(label is null ? [] : [(label, alias)], found.Select(v => (v.Label, v.MatchedAlias)));
        var actors = (await corpus.ActorsAsync(typed, null, 20, null)).Value!.Actors;
        Assert.Equal(found.Select(v => (v.Id, v.MatchedAlias, v.Articles)), actors.Select(a => (a.Id, a.MatchedAlias, a.Articles)));
    }

    [Fact]
    public async Task Names_that_were_merged_into_an_actor_find_it_at_once()
    {
        var corpus = await OpenAsync(Draft("a", "envoys met") with { Actors = [new FeedActor("Trask Volub", "person")] }, Draft("b", "envoys met") with { Actors = [new FeedActor("Odo Kremp", "person")] });
        Assert.Equal(["person:trask-volub"], (await FacetAsync(corpus, FacetField.Actor, "volub")).Values.Select(v => v.Id));

        corpus.MergeActors("person:trask-volub", "person:odo-kremp");

        var found = Assert.Single((await FacetAsync(corpus, FacetField.Actor, "volub")).Values);
        Assert.Equal(("person:odo-kremp", "Odo Kremp", "Trask Volub", 2), (found.Id, found.Label, found.MatchedAlias, found.Articles));
        Assert.Null(Assert.Single((await FacetAsync(corpus, FacetField.Actor, "kremp")).Values).MatchedAlias);
    }

    [Fact]
    public async Task Actors_learnt_later_are_found_as_well()
    {
        var corpus = await OpenAsync(Draft("a", "envoys of the United States met"));
        Assert.Empty((await FacetAsync(corpus, FacetField.Actor, "fra")).Values);
        await PutAsync(corpus, Draft("b", "envoys of France met"));
        Assert.Equal(["France"], (await FacetAsync(corpus, FacetField.Actor, "fra")).Values.Select(v => v.Label));
    }

    [Theory]
    [InlineData(FacetField.Source, "post", "Harbour Post|Zolap Post")]
    [InlineData(FacetField.Source, "zol po", "Zolap Post")]
    [InlineData(FacetField.Author, "émil", "Émile Dur")]
    [InlineData(FacetField.Author, "emil", "Émile Dur")]
    [InlineData(FacetField.Topic, "crim", "medtop:02000000")]
    [InlineData(FacetField.Lang, "e", "en")]
    [InlineData(FacetField.Kind, "lea", "lead")]
    [InlineData(FacetField.Kind, "zz", "")]
    [InlineData(FacetField.Source, "", "Harbour Post|Zolap Post")]
    public async Task Values_of_every_field_are_typed_ahead(FacetField field, string typed, string ids)
    {
        var corpus = await OpenAsync(
            Draft("a", "one lead") with { Source = "Harbour Post", Authors = ["Émile Dur"], Topics = [new FeedTopic(null, "crime, law and justice")] },
            Draft("b", "one lead") with { Source = "Zolap Post", Authors = ["Ann Other"] });
        Assert.Equal(ids, string.Join('|', (await FacetAsync(corpus, field, typed)).Values.Select(v => v.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Every_value_that_fits_is_paged_through_once()
    {
        var corpus = await OpenAsync([.. Enumerable.Range(0, 45).Select(i => Draft($"a{i:00}", "envoys met") with { Actors = [new FeedActor($"Trask {(char)('A' + (i / 26))}{(char)('a' + (i % 26))}lub", "person"), new FeedActor("Odo Kremp", "person")] })]);
        var (ids, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = (await corpus.FacetAsync(new FacetRequest(FacetField.Actor) { Limit = 10 }, Request(""), "tras", cursor)).Value!;
            Assert.Equal(45, page.ValuesTotal);
            ids.AddRange(page.Values.Select(v => v.Id));
            cursor = page.Cursor;
        }
        while (cursor is not null);
        Assert.Equal((45, 45), (ids.Count, ids.Distinct().Count()));
    }

    private static async Task<FacetPage> FacetAsync(Corpus corpus, FacetField field, string typed) =>
        (await corpus.FacetAsync(new FacetRequest(field), Request(""), typed, null)).Value!;
}
