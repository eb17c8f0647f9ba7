using Search.Articles;
using Search.Searching;
using Xunit;

namespace Search.Tests.Searching;

public class ActorMergeTests : CorpusTest
{
    private static readonly FeedActor Trask = new("Trask Volub", "person");
    private static readonly FeedActor Odo = new("Odo Kremp", "person");

    [Fact]
    public async Task A_merge_acts_at_once_on_facets_filters_and_tokens_and_writes_no_segment()
    {
        var corpus = await OpenAsync(
            Draft("a", "talks in germany went on", "envoys of France met Germany") with { Title = "one", Actors = [Trask, Odo] },
            Draft("b", "envoys of Germany left") with { Title = "two", Actors = [Trask] },
            Draft("c", "envoys of France left") with { Title = "three", Actors = [Odo] });
        await CloseAsync(corpus);
        corpus = await OpenAsync();
        var before = await SearchAsync(corpus, "facet=actor&limit=2");
        Assert.Equal([("country:germany", 2, 2), ("person:odo-kremp", 2, 2), ("person:trask-volub", 2, 2)], Actors(before).Where(a => a.Id != "country:france"));
        var files = Files();

        Assert.True(corpus.MergeActors("person:trask-volub", "person:odo-kremp"));
        Assert.True(corpus.MergeActors("country:germany", "country:france"));

        var after = await SearchAsync(corpus, "facet=actor");
        Assert.Equal([("country:france", 3, 3), ("person:odo-kremp", 3, 3)], Actors(after));
        foreach (var id in (string[])["person:odo-kremp", "person:trask-volub"])
        {
            var filtered = await SearchAsync(corpus, $"actor={id}&facet=actor");
            Assert.Equal(new Counts(3, 3), filtered.Counts);
            Assert.Equal(FacetState.On, Facet(filtered, FacetField.Actor).Values.Single(v => v.Id == "person:odo-kremp").State);
        }
        var token = await SearchAsync(corpus, "q=@france&unit=paragraph&sort=date");
        Assert.Equal(["a#2", "b#1", "c#1"], Ids(token));
        Assert.Equal(["France", "Germany"], ((ParagraphHit)token.Hits[0]).Matches.Select(m => ((ParagraphHit)token.Hits[0]).Text[m.Start..m.End]));
        Assert.All(((ParagraphHit)token.Hits[0]).Matches, m => Assert.Equal("country:france", m.Actor));
        Assert.Equal(new Counts(0, 0), (await SearchAsync(corpus, "actor.not=country:germany&q=envoys")).Counts);
        Assert.Equal(files, Files());
        Assert.Equal(before.Generation, after.Generation);
    }

    [Fact]
    public async Task A_cursor_taken_before_a_merge_keeps_the_old_actors()
    {
        var corpus = await OpenAsync([.. Enumerable.Range(0, 6).Select(i => Draft($"a{i}", "envoys met") with { Title = "one", Actors = [Trask] })]);
        var first = await SearchAsync(corpus, "limit=2&sort=date&facet=actor");
        await PutAsync(corpus, Draft("b", "envoys met") with { Title = "two", Actors = [Odo] });
        corpus.MergeActors("person:trask-volub", "person:odo-kremp");

        var frozen = await SearchAsync(corpus, $"limit=2&sort=date&facet=actor&cursor={first.Cursor}");
        Assert.Equal([("person:trask-volub", 6, 6)], Actors(frozen));
        Assert.Equal("person:trask-volub", Assert.Single(frozen.Hits[0].Actors).Id);
        Assert.Equal([("person:odo-kremp", 7, 7)], Actors(await SearchAsync(corpus, "facet=actor")));
    }

    [Fact]
    public async Task After_a_chain_of_merges_every_former_id_means_the_last_actor()
    {
        var corpus = await OpenAsync(Draft("a", "envoys of Germany met"), Draft("b", "envoys of France met"), Draft("c", "envoys of Brazil met"));
        Assert.True(corpus.MergeActors("country:germany", "country:france"));
        Assert.True(corpus.MergeActors("country:france", "country:brazil"));

        foreach (var id in (string[])["country:germany", "country:france", "country:brazil"]) Assert.Equal(3, (await SearchAsync(corpus, $"actor={id}")).Counts.Articles);
        Assert.Equal(3, (await SearchAsync(corpus, "q=@germany")).Counts.Articles);
        await PutAsync(corpus, Draft("d", "more envoys of Germany met"));
        Assert.Equal([("country:brazil", 4, 4)], Actors(await SearchAsync(corpus, "facet=actor")));
    }

    [Fact]
    public async Task A_country_merged_into_a_person_is_a_person_for_type_tokens_and_type_filters()
    {
        var corpus = await OpenAsync(Draft("a", "envoys of Germany met"), Draft("b", "envoys of France met") with { Actors = [Odo] });
        corpus.MergeActors("country:germany", "person:odo-kremp");
        Assert.Equal(["b"], Ids(await SearchAsync(corpus, "q=@country")));
        Assert.Equal(["a"], Ids(await SearchAsync(corpus, "q=@person")));
        Assert.Equal(["a"], Ids(await SearchAsync(corpus, "q=\"of @person\"")));
        Assert.Equal(["b"], Ids(await SearchAsync(corpus, "actor.type=country")));
        Assert.Equal(["a", "b"], Ids(await SearchAsync(corpus, "actor.type=person")));
    }

    [Fact]
    public async Task A_merge_of_unknown_or_equal_actors_changes_nothing()
    {
        var corpus = await OpenAsync(Draft("a", "envoys of Germany met"));
        Assert.False(corpus.MergeActors("country:germany", "country:atlantis"));
        Assert.False(corpus.MergeActors("country:atlantis", "country:germany"));
        Assert.False(corpus.MergeActors("country:germany", "country:germany"));
        Assert.Equal([("country:germany", 1, 1)], Actors(await SearchAsync(corpus, "facet=actor")));
    }

    private static IEnumerable<(string Id, int Articles, int Paragraphs)> Actors(SearchResult result) => Facet(result, FacetField.Actor).Values.Select(v => (v.Id, v.Articles, v.Paragraphs));

    private List<(string, long, DateTime)> Files() => [.. Directory.GetFiles(Path.Combine(Folder, "editions"), "*", SearchOption.AllDirectories)
        .Select(f => new FileInfo(f)).Select(f => (f.FullName, f.Length, f.LastWriteTimeUtc)).Order()];
}
