using System.Text;
using Search.Articles;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading;

public class FeedTests : ReadingTest
{
    private const string Rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>Example &amp; Daughters</title><link>https://news.example/</link><language>en-gb</language>
        <image><title>Not the title</title><link>https://no.example</link></image>
        <item><title>Bridge &lt;b&gt;opens&lt;/b&gt;</title><media:title>Not this</media:title><link>https://news.example/bridge?utm_source=rss</link><guid isPermaLink="false">17</guid>
          <pubDate>Mon, 02 May 2024 08:10:00 GMT</pubDate><dc:creator>A. Writer</dc:creator><category>City</category><category>Roads</category>
          <description>Short.</description><content:encoded><![CDATA[<p>The bridge&nbsp;opened.</p><h2>Costs</h2><p>It was <a href="x">cheap</a>.<br/>Very.</p><script>alert(1)</script>]]></content:encoded></item>
        <item><title>No link</title><link>https://news.example</link><guid>18</guid><pubDate>whenever</pubDate><author>b@news.example (B. Second)</author><description>First&amp;nbsp;one.

        Second one.</description></item>
        <item><title>Nothing</title></item>
        </channel></rss>
        """;

    [Fact]
    public void An_item_of_rss_is_read_with_its_full_content()
    {
        var items = Read(Rss);
        var draft = Draft(items[0]);
        Assert.Equal(("Bridge opens", "https://news.example/bridge?utm_source=rss", "Example & Daughters", "en-gb"), (draft.Title, draft.Url, draft.Source, draft.Language));
        Assert.Equal(new DateTimeOffset(2024, 5, 2, 8, 10, 0, TimeSpan.Zero), draft.Published);
        Assert.Equal(["A. Writer"], draft.Authors);
        Assert.Equal([new FeedTopic(null, "City"), new FeedTopic(null, "Roads")], draft.Topics);
        Assert.Equal([new("The bridge opened."), new("Costs", ParagraphKind.Heading), new DraftParagraph("It was cheap."), new("Very.")], draft.Paragraphs);
        Assert.Equal(["entry 1", "entry 2", "entry 3"], items.Select(i => i.Place));
    }

    [Fact]
    public void A_bad_date_costs_only_the_date_and_the_feeds_own_page_is_no_address()
    {
        var items = Read(Rss);
        var draft = Draft(items[1]);
        Assert.Null(draft.Published);
        Assert.Null(draft.Url);
        Assert.Equal("example-daughters:18", draft.Id);
        Assert.Equal(["B. Second"], draft.Authors);
        Assert.Equal(["First one.", "Second one."], draft.Paragraphs.Select(p => p.Text));
        Assert.Equal("The item \"Nothing\" has no text.", Reason(items[2]));
    }

    [Fact]
    public void An_entry_of_atom_is_read_whatever_the_type_of_its_content()
    {
        var items = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title type="html">Le &lt;i&gt;Monde&lt;/i&gt; d'Exemple</title><link rel="self" href="https://e.example/feed"/><link href="https://e.example/"/>
            <entry><title>Un</title><id>tag:e.example,2024:1</id><link rel="enclosure" href="https://e.example/1.mp3"/><link rel="alternate" href="/un"/><updated>2024-05-03T00:00:00Z</updated><published>2024-05-02T08:10:00Z</published>
              <author><name>C. Troisième</name><email>c@e.example</email></author><category term="pol" label="Politique"/><category term="eco"/>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un &lt;pont&gt; <b>ouvert</b>.</p><p>Deux.</p></div></content><summary>Court.</summary></entry>
            <entry xml:lang="en"><title>Two</title><id>tag:e.example,2024:2</id><updated>2024-05-04</updated><content type="image/png">AAAA</content><summary type="text">1 &lt; 2 is text.</summary></entry>
            </feed>
            """);
        var first = Draft(items[0]);
        Assert.Equal(("Un", "https://e.example/un", "Le Monde d'Exemple", "fr"), (first.Title, first.Url, first.Source, first.Language));
        Assert.Equal(["Un <pont> ouvert.", "Deux."], first.Paragraphs.Select(p => p.Text));
        Assert.Equal((2, 3), (first.Published!.Value.Day, first.Revised!.Value.Day));
        Assert.Equal(["C. Troisième"], first.Authors);
        Assert.Equal(["Politique", "eco"], first.Topics.Select(t => t.Label));
        var second = Draft(items[1]);
        Assert.Equal(("tag:e.example,2024:2", "en", "1 < 2 is text."), (second.Id, second.Language, second.Paragraphs[0].Text));
        Assert.Equal((4, null), (second.Published!.Value.Day, second.Revised));
    }

    [Fact]
    public void A_broken_item_costs_only_itself()
    {
        var items = Read(Rss.Replace("<item><title>No link", "<item></title><title>No link", StringComparison.Ordinal).Replace("<item><title>Nothing</title></item>", "<item><title>Whole</title><description>It is read.</description></item>", StringComparison.Ordinal));
        Assert.Equal("Bridge opens", Draft(items[0]).Title);
        Assert.Equal(("entry 2", "The XML is broken at line 8, it was left out: </title> closes nothing."), (items[1].Place, Reason(items[1])));
        Assert.Equal("Whole", Draft(items[2]).Title);
        Assert.Equal("The feed has no items.", Reason(Read("<rss><channel/></rss>")[0]));
        Assert.Equal("The feed has no entries.", Reason(Read("<feed/>")[0]));
    }

    [Fact]
    public void An_item_that_is_not_closed_ends_where_the_next_begins()
    {
        var items = Read("<rss><channel><item><title>A</title><item><title>B</title><description>b</description></item></channel></rss>");
        Assert.Equal("The XML is broken at line 1, it was left out: <item> is not closed before the next <item>.", Reason(items[0]));
        Assert.Equal("B", Draft(items[1]).Title);
        items = Read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A<entry><title>B</title><summary>b</summary></entry></feed>");
        Assert.IsType<ReadProblem>(items[0]);
        Assert.Equal("B", Draft(items[1]).Title);
    }

    [Fact]
    public void A_feed_that_is_cut_off_keeps_what_was_read_and_says_so()
    {
        var whole = Rss[..Rss.IndexOf("<item><title>Nothing", StringComparison.Ordinal)];
        for (var end = 0; end < whole.Length; end += 25)
        {
            var items = Read(whole[..end]);
            Assert.Equal(whole[..end].Split("</item>").Length - 1, items.OfType<ReadArticle>().Count());
            Assert.IsType<ReadProblem>(items[^1]);
        }
        Assert.Equal("The XML is broken: the file ends before </channel>.", Reason(Read(whole)[^1]));
    }

    [Fact]
    public void Prefixes_need_not_be_declared_and_namesakes_are_not_taken()
    {
        var draft = One("""
            <rss version="2.0"><channel><title>Feed</title><atom:link href="https://e.example/feed" rel="self"/><item><title>Title</title><media:title>Picture</media:title>
            <link>https://e.example/1</link><atom:link href="https://e.example/feed.xml" rel="self"/><strange:link>no</strange:link><media:description>Of the picture.</media:description><media:credit>Somebody</media:credit>
            <dc:creator>D. Fourth</dc:creator><dc:date>2024-05-02T08:10:00Z</dc:date><a10:updated>2024-05-03T08:10:00Z</a10:updated><itunes:author>No</itunes:author><content:encoded>&lt;p&gt;Text.&lt;/p&gt;</content:encoded></item></channel></rss>
            """);
        Assert.Equal(("Title", "https://e.example/1", "Feed"), (draft.Title, draft.Url, draft.Source));
        Assert.Equal((2, 3), (draft.Published!.Value.Day, draft.Revised!.Value.Day));
        Assert.Equal(["D. Fourth"], draft.Authors);
        Assert.Equal([new DraftParagraph("Text.")], draft.Paragraphs);
    }

    [Theory]
    [InlineData("""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Feed</title><items><rdf:Seq><rdf:li resource="https://e.example/1"/></rdf:Seq></items></channel><item rdf:about="https://e.example/1"><title>T</title><description>D.</description></item></rdf:RDF>""")]
    [InlineData("""<x:RDF xmlns:x="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Feed</title></channel><item><title>T</title><link>https://e.example/1</link><description>D.</description></item></x:RDF>""")]
    [InlineData("""<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Feed</title><item><title>T</title><link>https://e.example/1</link><description>D.</description></item></channel></rss>""")]
    [InlineData("""<rss xmlns="http://backend.userland.com/rss2"><channel><title>Feed</title><item><title>T</title><link>https://e.example/1</link><description>D.</description></item></channel></rss>""")]
    public void Every_version_of_rss_is_read(string xml)
    {
        var draft = One(xml);
        Assert.Equal(("T", "https://e.example/1", "Feed", "D."), (draft.Title, draft.Url, draft.Source, draft.Paragraphs[0].Text));
    }

    [Fact]
    public void What_wordpress_exports_besides_its_posts_is_no_article()
    {
        var items = Read("""
            <rss xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Site</title>
            <item><title>Post</title><content:encoded>Text.</content:encoded><excerpt:encoded>Short.</excerpt:encoded><wp:post_date_gmt>2013-07-29 16:03:54</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
            <item><title>Photo</title><content:encoded>Text.</content:encoded><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
            <item><title>About</title><content:encoded>Text.</content:encoded><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
            <item><title>Later</title><content:encoded>Text.</content:encoded><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>
            """);
        var draft = Draft(items[0]);
        Assert.Equal(("Post", "Text.", 2013), (draft.Title, draft.Paragraphs[0].Text, draft.Published!.Value.Year));
        Assert.Equal("The item \"Photo\" is no article but a WordPress attachment.", Reason(items[1]));
        Assert.Equal("The item \"About\" is no article but a WordPress page.", Reason(items[2]));
        Assert.Equal("The item \"Later\" is not published in WordPress: its status is \"draft\".", Reason(items[3]));
    }

    [Theory]
    [InlineData("Tom &amp;amp;amp; Ann&amp;amp;#8217;s", "Tom & Ann’s")]
    [InlineData("DellÃ¢â‚¬â„¢s", "Dellâ€™s")]
    [InlineData("Dellâ€™s cafÃ© â€œopenâ€", "Dell’s café “open”")]
    [InlineData("Dell&#226;&#128;&#153;s", "Dell’s")]
    [InlineData("“AMANHÔ, São João, Ångström", "“AMANHÔ, São João, Ångström")]
    [InlineData("Schöne Grüße aus Köln", "Schöne Grüße aus Köln")]
    public void Text_that_was_encoded_or_escaped_twice_is_mended(string written, string expected)
    {
        var draft = One($"<rss><channel><item><title>{written}</title><description>{written}</description></item></channel></rss>");
        Assert.Equal((expected, expected), (draft.Title, draft.Paragraphs[0].Text));
    }

    [Theory]
    [InlineData("utf-8", 1252, "“Séjourné”")]
    [InlineData("iso-8859-1", 65001, "“Séjourné”")]
    [InlineData("iso-8859-1", 1252, "“Séjourné”")]
    [InlineData("windows-1251", 1251, "Привет")]
    [InlineData("windows-1251", 65001, "Привет")]
    [InlineData("no-such-thing", 65001, "Привет")]
    [InlineData("utf-16", 65001, "Привет")]
    public void The_bytes_decide_when_the_declared_encoding_is_wrong(string declared, int written, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.UTF8;
        foreach (var pad in written == 65001 && declared == "windows-1251" ? [0] : new[] { 0, 20_000 })
        {
            var xml = encoding.GetBytes($"<?xml version='1.0' encoding='{declared}'?><rss><!--{new string('x', pad)}--><channel><item><description>{text}</description></item></channel></rss>");
            Assert.Equal(text, Draft(Read(xml)[0]).Paragraphs[0].Text);
        }
    }

    [Theory]
    [InlineData("AT&T pays", "AT&T pays")]
    [InlineData("caf&eacute;&nbsp;au lait", "café au lait")]
    [InlineData("&amp;lt;b&amp;gt; &#233;&#xE9;", "<b> éé")]
    [InlineData("Q&A; R&;", "Q&A; R&;")]
    public void Entities_that_xml_does_not_know_are_mended(string written, string expected) =>
        Assert.Equal(expected, Draft(Read($" \n<?xml version='1.0'?><rss><channel><item><description>{written}</description></item></channel></rss>")[0]).Paragraphs[0].Text);

    [Fact]
    public void A_declared_encoding_counts()
    {
        var xml = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><item><description>Séjourné spoke.</description></item></channel></rss>");
        Assert.Equal("Séjourné spoke.", Draft(Read(xml)[0]).Paragraphs[0].Text);
    }
}
