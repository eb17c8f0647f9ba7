using Search.Articles;
using Search.Tagging;
using Xunit;

namespace Search.Tests.Tagging;

public sealed class TopicsTests : IDisposable
{
    private readonly TaggingData data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void Evidence_in_the_lead_and_below_gives_the_topic_to_the_paragraphs_that_hold_it()
    {
        var tags = data.Tag("The ballots were counted all night.", "It rained.", "Two polling stations elected to stay open.").Topics;
        Assert.Equal([0, 2], tags.Select(t => t.Paragraph));
        Assert.All(tags, t => Assert.Equal(("medtop:20000574", "rule", "vote"), (t.Topic, t.By, t.Rule)));
    }

    [Fact]
    public void A_single_word_in_passing_is_not_enough() => Assert.Empty(data.Tag("It rained.", "A ballot lay there.").Topics);

    [Fact]
    public void A_veto_takes_the_evidence_of_its_paragraph_away() =>
        Assert.Empty(data.Tag("It was a goal, a goal, and an own goal of the budget.", "It rained.").Topics);

    [Fact]
    public void A_rule_of_one_language_is_silent_in_another() =>
        Assert.Empty(data.Tagger().Tag(TaggingData.Article("ballot ballot ballot ballot") with { Language = "de" }).Topics);

    [Fact]
    public void Topics_of_the_feed_stand_on_every_paragraph_and_resolve_by_label()
    {
        var tags = data.Tagger().Tag(TaggingData.Article("It rained.", "It snowed.") with { Topics = [new FeedTopic(null, "Sport"), new FeedTopic(null, "Local News")] }).Topics;
        Assert.Equal(["medtop:15000000", "feed:local-news", "medtop:15000000", "feed:local-news"], tags.Select(t => t.Topic));
        Assert.All(tags, t => Assert.Equal("feed", t.By));
    }

    [Fact]
    public void Own_topics_and_rules_join_without_code()
    {
        using var own = new TaggingData();
        own.Write("topics/own-topics.tsv", "own:harbour\tHarbour\t");
        own.Write("topics/own-rules.tsv", "quay\town:harbour\t*\t2\tquay");
        var tag = Assert.Single(GazetteerTagger.Read(data.Folder, own.Folder).Tag(TaggingData.Article("The quay was wet.")).Topics);
        Assert.Equal("own:harbour", tag.Topic);
        Assert.Equal("Harbour", TopicTable.Read(data.Folder, own.Folder).Label("own:harbour"));
    }

    [Fact]
    public void An_own_topic_with_a_known_id_takes_its_place() =>
        Assert.Equal("games", TopicTable.Read(data.Folder).With([new Topic("medtop:15000000", "games", null)]).Label("medtop:15000000"));
}
