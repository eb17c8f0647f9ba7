using Search.Articles;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading.Agency;

public class NewsMlG2Tests : ReadingTest
{
    private const string Text = "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><head><title>no</title></head><body><header><p>no</p></header><h1>Bridge opens</h1><p>It opened in Porto.</p><h2>Costs</h2><p>Cheap.</p></body></html></inlineXML>";

    private const string Whole = $"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:20240502:1" version="2" xml:lang="en-GB">
          <catalog><scheme alias="topic" uri="http://cv.iptc.org/newscodes/mediatopic/"/><scheme alias="medtop" uri="http://example.org/mine/"/></catalog>
          <rightsInfo><copyrightHolder literal="Holder"/></rightsInfo>
          <itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:1"><name>Example Agency</name></provider><versionCreated>2024-05-03T08:00:00Z</versionCreated><firstCreated>2024-05-02T10:10:00+02:00</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
          <contentMeta><contentCreated>2024-05-01T00:00:00Z</contentCreated><located qcode="geo:1"><name>Porto</name></located><located><name>Bangalore</name></located><by>By Ann Bell</by><creator><name>Desk One</name></creator><language tag="en"/>
            <subject type="cpnat:abstract" qcode="topic:20000350"><name xml:lang="de">Zentralbank</name></subject><subject qcode="subj:04015000"><name xml:lang="fi">Liikenne</name><name xml:lang="en">transport</name></subject>
            <subject qcode="medtop:04000000"><name>ours</name></subject><subject uri="http://cv.iptc.org/newscodes/mediatopic/15000000"/><subject qcode="own:1"><name>Bridges</name><sameAs qcode="subj:06000000"/></subject>
            <subject type="cpnat:person" qcode="p:2"><name>Rui Costa</name></subject><subject type="cpnat:organisation" qcode="o:1"/><subject type="cpnat:geoArea" qcode="c:1"><name role="nrol:mnemonic">PRT</name><name>Portugal</name><sameAs qcode="iso3166-1a2:PT"/></subject>
            <subject type="cpnat:geoArea" qcode="place:alias:7"/><subject qcode="dept:department"/><subject type="x:category" qcode="cat:2"><name>Regional</name></subject><keyword>River</keyword>
            <headline role="hld:subHeadline">Two years of work</headline><headline>Bridge opens</headline><description role="drol:summary">After two years.</description></contentMeta>
          <assert qcode="o:1"><name>Roads Office</name></assert><assert qcode="place:meta:7"><name>Douro</name><geoAreaDetails/></assert>
          <contentSet><remoteContent href="x.jpg" contenttype="image/jpeg"/><inlineData contenttype="text/plain">Short.</inlineData>{Text}</contentSet></newsItem>
        """;

    [Fact]
    public void An_item_is_read_whole()
    {
        var item = Assert.Single(Read(Whole));
        var draft = Draft(item);
        Assert.Equal(("NewsML-G2", "", "Bridge opens", "Example Agency", "en", "Regional"), (item.Format, item.Place, draft.Title, draft.Source, draft.Language, draft.Section));
        Assert.Equal("urn:newsml:example.org:20240502:1", draft.Id);
        Assert.Equal((new DateTimeOffset(2024, 5, 2, 8, 10, 0, TimeSpan.Zero), new DateTimeOffset(2024, 5, 3, 8, 0, 0, TimeSpan.Zero)), (draft.Published!.Value, draft.Revised!.Value));
        Assert.Equal(["Ann Bell"], draft.Authors);
        Assert.Equal(
            ["medtop:20000350=central bank", "medtop:04000000=economy, business and finance", "=transport", "=ours", "medtop:15000000=sport", "medtop:06000000=environment", "=River"],
            draft.Topics.Select(t => $"{t.Id}={t.Label}"));
        Assert.Equal([new("Rui Costa", "person"), new("Roads Office", "org"), new("Portugal", "country"), new("Douro", "place"), new FeedActor("Porto", "place")], draft.Actors);
        Assert.Equal([new("Two years of work", ParagraphKind.Heading), new("After two years."), new("It opened in Porto."), new("Costs", ParagraphKind.Heading), new DraftParagraph("Cheap.")], draft.Paragraphs);
    }

    [Theory]
    [InlineData("<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.head><byline>By Tom Reed</byline></body.head><body.content><p>One.</p><p>Two.</p></body.content></body></nitf></inlineXML>")]
    [InlineData("<inlineXML><html><body><p>One.</p><p>Two.</p></body></html></inlineXML>")]
    [InlineData("<inlineXML><p>One.</p><p>Two.</p></inlineXML>")]
    [InlineData("<inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData>")]
    [InlineData("<inlineData contenttype='text/html'>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.</inlineData>")]
    [InlineData("<inlineData contenttype='text/plain'><![CDATA[<p>One.</p><p>Two.</p>]]></inlineData>")]
    [InlineData("<inlineData contenttype='image/jpeg' encoding='base64'>AAAAAAAAAAAAAAAAAAAAAAAAAAAA</inlineData><inlineData>One.\n\nTwo.</inlineData>")]
    public void Text_is_read_in_every_form(string content) =>
        Assert.Equal(["One.", "Two."], One($"<newsItem><itemMeta/><contentMeta/><contentSet>{content}</contentSet></newsItem>").Paragraphs.Select(p => p.Text));

    [Theory]
    [InlineData("<newsItem><itemMeta><pubStatus qcode='stat:canceled'/></itemMeta></newsItem>", "The item was cancelled by its provider.")]
    [InlineData("<newsItem><itemMeta><pubStatus qcode='stat:withheld'/></itemMeta></newsItem>", "The item is withheld by its provider.")]
    [InlineData("<newsItem><itemMeta><itemClass qcode='ninat:picture'/></itemMeta><contentMeta><headline>A bridge</headline></contentMeta></newsItem>", "A picture is no article.")]
    [InlineData("<newsItem><itemMeta><itemClass qcode='ninat:audio'/></itemMeta></newsItem>", "An audio is no article.")]
    [InlineData("<newsItem><contentSet><inlineXML><sports-content><p>1</p></sports-content></inlineXML></contentSet></newsItem>", "The item holds <sports-content> data, which is no text.")]
    [InlineData("<newsItem><contentSet><remoteContent href='a.xml'/></contentSet></newsItem>", "The item refers to its content by reference and holds none; hand that in.")]
    [InlineData("<newsItem/>", "The item has no text.")]
    [InlineData("<planningItem guid='x'><newsCoverageSet/></planningItem>", "A planning item is no article.")]
    [InlineData("<conceptItem/>", "A concept item is no article."), InlineData("<knowledgeItem/>", "A knowledge item is no article."), InlineData("<catalogItem/>", "A catalog item is no article.")]
    [InlineData("<packageItem><groupSet><group><itemRef residref='a'/></group></groupSet></packageItem>", "A package refers to its items by reference; hand those in.")]
    [InlineData("<newsMessage><header/><itemSet/></newsMessage>", "There is no news item in it.")]
    public void What_cannot_be_an_article_is_a_problem(string xml, string reason) => Assert.Equal(reason, Reason(Assert.Single(Read(xml))));

    [Fact]
    public void An_embargo_that_ends_later_is_when_it_was_published()
    {
        var draft = One($"<newsItem><itemMeta><versionCreated>2024-05-02T08:00:00Z</versionCreated><embargoed>2024-05-04T00:00:00Z</embargoed></itemMeta><contentSet>{Text}</contentSet></newsItem>");
        Assert.Equal((new DateTimeOffset(2024, 5, 4, 0, 0, 0, TimeSpan.Zero), null), (draft.Published, draft.Revised));
    }

    [Fact]
    public void A_message_gives_its_items_one_by_one_whatever_befalls_one_of_them()
    {
        static string Item(string guid, string text) => $"<newsItem guid='{guid}'><contentSet><inlineData>{text}</inlineData></contentSet></newsItem>";
        var items = Read($"""
            <ns0:newsMessage xmlns:ns0="http://iptc.org/std/nar/2006-10-01/"><ns0:header><ns0:sender>Example Agency</ns0:sender></ns0:header><ns0:itemSet><packageItem><itemRef residref="1"/></packageItem>
            {Item("urn:x:1", "One.")}<newsItem><contentSet><inlineData>Open.{Item("urn:x:2", "Two.")}{Item("urn:x:3", "Three.</inlineDate>")}<planningItem/>{Item("urn:x:4", "Four.")}
            """);
        Assert.Equal(["urn:x:1", "urn:x:2", "urn:x:4"], items.OfType<ReadArticle>().Select(i => i.Draft.Id));
        Assert.All(items.OfType<ReadArticle>(), i => Assert.Equal("Example Agency", i.Draft.Source));
        Assert.Equal(
            [
                "The XML is broken at line 2, it was left out: <inlineData> is not closed before the next <newsItem>.",
                "The XML is broken at line 2, it was left out: </inlineDate> closes nothing.",
                "A planning item is no article.",
                "The XML is broken: the file ends before </ns0:itemSet>.",
            ],
            items.OfType<ReadProblem>().Select(i => i.Reason));
        Assert.Equal(["item 2", "item 3", "item 4", "item 5", "item 6"], items.Take(5).Select(i => i.Place));
    }
}
