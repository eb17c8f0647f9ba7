using Search.Articles;
using Search.Reading.Html;
using Xunit;

namespace Search.Tests.Reading;

public class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One.</p><p>Two.</p>", "One.|Two.")]
    [InlineData("One.\n\nTwo <a href='x'>links</a>.", "One.|Two links.")]
    [InlineData("<p>One\n\ntwo.</p>", "One two.")]
    [InlineData("One.<br>\n<br/>Two.", "One.|Two.")]
    [InlineData("<div>One <b>bold</b>er<p>Two.</div>Three.", "One bolder|Two.|Three.")]
    [InlineData("a<script>var x = '<p>';</script>b<style>p{}</style>c<!-- <p> -->d", "abcd")]
    [InlineData("1 < 2 &amp; 3 &gt; 2 &eacute;", "1 < 2 & 3 > 2 é")]
    [InlineData("<img alt=\"a > b\" src='x'>text", "text")]
    [InlineData("<ul><li>One</li><li>Two</li></ul>", "One|Two")]
    [InlineData("text <a href='never closed", "text")]
    [InlineData("<script>never closed", "")]
    [InlineData("", "")]
    public void Tags_divide_or_vanish(string html, string expected) => Assert.Equal(expected, string.Join('|', HtmlText.Paragraphs(html).Select(p => p.Text)));

    [Fact]
    public void Headings_and_the_texts_of_pictures_carry_their_kind() => Assert.Equal(
        [new("One."), new("Head", ParagraphKind.Heading), new DraftParagraph("Two."), new("Picture", ParagraphKind.Caption), new("Three.")],
        HtmlText.Paragraphs("<p>One.<h3>Head</h3>Two.<figure><img><figcaption>Picture</figcaption></figure>Three."));

    [Fact]
    public void Hostile_mark_up_costs_no_more_than_its_length()
    {
        foreach (var tag in (string[])["<div>", "<a ", "<script>", "<!--", "<", "</", "<p", "&"])
        {
            HtmlText.Paragraphs(string.Concat(Enumerable.Repeat(tag, 300_000)));
        }
    }
}
