using Search.Indexing;
using Xunit;

namespace Search.Tests.Indexing;

public class EditionStampTests
{
    private static readonly EditionStamp Stamp = new("store", "tagger", "composer");

    [Fact]
    public void A_commit_made_with_the_same_says_how_far_it_got() => Assert.Equal(812, Stamp.Sequence(Stamp.UserData(812)));

    [Theory]
    [InlineData("news.store")]
    [InlineData("news.schema")]
    [InlineData("news.analyzer")]
    [InlineData("news.composer")]
    [InlineData("news.tagger")]
    public void A_commit_made_with_something_else_is_not_read(string key)
    {
        var made = Stamp.UserData(812);
        made[key] += " of old";
        Assert.Null(Stamp.Sequence(made));
        made.Remove(key);
        Assert.Null(Stamp.Sequence(made));
    }
}
