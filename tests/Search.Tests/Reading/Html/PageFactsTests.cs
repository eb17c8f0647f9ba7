using Search.Articles;
using Xunit;

namespace Search.Tests.Reading.Html;

public class PageFactsTests : HtmlPageTest
{
    private const string Whole = """
        {"@context": "https://schema.org", "@type": "ReportageNewsArticle", "headline": "Bridge opens &amp; traders wait", "datePublished": "2024-05-02T08:10:00+02:00",
         "dateModified": "2024-05-02T12:00:00+02:00", "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Chan"}],
         "publisher": {"@type": "Organization", "name": "Harbour Post"}, "articleSection": ["Local", "Traffic"], "keywords": "bridges, council",
         "inLanguage": "en-GB", "mainEntityOfPage": {"@type": "WebPage", "@id": "https://post.example/2024/bridge"}}
        """;

    private static void AssertWhole(ArticleDraft draft)
    {
        Assert.Equal(("Bridge opens & traders wait", "Harbour Post", "https://post.example/2024/bridge", "Local", "en"), (draft.Title, draft.Source, draft.Url, draft.Section, draft.Language));
        Assert.Equal(("2024-05-02T06:10:00Z", "2024-05-02T10:00:00Z"), (ArticleDates.Write(draft.Published!.Value), ArticleDates.Write(draft.Revised!.Value)));
        Assert.Equal(["Ann Lee", "Bo Chan"], draft.Authors);
        Assert.Equal(["Local", "Traffic", "bridges", "council"], draft.Topics.Select(t => t.Label));
        Assert.Equal([First, Second, Third], draft.Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void Linked_data_tells_all() => AssertWhole(OfPage(JsonLd(Whole), Text));

    [Theory]
    [InlineData("[{\"@type\":\"BreadcrumbList\"}, ", "]")]
    [InlineData("{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"}, ", "]}")]
    [InlineData("{\"@type\":\"WebPage\",\"mainEntity\":", "}")]
    [InlineData("//<![CDATA[\n", "\n//]]>")]
    [InlineData("<!--\n", "\n-->")]
    [InlineData("/* bridge */ ", ";")]
    public void Linked_data_may_be_wrapped(string before, string after) => AssertWhole(OfPage(JsonLd(before + Whole + after), Text));

    [Fact]
    public void Linked_data_with_line_ends_in_its_texts_is_mended() => AssertWhole(OfPage(JsonLd(Whole.Replace("Bridge opens", "Bridge\n\topens", StringComparison.Ordinal)), Text));

    [Fact]
    public void Broken_linked_data_still_tells_the_plainest()
    {
        var draft = OfPage(JsonLd("{\"@type\":\"NewsArticle\",\"description\":'broken','x',\"headline\":\"A \\\"new\\\" bridge\",\"datePublished\":\"2024-05-02\", "), Text);
        Assert.Equal(("A \"new\" bridge", "2024-05-02T00:00:00Z"), (draft.Title, ArticleDates.Write(draft.Published!.Value)));
    }

    [Fact]
    public void Authors_may_be_references_into_the_graph()
    {
        var draft = OfPage(JsonLd("""{"@graph":[{"@type":"Person","@id":"#ann","name":"Ann Lee"},{"@type":["Article","NewsArticle"],"headline":"Bridge opens","author":{"@id":"#ann"}},{"@type":"WebPage","datePublished":"2024-05-02"}]}"""), Text);
        Assert.Equal("Ann Lee", Assert.Single(draft.Authors));
        Assert.Equal("2024-05-02T00:00:00Z", ArticleDates.Write(draft.Published!.Value));
    }

    [Fact]
    public void Meta_elements_tell_what_linked_data_does_not()
    {
        var draft = OfPage("""
            <meta property="og:title" content="Bridge opens | Harbour Post"><meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2024-05-02T08:10:00Z">
            <meta property="article:author" content="https://social.example/ann"><meta name="author" content="By Ann Lee and Bo Chan"><meta property="article:section" content="Local">
            <meta property="article:tag" content="bridges"><meta property="article:tag" content="_internal"><meta property="og:url" content="https://post.example/bridge?id=7">
            """, Text);
        Assert.Equal(("Bridge opens", "Harbour Post", "Local", "https://post.example/bridge?id=7"), (draft.Title, draft.Source, draft.Section, draft.Url));
        Assert.Equal(["Ann Lee", "Bo Chan"], draft.Authors);
        Assert.Equal("bridges", Assert.Single(draft.Topics).Label);
        Assert.Equal("2024-05-02T08:10:00Z", ArticleDates.Write(draft.Published!.Value));
    }

    [Fact]
    public void What_the_page_shows_tells_the_rest()
    {
        var draft = OfPage("<title>Bridge opens - Harbour Post</title><link rel='canonical' href='https://www.post.example/bridge'>",
            $"<h1>Bridge opens</h1><div class='byline'>By Ann Lee, Staff Writer</div><time datetime='2024-05-02T08:10:00Z'>today</time>{Text}");
        Assert.Equal(("Bridge opens", "post.example", "https://www.post.example/bridge"), (draft.Title, draft.Source, draft.Url));
        Assert.Equal("Ann Lee", Assert.Single(draft.Authors));
        Assert.Equal("2024-05-02T08:10:00Z", ArticleDates.Write(draft.Published!.Value));
        Assert.Equal([First, Second, Third], Paragraphs(draft));
    }

    [Theory]
    [InlineData("<span class='post-date'>Posted: May 2, 2024 5:50 PM</span>", "en")]
    [InlineData("<span class='dateline'>Donnerstag, 2. Mai 2024</span>", "de")]
    [InlineData("<p class='published'>Publié le 2 mai 2024</p>", "fr")]
    [InlineData("<div class='date'>02.05.2024, 10:15</div>", "de")]
    [InlineData("<div itemprop='datePublished' content='1714608000'></div>", "en")]
    [InlineData("<link rel=canonical href='https://post.example/2024/05/02/bridge'>", "en")]
    public void A_day_is_read_as_people_write_it(string date, string language)
    {
        var draft = One($"<html lang={language}><body><h1>Bridge opens</h1>{date}{Text}</body></html>");
        Assert.Equal("2024-05-02T00:00:00Z", ArticleDates.Write(draft.Published!.Value));
    }

    [Theory]
    [InlineData("yesterday"), InlineData("2024-13-45"), InlineData("99/99/9999"), InlineData("05/06/2024"), InlineData("")]
    public void A_date_that_cannot_be_read_is_left_out(string date) =>
        Assert.Null(OfPage($"<meta property='article:published_time' content='{date}'>", $"<h1>Bridge opens</h1>{Text}").Published);

    [Theory]
    [InlineData("Bridge opens | Harbour Post", "Harbour Post", "Bridge opens")]
    [InlineData("Harbour Post: Bridge opens", "Harbour Post", "Harbour Post: Bridge opens")]
    [InlineData("Harbour Post - Bridge opens", "Harbour Post", "Bridge opens")]
    [InlineData("Bridge opens – traders wait", "Harbour Post", "Bridge opens – traders wait")]
    public void The_name_of_the_site_is_no_part_of_the_headline(string told, string site, string title) =>
        Assert.Equal(title, OfPage($"<meta property='og:title' content='{told}'><meta property='og:site_name' content='{site}'>", Text).Title);

    [Fact]
    public void The_headline_shown_settles_what_belongs_to_it() =>
        Assert.Equal("Bridge opens at last", OfPage("<meta property='og:title' content='Opinion | Bridge opens at last'>", $"<h1>Bridge opens at last</h1>{Text}").Title);

    [Fact]
    public void A_headline_that_was_cut_short_has_a_longer_twin() =>
        Assert.Equal("Bridge opens after two years of work", OfPage("<meta property='og:title' content='Bridge opens after two...'>", $"<h1>Bridge opens after two years of work</h1>{Text}").Title);

    [Fact]
    public void English_is_believed_only_of_a_text_that_reads_so()
    {
        const string german = "Der Rat hat die neue Brücke am Montag nach zwei Jahren Arbeit eröffnet, und die ersten Fahrer haben sie überquert, bevor die Kapelle mit dem Spielen fertig war. ";
        Assert.Equal("de", OfPage("", $"<p>{german}{german}{german}</p>").Language);
        Assert.Equal("en", OfPage("", Text).Language);
    }
}
