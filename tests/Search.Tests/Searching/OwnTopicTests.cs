using Search.Articles;
using Search.Searching;
using Xunit;

namespace Search.Tests.Searching;

public sealed class OwnTopicTests : CorpusTest
{
    private const string Fishing = "medtop:20000213";
    private static readonly ArticleDraft Quay = Draft("quay", "The herring boats lay at the quay all week.", "Nobody came.");
    private static readonly ArticleDraft Other = Draft("other", "The town bought salt.");

    [Fact]
    public async Task An_own_topic_is_given_counted_filtered_and_stands_below_its_parent()
    {
        Write("own-topics.tsv", $"own:herring\tHerring\t{Fishing}\n");
        Write("own-rules.tsv", "herring-boats\town:herring\t*\t10\therring boat*\n");
        var corpus = await OpenAsync(Quay, Other);

        var topic = Assert.Single((await corpus.ArticleAsync("quay"))!.Topics);
        Assert.Equal(("own:herring", "Herring", "rule", "herring-boats", 0, "herring boats"), (topic.Id, topic.Label, topic.By, topic.Rule, topic.EvidenceOrdinal, topic.Evidence));
        var found = await SearchAsync(corpus, "topic=own:herring&facet=topic");
        Assert.Equal(["quay"], Ids(found));
        var value = Facet(found, FacetField.Topic).Values.Single(v => v.Id == "own:herring");
        Assert.Equal((1, 1), (value.Articles, value.Paragraphs));
        Assert.Equal(["quay"], Ids(await SearchAsync(corpus, "topic=" + Fishing)));
        Assert.Equal(["quay"], Ids(await SearchAsync(corpus, "q=topic:herring")));
        var tree = await corpus.TopicsAsync();
        Assert.Equal(["own:herring"], Below(tree.Topics, Fishing).Select(t => t.Id));
        Assert.Empty(corpus.DataProblems);
    }

    [Fact]
    public async Task A_change_of_the_files_tags_what_is_stored_anew_at_the_next_start()
    {
        await CloseAsync(await OpenAsync(Quay, Other));
        Write("own-topics.tsv", "own:salt\tSalt\n");
        Write("own-rules.tsv", "salt\town:salt\ten\t10\tsalt\n");
        var corpus = await OpenAsync();
        await CaughtUpAsync(corpus);
        Assert.Equal(["other"], Ids(await SearchAsync(corpus, "topic=own:salt")));
        await CloseAsync(corpus);

        Write("own-topics.tsv", "own:salt\tRoad salt\n");
        corpus = await OpenAsync();
        await CaughtUpAsync(corpus);
        Assert.Equal("Road salt", Facet(await SearchAsync(corpus, "topic=own:salt&facet=topic"), FacetField.Topic).Values.Single(v => v.Id == "own:salt").Label);
        Assert.Equal(["Road salt"], (await corpus.TopicsAsync()).Topics.Where(t => t.Id == "own:salt").Select(t => t.Label));
        await CloseAsync(corpus);

        Write("own-rules.tsv", "");
        corpus = await OpenAsync();
        await CaughtUpAsync(corpus);
        Assert.Empty(Ids(await SearchAsync(corpus, "topic=own:salt")));
    }

    [Fact]
    public async Task A_row_that_cannot_be_used_is_told_and_stops_nothing()
    {
        Write("own-topics.tsv", "own:salt\tSalt\n");
        Write("own-rules.tsv", "salt\town:pepper\ten\t10\tsalt\nsalt-2\town:salt\ten\t10\tsalt\n");
        var corpus = await OpenAsync(Other);
        Assert.StartsWith("topics/own-rules.tsv, line 1: there is no topic 'own:pepper'", Assert.Single(corpus.DataProblems), StringComparison.Ordinal);
        Assert.Equal(corpus.DataProblems, (await corpus.StatusAsync()).DataProblems);
        Assert.Equal(["other"], Ids(await SearchAsync(corpus, "topic=own:salt")));
    }

    [Fact]
    public async Task A_topic_has_children_only_when_articles_have_them()
    {
        Write("own-topics.tsv", "own:salt\tSalt\nown:sea-salt\tSea salt\town:salt\n");
        Write("own-rules.tsv", "salt\town:salt\ten\t10\tsalt\nsea-salt\town:sea-salt\ten\t10\tsea salt\n");
        var corpus = await OpenAsync(Other);
        Assert.False(Salt(await SearchAsync(corpus, "facet=topic")).HasChildren);
        await PutAsync(corpus, Draft("sea", "They boil sea salt here."));
        Assert.True(Salt(await SearchAsync(corpus, "facet=topic")).HasChildren);

        static FacetValue Salt(SearchResult result) => Facet(result, FacetField.Topic).Values.Single(v => v.Id == "own:salt");
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "topics"));
        File.WriteAllText(Path.Combine(Folder, "topics", file), text);
    }

    private static IReadOnlyList<TopicBranch> Below(IEnumerable<TopicBranch> branches, string id)
    {
        foreach (var branch in branches)
        {
            if (branch.Id == id) return branch.Children;
            if (Below(branch.Children, id) is { Count: > 0 } found) return found;
        }
        return [];
    }
}
