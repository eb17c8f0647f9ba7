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
    public void A_beginning_with_an_umlaut_is_met_in_either_case()
    {
        var tags = GazetteerTagger.Read(Search.Text.DataFolder.Default, null).Tag(TaggingData.Article("Künstlerinnen und KÜNSTLER trafen sich.", "Die Künstlerin malte im Museum für Künstler.") with { Language = "de" }).Topics;
        Assert.Contains(tags, t => t.Rule == "arts-culture-entertainment-and-media-de");
    }

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

    [Fact]
    public void Evidence_for_several_topics_makes_the_one_above_them()
    {
        data.Write("topics/rules.tsv", "vote\tmedtop:20000574\ten\t1\tballot\nstate\tmedtop:11000000\ten\t1\tminister\n");
        var tags = data.Tag("It rained.", "A ballot lay there.", "The minister came.", "Another minister stood by.").Topics;
        Assert.Equal([(1, "medtop:11000000", "vote"), (2, "medtop:11000000", "state"), (3, "medtop:11000000", "state")], tags.Select(t => (t.Paragraph, t.Topic, t.Rule!)));
        Assert.Equal(["ballot", "minister", "minister"], tags.Select(t => t.Evidence));
    }

    [Fact]
    public void A_subject_far_behind_the_main_one_is_left_out()
    {
        const string Weak = "The goal was wide, the goal was high.";
        WeighDouble();
        Assert.Contains(data.Tag("It rained.", Weak, "A goal.").Topics, t => t.Topic == "medtop:15000000");
        var ballots = Enumerable.Repeat("Ballots, polling stations, elected, electing, elections, electors.", 6);
        Assert.DoesNotContain(data.Tag(["Ballots at the polling station elected.", .. ballots, Weak]).Topics, t => t.Topic == "medtop:15000000");
    }

    [Fact]
    public void An_own_topic_competes_with_none()
    {
        using var own = new TaggingData();
        own.Write("topics/own-topics.tsv", "own:harbour\tHarbour\n");
        own.Write("topics/own-rules.tsv", "quay\town:harbour\t*\t4\tquay\n");
        WeighDouble();
        var ballots = Enumerable.Repeat("Ballots, polling stations, elected, electing, elections, electors.", 4).ToArray();
        var tags = GazetteerTagger.Read(data.Folder, own.Folder).Tag(TaggingData.Article([.. ballots, "The quay."])).Topics;
        Assert.Contains(tags, t => t.Topic == "own:harbour");
        Assert.Contains(tags, t => t.Topic == "medtop:20000574");
    }

    [Fact]
    public void A_long_article_needs_more_than_a_short_one()
    {
        WeighDouble();
        Assert.NotEmpty(data.Tag("It rained.", "The goal, the goal.", "A goal and a goal.").Topics);
        Assert.Empty(data.Tag(["It rained.", "The goal, the goal.", "A goal and a goal.", .. Enumerable.Repeat(string.Concat(Enumerable.Repeat("Rain fell on the roofs of the town. ", 20)), 10)]).Topics);
    }

    private void WeighDouble() => data.Write("topics/rules.tsv", "vote\tmedtop:20000574\ten\t2\tballot|polling station|elect*\nmatch\tmedtop:15000000\ten\t2\tgoal\n");
}
