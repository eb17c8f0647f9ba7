using Search.Reading.Html;
using Xunit;

namespace Search.Tests.Reading.Html;

public class FurnitureWordsTests
{
    [Theory]
    [InlineData("relatedStories", "related stories")]
    [InlineData("related-stories_2", "related stories")]
    [InlineData("ArticleBody__text", "article body text")]
    [InlineData("RELATED", "related")]
    [InlineData("", "")]
    public void A_name_is_parted_into_words(string name, string words) => Assert.Equal(words, string.Join(' ', FurnitureWords.Words(name)));

    [Theory]
    [InlineData("<div class='c-related-stories'>", "AlwaysFurniture")]
    [InlineData("<div id='article-body'>", "Body")]
    [InlineData("<div class='article-header'>", "")]
    [InlineData("<div class='headroom shadow'>", "")]
    [InlineData("<span class='byline'>", "Byline")]
    public void What_names_tell_is_known(string tag, string role) =>
        Assert.Equal(role, string.Join(',', FurnitureWords.Default.Roles(Page.Parse(tag).Nodes[1]).Select(r => r.ToString())));
}
