using Search.Articles;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading.Agency;

public class NewsMl1Tests : ReadingTest
{
    private const string Whole = """
        <?xml version="1.0"?><!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2:1" "NewsML.dtd">
        <NewsML><NewsEnvelope><SentFrom><Party FormalName="Example Wire"/></SentFrom></NewsEnvelope>
        <NewsItem><Identification><NewsIdentifier><ProviderId>example.org</ProviderId><DateId>20240502</DateId><NewsItemId>7</NewsItemId><RevisionId>2</RevisionId><PublicIdentifier>urn:newsml:example.org:20240502:7:2</PublicIdentifier></NewsIdentifier></Identification>
          <NewsManagement><FirstCreated>20240502T101000+0200</FirstCreated><ThisRevisionCreated>20240503T080000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
          <NewsComponent>
            <TopicSet><Topic><FormalName>09003000</FormalName><Description xml:lang="el" Variant="Name">Απασχόληση</Description><Description xml:lang="en" Variant="Name">Employment/Unemployment</Description></Topic>
              <Topic><TopicType FormalName="Company"/><FormalName>x</FormalName><Description>Bridge Builders</Description></Topic></TopicSet>
            <NewsLines><HeadLine>Bridge opens</HeadLine><SubHeadLine>Two years of work</SubHeadLine><ByLine>By Ann Bell</ByLine><DateLine>PORTO, May 2</DateLine></NewsLines>
            <DescriptiveMetadata><Language FormalName="en"/><SubjectCode><SubjectMatter FormalName="09003000"/><SubjectDetail FormalName="15054000"/></SubjectCode><Property FormalName="City" Value="Porto"/><Property FormalName="Keyword" Value="Rivers"/></DescriptiveMetadata>
            <NewsComponent><Role FormalName="StyleSheet"/><ContentItem><MimeType FormalName="text/css"/><DataContent>.p {}</DataContent></ContentItem></NewsComponent>
            <NewsComponent><Role FormalName="Photo"/><NewsLines><HeadLine>A picture</HeadLine></NewsLines><ContentItem Href="x.jpg"/></NewsComponent>
            <NewsComponent><Role FormalName="Contact"/><ContentItem><DataContent><p>Call Tom.</p></DataContent></ContentItem></NewsComponent>
            <NewsComponent><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata><ContentItem><MediaType FormalName="Text"/><DataContent><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>It opened.</p></body></html></DataContent></ContentItem></NewsComponent>
            <NewsComponent><DescriptiveMetadata><Language FormalName="pt"/></DescriptiveMetadata><ContentItem><DataContent><p>Abriu.</p></DataContent></ContentItem></NewsComponent>
          </NewsComponent></NewsItem></NewsML>
        """;

    [Fact]
    public void An_item_is_read_whole()
    {
        var item = Assert.Single(Read(Whole));
        var draft = Draft(item);
        Assert.Equal(("NewsML 1", "item 1", "Bridge opens", "Example Wire", "en", "urn:newsml:example.org:20240502:7"), (item.Format, item.Place, draft.Title, draft.Source, draft.Language, draft.Id));
        Assert.Equal((new DateTimeOffset(2024, 5, 2, 8, 10, 0, TimeSpan.Zero), new DateTimeOffset(2024, 5, 3, 8, 0, 0, TimeSpan.Zero)), (draft.Published!.Value, draft.Revised!.Value));
        Assert.Equal(["Ann Bell"], draft.Authors);
        Assert.Equal(["medtop:09000000=labor", "=Employment/Unemployment", "medtop:15000000=sport", "=Rivers"], draft.Topics.Select(t => $"{t.Id}={t.Label}"));
        Assert.Equal([new("Bridge Builders", "org"), new FeedActor("Porto", "place")], draft.Actors);
        Assert.Equal([new("Two years of work", ParagraphKind.Heading), new("It opened."), new DraftParagraph("Call Tom.", ParagraphKind.Boilerplate)], draft.Paragraphs);
    }

    [Theory]
    [InlineData("<nitf><body><body.head><hedline><hl1>Inner</hl1></hedline></body.head><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>")]
    [InlineData("<p>One.</p><p>Two.</p>")]
    [InlineData("<![CDATA[<P>One.</P><P>Two.</P>]]>")]
    [InlineData("One.\n\nTwo.")]
    public void Text_is_read_in_every_form(string content) =>
        Assert.Equal(["One.", "Two."], One($"<NewsML><NewsItem><NewsComponent><NewsComponent><ContentItem><DataContent>{content}</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>").Paragraphs.Select(p => p.Text));

    [Theory]
    [InlineData("<NewsManagement><Status FormalName='Canceled'/></NewsManagement>", "The item was cancelled by its provider.")]
    [InlineData("<NewsManagement><Status FormalName='Withheld'/></NewsManagement>", "The item is withheld by its provider.")]
    [InlineData("<NewsComponent><ContentItem Href='x.jpg'><MediaType FormalName='Photo'/></ContentItem></NewsComponent>", "A photo is no article.")]
    [InlineData("<NewsComponent><NewsItemRef NewsItem='urn:x'/></NewsComponent>", "The item refers to its content by reference and holds none; hand that in.")]
    [InlineData("<NewsComponent/>", "The item has no text.")]
    public void What_cannot_be_an_article_is_a_problem(string item, string reason) => Assert.Equal(reason, Reason(Assert.Single(Read($"<NewsML><NewsItem>{item}</NewsItem></NewsML>"))));

    [Fact]
    public void Items_come_one_by_one_and_a_broken_one_costs_only_itself()
    {
        static string Item(string text) => $"<NewsItem><NewsComponent><ContentItem><DataContent>{text}</DataContent></ContentItem></NewsComponent></NewsItem>";
        var items = Read($"<NewsML>{Item("One.")}{Item("<x>Two.")}{Item("Three.")}</NewsML>");
        Assert.Equal(["One.", "Three."], items.OfType<ReadArticle>().Select(i => i.Draft.Paragraphs[0].Text));
        Assert.Equal(("item 2", "The XML is broken at line 1, it was left out: <x> is not closed before </DataContent>."), (items[1].Place, Reason(items[1])));
        Assert.Equal("There is no news item in it.", Reason(Assert.Single(Read("<NewsML><NewsEnvelope/></NewsML>"))));
    }
}
