using Search.Tagging.Topics;
using Xunit;

namespace Search.Tests.Tagging;

public sealed class OwnTopicsTests : IDisposable
{
    private readonly TaggingData data = new();
    private readonly TaggingData own = new();

    public void Dispose()
    {
        data.Dispose();
        own.Dispose();
    }

    [Fact]
    public void Usable_rows_give_topics_and_rules_and_no_problem()
    {
        var read = Read("# mine\n\nown:harbour\tHarbour\tmedtop:11000000\nown:quay\tQuay\town:harbour\n", "quay\town:quay\t*\t10\tquay|-key quay\n");
        Assert.Empty(read.Problems);
        Assert.Equal(["medtop:11000000", "own:harbour", "own:quay"], read.Table.Path("own:quay"));
        Assert.Equal("quay", Assert.Single(read.Rules)[0]);
    }

    [Theory]
    [InlineData("own:harbour Harbour", "line 1: a topic has two or three columns, parted by tabs")]
    [InlineData("# mine\n\tHarbour", "line 2: the first column, the topic's id, is empty")]
    [InlineData("own:harbour\t\tmedtop:11000000", "line 1: the second column, the label of 'own:harbour', is empty")]
    public void A_topic_that_cannot_be_read_is_left_out_and_told(string rows, string why)
    {
        var read = Read(rows + "\nown:quay\tQuay", "");
        Assert.StartsWith("topics/own-topics.tsv, " + why, Assert.Single(read.Problems), StringComparison.Ordinal);
        Assert.False(read.Table.Knows("own:harbour"));
        Assert.True(read.Table.Knows("own:quay"));
    }

    [Fact]
    public void A_topic_that_stands_twice_counts_once()
    {
        var read = Read("own:quay\tQuay\nown:quay\tPier", "");
        Assert.Contains("line 2: the topic 'own:quay' stands in the file twice", Assert.Single(read.Problems), StringComparison.Ordinal);
        Assert.Equal("Quay", read.Table.Label("own:quay"));
    }

    [Theory]
    [InlineData("own:quay\tQuay\town:harbour", "there is no topic 'own:harbour' for 'own:quay' to stand below")]
    [InlineData("own:quay\tQuay\town:quay", "the topic 'own:quay' would stand below itself")]
    public void A_topic_whose_parent_cannot_be_found_stands_at_the_top_and_is_told(string row, string why)
    {
        var read = Read(row, "quay\town:quay\t*\t1\tquay");
        Assert.Contains(why, Assert.Single(read.Problems), StringComparison.Ordinal);
        Assert.Equal(["own:quay"], read.Table.Path("own:quay"));
        Assert.Single(read.Rules);
    }

    [Fact]
    public void A_circle_of_topics_is_broken_and_told()
    {
        var read = Read("own:a\tA\town:b\nown:b\tB\town:a", "");
        Assert.Equal(2, read.Problems.Count);
        Assert.Equal(["own:a"], read.Table.Path("own:a"));
    }

    [Theory]
    [InlineData("quay medtop:11000000 en 1 quay", "a rule has five columns, parted by tabs: id, topic, language, weight, words. This row has 1.")]
    [InlineData("\tmedtop:11000000\ten\t1\tquay", "the first column, the rule's id, is empty")]
    [InlineData("vote\tmedtop:11000000\ten\t1\tquay", "there is a rule 'vote' already")]
    [InlineData("quay\town:lost\ten\t1\tquay", "there is no topic 'own:lost'")]
    [InlineData("quay\t\ten\t1\tquay", "there is no topic ''")]
    [InlineData("quay\tmedtop:11000000\ten\tmuch\tquay", "the weight 'much' is no number above 0")]
    [InlineData("quay\tmedtop:11000000\ten\t0\tquay", "the weight '0' is no number above 0")]
    [InlineData("quay\tmedtop:11000000\ten\t1\t", "the last column has no words")]
    [InlineData("quay\tmedtop:11000000\ten\t1\t-quay|*", "the last column has no words")]
    public void A_rule_that_cannot_be_used_is_left_out_and_told(string row, string why)
    {
        var read = Read("", "# mine\n" + row + "\npier\tmedtop:11000000\ten\t1\tpier");
        Assert.StartsWith("topics/own-rules.tsv, line 2: " + why, Assert.Single(read.Problems), StringComparison.Ordinal);
        Assert.Equal("pier", Assert.Single(read.Rules)[0]);
    }

    private OwnTopics Read(string topics, string rules)
    {
        own.Write(OwnTopics.TopicsFile, topics);
        own.Write(OwnTopics.RulesFile, rules);
        return OwnTopics.Read(data.Folder, own.Folder);
    }
}
