using Search.Articles;
using Search.Searching.Suggesting;
using Xunit;

namespace Search.Tests.Searching.Suggesting;

public class SuggestTests : CorpusTest
{
    private static readonly ArticleDraft[] Drafts =
    [
        Draft("a", "President Emmanuel Macron met guests from China in the harbour") with { Title = "Carbon border tax splits ministers", Source = "Carbon Post", Topics = [new FeedTopic(null, "crime, law and justice")], Actors = [new FeedActor("Emmanuel Macron", "person")], Published = new(2024, 5, 2, 0, 0, 0, TimeSpan.Zero) },
        Draft("b", "The carbon border tax was on the table when China left") with { Title = "Envoys of China leave", Source = "Harbour Post", Published = new(2024, 5, 3, 0, 0, 0, TimeSpan.Zero) },
        Draft("c", "Séjourné spoke of the carbon border tax, at last") with { Title = "L'accord: “enfin”, *dit* -il ~2 @x title:y", Language = "fr", Source = "Journal", Actors = [new FeedActor("Stéphane Séjourné", "person")], Published = new(2024, 5, 4, 0, 0, 0, TimeSpan.Zero) },
        Draft("d", "中国银行宣布加息。 Москва и Пекин") with { Title = "Москва молчит", Language = "ru", Source = "Известия", Actors = [new FeedActor("中国银行", "org"), new FeedActor("Москва", "place")], Published = new(2024, 5, 5, 0, 0, 0, TimeSpan.Zero) },
        Draft("e", "Plain words without a headline stand here. A second sentence follows.") with { Source = "Journal" },
    ];

    [Theory]
    [InlineData("chi", "actor China 2 actor=country:china|title Envoys of China leave 1 q=title:\"Envoys of China leave\"")]
    [InlineData("CHIN", "actor China 2 actor=country:china|title Envoys of China leave 1 q=title:\"Envoys of China leave\"")]
    [InlineData("macr", "actor Emmanuel Macron 1 actor=person:emmanuel-macron")]
    [InlineData("macorn", "actor Emmanuel Macron 1 actor=person:emmanuel-macron")]
    [InlineData("emmanuel mcaron", "actor Emmanuel Macron 1 actor=person:emmanuel-macron")]
    [InlineData("nacron", "")]
    [InlineData("sejo", "actor Stéphane Séjourné 1 actor=person:stephane-sejourne")]
    [InlineData("crim", "topic crime, law and justice 1 topic=medtop:02000000")]
    [InlineData("harbour", "source Harbour Post 1 source=Harbour Post")]
    [InlineData("carb", "source Carbon Post 1 source=Carbon Post|phrase carbon border tax 3 q=\"carbon border tax\"|title Carbon border tax splits ministers 1 q=title:\"Carbon border tax splits ministers\"")]
    [InlineData("border ta", "phrase carbon border tax 3 q=\"carbon border tax\"|title Carbon border tax splits ministers 1 q=title:\"Carbon border tax splits ministers\"")]
    [InlineData("enfin", "title L'accord: “enfin”, *dit* -il ~2 @x title:y 1 q=title:\"L'accord enfin dit il 2 x title y\"")]
    [InlineData("中国", "actor 中国银行 1 actor=org:中国银行")]
    [InlineData("МОСК", "actor Москва 1 actor=place:москва|title Москва молчит 1 q=title:\"Москва молчит\"")]
    [InlineData("plain wo", "title Plain words without a headline stand here 1 q=lead:\"Plain words without a headline stand here\"")]
    [InlineData("chinese", "actor China 2 actor=country:china")]
    [InlineData("xqzzk", "")]
    [InlineData("", "")]
    [InlineData("  ?! \" ( ", "")]
    [InlineData("china*", "actor China 2 actor=country:china|title Envoys of China leave 1 q=title:\"Envoys of China leave\"")]
    [InlineData("\"chin", "actor China 2 actor=country:china|title Envoys of China leave 1 q=title:\"Envoys of China leave\"")]
    public async Task What_may_be_meant_is_suggested_with_what_it_would_find(string typed, string expected)
    {
        var corpus = await OpenAsync(Drafts);
        Assert.Equal(expected, Text(await corpus.SuggestAsync(typed, 10, Request(""))));
    }

    [Theory]
    [InlineData("source=Harbour%20Post", "actor China 1 actor=country:china|title Envoys of China leave 1 q=title:\"Envoys of China leave\"")]
    [InlineData("source.not=Harbour%20Post", "actor China 1 actor=country:china")]
    [InlineData("published=2024-05-02", "actor China 1 actor=country:china")]
    [InlineData("lang=fr", "")]
    [InlineData("actor=person:emmanuel-macron", "actor China 2 actor=country:china")] // takes the place of the actor chosen
    [InlineData("actor.all=person:emmanuel-macron", "actor China 1 actor=country:china")] // stays
    [InlineData("kind=headline", "actor China 1 actor=country:china|title Envoys of China leave 1 q=title:\"Envoys of China leave\"")]
    [InlineData("q=xqzzk&limit=1&facet=lang", "actor China 2 actor=country:china|title Envoys of China leave 1 q=title:\"Envoys of China leave\"")] // a query is what is typed
    public async Task The_current_filters_are_respected(string filters, string expected)
    {
        var corpus = await OpenAsync(Drafts);
        Assert.Equal(expected, Text(await corpus.SuggestAsync("chin", 10, Request(filters))));
    }

    [Fact]
    public async Task What_was_typed_is_marked_in_the_label_or_in_the_alias()
    {
        var corpus = await OpenAsync(Drafts);
        Assert.Equal("[carbon] [bo]rder tax", Marked(Assert.Single(await corpus.SuggestAsync("carbon bo", 1, Request("lang=fr")))));
        Assert.Equal("Stéphane [Séjo]urné", Marked(Assert.Single(await corpus.SuggestAsync("SEJO", 1, Request("")))));
        var alias = Assert.Single(await corpus.SuggestAsync("chinese", 1, Request("")));
        Assert.Equal(("China", "Chinese", "[Chinese]"), (alias.Label, alias.MatchedAlias, Marked(alias)));
        Assert.Equal("Emmanuel [Macron]", Marked(Assert.Single(await corpus.SuggestAsync("macorn", 1, Request("")))));
    }

    [Fact]
    public async Task What_is_typed_right_goes_before_what_has_a_typo_and_shuts_it_out()
    {
        var corpus = await OpenAsync(Draft("a", "envoys met") with { Actors = [new FeedActor("Marcon", "person"), new FeedActor("Macron", "person")] });
        Assert.Equal(["Macron"], (await corpus.SuggestAsync("macron", 10, Request(""))).Select(s => s.Label));
        Assert.Equal(["Macron", "Marcon"], (await corpus.SuggestAsync("makron", 10, Request(""))).Concat(await corpus.SuggestAsync("markon", 10, Request(""))).Select(s => s.Label));
        await PutAsync(corpus, Draft("b", "nothing") with { Title = "Makron misspelt" });
        Assert.Equal([(SuggestionType.Title, "Makron misspelt"), (SuggestionType.Actor, "Macron")], (await corpus.SuggestAsync("makron", 10, Request(""))).Select(s => (s.Type, s.Label)));
    }

    [Fact]
    public async Task A_whole_label_goes_first_unless_hardly_anything_bears_it()
    {
        var corpus = await OpenAsync(
            [.. Enumerable.Range(0, 25).Select(i => Draft($"a{i:00}", "envoys met") with { Actors = [new FeedActor("Trask Volub", "person")] }), Draft("b", "envoys met") with { Actors = [new FeedActor("Trask", "person")] }, Draft("c", "envoys met") with { Actors = [new FeedActor("Volub", "person")] }, Draft("d", "envoys met") with { Actors = [new FeedActor("Volub", "person")] }]);
        Assert.Equal(["Trask Volub", "Trask"], (await corpus.SuggestAsync("trask", 10, Request(""))).Select(s => s.Label));
        Assert.Equal(["Volub", "Trask Volub"], (await corpus.SuggestAsync("volub", 10, Request(""))).Select(s => s.Label));
    }

    [Fact]
    public async Task No_type_crowds_out_the_others()
    {
        var corpus = await OpenAsync([.. Enumerable.Range(0, 20).Select(i => Draft($"a{i:00}", "lamok trade pact was signed") with { Title = $"Lamok number {i}", Source = $"Lamok {i}", Actors = [new FeedActor($"Lamok {i} Volub", "person")] })]);
        var found = await corpus.SuggestAsync("lamok", 10, Request(""));
        Assert.Equal(10, found.Count);
        Assert.Equal([SuggestionType.Actor, SuggestionType.Source, SuggestionType.Phrase, SuggestionType.Title], found.Select(s => s.Type).Distinct());
        Assert.Equal(found.Select(s => s.Type).Order(), found.Select(s => s.Type));
        Assert.Empty(await corpus.SuggestAsync("lamok", 0, Request("")));
        Assert.Equal(40, (await corpus.SuggestAsync("lamok", 40, Request(""))).Count);
    }

    [Fact]
    public async Task Headlines_of_copies_are_suggested_once_and_counted_together_and_deleted_ones_not_at_all()
    {
        var corpus = await OpenAsync([.. Enumerable.Range(0, 4).Select(i => Draft($"a{i}", "body") with { Title = "Lamok vruk zop" })]);
        await DeleteAsync(corpus, "a0");
        Assert.Equal("title Lamok vruk zop 3 q=title:\"Lamok vruk zop\"", Text((await corpus.SuggestAsync("vru", 10, Request(""))).Where(s => s.Type == SuggestionType.Title)));
        for (var i = 1; i < 4; i++) await DeleteAsync(corpus, $"a{i}");
        Assert.Empty(await corpus.SuggestAsync("vru", 10, Request("")));
    }

    [Theory]
    [InlineData("a", 2048)]
    [InlineData("a ", 1024)]
    [InlineData("china ", 300)]
    [InlineData("\u0301", 2000)]
    [InlineData("\ud800", 10)]
    [InlineData("𐐀", 900)]
    [InlineData("\"(((*~", 300)]
    [InlineData("a'", 900)]
    public async Task Whatever_is_typed_is_answered(string typed, int times)
    {
        var corpus = await OpenAsync(Drafts);
        Assert.NotNull(await corpus.SuggestAsync(string.Concat(Enumerable.Repeat(typed, times)), 10, Request("")));
    }

    internal static string Text(IEnumerable<Suggestion> suggestions) =>
        string.Join('|', suggestions.Select(s => $"{s.Type.ToString().ToLowerInvariant()} {s.Label} {s.Articles} {s.Apply.Parameter}={s.Apply.Value}"));

    private static string Marked(Suggestion suggestion)
    {
        var text = suggestion.MatchedAlias ?? suggestion.Label;
        foreach (var match in suggestion.Matches.Reverse()) text = $"{text[..match.Start]}[{text[match.Start..match.End]}]{text[match.End..]}";
        return text;
    }
}
