using System.Text;
using Search.Articles;
using Search.Reading;
using Search.Reading.Xml;
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
    public void A_feed_that_breaks_keeps_what_was_read()
    {
        var items = Read(Rss.Replace("<item><title>Nothing", "<item></title>", StringComparison.Ordinal));
        Assert.Equal(2, items.OfType<ReadArticle>().Count());
        Assert.StartsWith("The XML is broken, the rest was not read", Reason(items[2]), StringComparison.Ordinal);
        Assert.StartsWith("line ", items[2].Place, StringComparison.Ordinal);
        Assert.Equal("The feed has no items.", Reason(Read("<rss><channel/></rss>")[0]));
        Assert.Equal("The feed has no entries.", Reason(Read("<feed/>")[0]));
    }

    [Fact]
    public void A_document_type_is_refused_and_deep_nesting_is_harmless()
    {
        Assert.Contains("DTD", Reason(Read("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel/></rss>")[0]), StringComparison.Ordinal);
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.IsType<ReadProblem>(Read($"<rss><channel><item><description>{deep}")[0]);
        Assert.IsType<ReadProblem>(Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>{deep}")[0]);
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

    [Fact]
    public void Entities_at_the_edge_of_the_buffer_are_whole()
    {
        for (var pad = 16384 - 60; pad < 16384 - 20; pad++)
        {
            var text = new string('x', pad) + "&amp;&eacute;&";
            using var repair = new EntityRepair(new StringReader(text));
            Assert.Equal(new string('x', pad) + "&amp;é&amp;", repair.ReadToEnd());
        }
    }
}
