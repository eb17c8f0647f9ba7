using Xunit;

namespace Search.Tests.Reading.Html;

public class MainTextTests : HtmlPageTest
{
    private const string Links = "<ul><li><a href='/1'>Ferry strike enters its second week in the north</a></li><li><a href='/2'>Ten lighthouses that are worth the walk</a></li></ul>";
    private const string Teaser = "The ferry company said on Tuesday that its boats would stay in port until the dockers had come back to the table with a new offer.";

    [Theory]
    [InlineData("<nav>{0}</nav>"), InlineData("<footer><p>{1}</p></footer>"), InlineData("<aside><p>{1}</p></aside>"), InlineData("<div class='related-stories'><p>{1}</p></div>")]
    [InlineData("<section id=\"comments\"><p>{1}</p></section>"), InlineData("<div class='newsletterSignup'><p>{1}</p></div>"), InlineData("<div role='complementary'><p>{1}</p></div>")]
    [InlineData("<div hidden><p>{1}</p></div>"), InlineData("<div style='display: none'><p>{1}</p></div>"), InlineData("<form><p>{1}</p></form>"), InlineData("<div class='cookie-consent'><p>{1}</p></div>")]
    [InlineData("{0}"), InlineData("<script>var x = '<p>{1}</p>';</script>"), InlineData("<div class='share'>Share this</div>"), InlineData("<div class='article__author-bio'><p>{1}</p></div>")]
    public void What_stands_around_is_left_out(string furniture)
    {
        var around = string.Format(System.Globalization.CultureInfo.InvariantCulture, furniture, Links, Teaser);
        Assert.Equal([First, Second, Third], Paragraphs(OfPage("", $"{around}<article><h1>Bridge opens</h1><p>{First}</p><p>{Second}</p>{around}<p>{Third}</p></article>{around}")));
    }

    [Fact]
    public void Headings_lists_quotes_tables_and_captions_within_stay()
    {
        var draft = OfPage("", $"""
            <div class="story-body"><h1>Bridge opens</h1><p>{First}</p><h2>What it cost</h2><ul><li>Steel: 4 million</li><li>Works: 6 million</li></ul><blockquote><p>We waited for years.</p></blockquote>
            <figure><img src="b.jpg"><figcaption>The bridge on Monday</figcaption></figure><table><tr><td>2023</td><td>12</td></tr></table><p>{Second}</p></div>
            """);
        Assert.Equal([First, "# What it cost", "Steel: 4 million", "Works: 6 million", "We waited for years.", "! The bridge on Monday", "2023 12", Second], Paragraphs(draft));
    }

    [Fact]
    public void Posts_quoted_from_elsewhere_stay() => Assert.Contains("Crossed the bridge today! — Ann (@ann)", Paragraphs(OfPage("",
        $"<article><h1>Bridge opens</h1>{Text}<div class='social-media-embed'><blockquote class='twitter-tweet'>Crossed the bridge today! — Ann (@ann)</blockquote></div><p>{Teaser}</p></article>")));

    [Fact]
    public void An_opening_paragraph_set_apart_is_a_part_of_the_text() =>
        Assert.Equal([Teaser, First, Second, Third], Paragraphs(OfPage("", $"<h1>Bridge opens</h1><div class='article-lead'>{Teaser}</div><div><div class='ad'>Ad</div></div><div class='article-body'>{Text}</div>")));

    [Fact]
    public void What_hangs_below_the_end_is_trimmed_off() => Assert.Equal([First, Second, Third], Paragraphs(OfPage("",
        $"<article><h1>Bridge opens</h1><p>2 May 2024</p><p>4 min read</p>{Text}<h3>More stories</h3>{Links}<p>Source: Harbour Post</p><p>Filed under:</p></article>")));

    [Fact]
    public void Teasers_below_the_text_are_trimmed_off()
    {
        var teaser = $"<h3><a href='/1'>Ferry strike enters its second week</a></h3><p>{Teaser}</p>";
        Assert.Equal([First, Second, Third, First, Second, Third], Paragraphs(OfPage("", $"<div><h1>Bridge opens</h1>{Text}{Text}{teaser}{teaser}</div>")));
    }

    [Fact]
    public void Many_comments_do_not_outweigh_a_short_text() => Assert.Equal([First, Second, Third], Paragraphs(OfPage("",
        $"<div id='story'><h1>Bridge opens</h1>{Text}</div><div class='comment-list'>{string.Concat(Enumerable.Repeat($"<div class='comment'><p>{Teaser}</p></div>", 30))}</div>")));

    [Fact]
    public void A_name_that_misleads_does_not_lose_the_text() =>
        Assert.Equal([First, Second, Third], Paragraphs(OfPage("", $"<div class='widget page-with-sidebar'><div id='promo'><h1>Bridge opens</h1>{Text}</div></div>")));

    [Fact]
    public void Line_breaks_divide_a_text_without_paragraphs() =>
        Assert.Equal([First, Second, Third], Paragraphs(OfPage("", $"<h1>Bridge opens</h1><div class=text>{First}<br><br>{Second}<br />\n<br>{Third}</div>")));

    [Fact]
    public void A_text_carried_beside_the_mark_up_shows_where_it_stands()
    {
        var other = string.Concat(Enumerable.Repeat($"<p>{Teaser}</p>", 4));
        var json = JsonLd($$"""{"@type":"NewsArticle","headline":"Bridge opens","articleBody":"{{First}} {{Second}} {{Third}}"}""");
        Assert.Equal([First, Second, Third], Paragraphs(OfPage(json, $"<div class=a>{other}</div><div class=b>{Text}</div>")));
        Assert.Equal($"{First} {Second} {Third}", Assert.Single(Paragraphs(OfPage(json, "<div id='app'></div>"))));
    }

    [Theory]
    [InlineData("", "No article text was found in the page.")]
    [InlineData("<script>render()</script>", "No article text was found in the page.")]
    [InlineData("<frameset><frame src='a.html'></frameset>", "No article text was found: the page is only a set of frames.")]
    [InlineData("<h1>Log in</h1><p>To read this page log in, or accept that we store cookies on your device to show you what you like.</p>", "No article text was found: the longest text of the page has only")]
    public void A_page_without_an_article_says_so(string body, string reason) => Assert.StartsWith(reason, Reason(Assert.Single(Read(Page("", body)))), StringComparison.Ordinal);

    [Fact]
    public void A_home_page_is_no_article()
    {
        var stories = string.Concat(Enumerable.Range(0, 40).Select(i => $"<div><h3><a href='/{i}'>Story number {i} about the ferries, the bridge and the harbour</a></h3><p><a href='/{i}'>{Teaser}</a></p></div>"));
        Assert.Contains("the page is a list of links", Reason(Assert.Single(Read(Page("<link rel=canonical href='https://post.example/'>", stories + $"<p>{First}{Second}</p>")))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_text_of_a_page_that_calls_itself_an_article_is_one() =>
        Assert.Equal([First], Paragraphs(OfPage("<meta property='og:type' content='article'>", $"<h1>Bridge opens</h1><p>{First}</p>")));
}
