using Search.Articles;
using Search.Reading.Agency;
using Xunit;

namespace Search.Tests.Reading.Agency;

public class NitfTests : ReadingTest
{
    private const string Whole = """
        <?xml version="1.0"?>
        <!DOCTYPE nitf SYSTEM "nitf-3-6.dtd" [<!ENTITY agency "Example Agency">]>
        <nitf baselang="en-GB"><head><title>slug-bridge</title>
          <tobject tobject.type="Regional"><tobject.subject tobject.subject.ipr="IPTC" tobject.subject.refnum="04015000" tobject.subject.type="Economy" tobject.subject.matter="Transport"/>
            <tobject.subject tobject.subject.refnum="15000000"/><tobject.subject tobject.subject.ipr="OWN" tobject.subject.refnum="X1" tobject.subject.matter="Nonsense"/></tobject>
          <docdata><doc-id regsrc="example.org" id-string="77"/><date.issue norm="20240502T101000+0200"/><date.release norm="20240502T120000+0200"/>
            <evloc city="Lisbon" iso-cc="PT"/><key-list><keyword key="Bridges"/><keyword key="UnitedKingdom"/></key-list><doc.copyright holder="Example Ltd. All rights reserved." year="2024"/>
            <identified-content><person>Ann Bell</person><org>Roads Office</org></identified-content></docdata>
          <revision-history norm="20240503T080000Z"/></head>
        <body><body.head><hedline><hl1>Bridge opens &amp;amp; holds</hl1><hl2>Two years of work</hl2></hedline><byline>By Ann Bell and Tom Reed<byttl>Our writers</byttl></byline>
            <distributor>Example Agency</distributor><dateline><location><city>Porto</city>, <country>Portugal</country></location></dateline><abstract><p>The council opened the new bridge.</p></abstract></body.head>
          <body.content xml:lang="en"><media media-type="image"><media-reference source="b.jpg"/><media-caption>The bridge.</media-caption><media-producer>Nobody</media-producer></media>
            <block><p>The council opened the new bridge on Monday, said <person>Rui Costa<function>mayor</function></person> of <location>Portugal's</location> <org>City Hall</org>.</p>
            <hl2>Costs</hl2><p>It was
              cheap.<br/>Very cheap, too.</p><ul><li>one lane</li><li>two lanes</li></ul></block>
            <table><tr><th>Year</th><th>Cars</th></tr><tr><td>2024</td><td>12</td></tr></table><p>&agency;</p><p>ab/cd</p></body.content>
          <body.end><tagline>Eve Fox contributed.</tagline></body.end></body></nitf>
        """;

    [Fact]
    public void A_document_is_read_whole()
    {
        var item = Assert.Single(Read(Whole));
        var draft = Draft(item);
        Assert.Equal(("NITF", "Bridge opens & holds", "Example Agency", "en", "Regional", "example.org:77"), (item.Format, draft.Title, draft.Source, draft.Language, draft.Section, draft.Id));
        Assert.Equal((new DateTimeOffset(2024, 5, 2, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2024, 5, 3, 8, 0, 0, TimeSpan.Zero)), (draft.Published!.Value, draft.Revised!.Value));
        Assert.Equal(["Ann Bell", "Tom Reed"], draft.Authors);
        Assert.Equal([new("medtop:04000000", "economy, business and finance"), new(null, "Transport"), new("medtop:15000000", "sport"), new FeedTopic(null, "Bridges")], draft.Topics);
        Assert.Equal(
            [new("Ann Bell", "person"), new("Roads Office", "org"), new("Lisbon", "place"), new("PT", "country"), new("Rui Costa", "person"), new("Portugal", "place"), new("City Hall", "org"), new FeedActor("Porto", "place")],
            draft.Actors);
        Assert.Equal(
            [
                new("Two years of work", ParagraphKind.Heading), new("The bridge.", ParagraphKind.Caption), new("The council opened the new bridge on Monday, said Rui Costamayor of Portugal's City Hall."),
                new("Costs", ParagraphKind.Heading), new("It was cheap."), new("Very cheap, too."), new("one lane", ParagraphKind.Body), new DraftParagraph("two lanes", ParagraphKind.Body),
                new("Year | Cars", ParagraphKind.Body), new("2024 | 12", ParagraphKind.Body), new("&agency;"), new("ab/cd", ParagraphKind.Boilerplate), new("Eve Fox contributed.", ParagraphKind.Boilerplate),
            ],
            draft.Paragraphs);
    }

    [Theory]
    [InlineData("<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.content><p>Text.</p></body.content></body></nitf>")]
    [InlineData("<n:nitf xmlns:n='http://iptc.org/std/NITF/2006-10-18/'><n:body><n:body.content><n:p>Text.</n:p></n:body.content></n:body></n:nitf>")]
    [InlineData("<nitf><body><body.head><abstract><p>Text.</p></abstract></body.head><body.content/></body></nitf>")]
    [InlineData("<nitf><body><body.content><pre>Text.</pre></body.content></body></nitf>")]
    public void Text_is_found_however_little_else_there_is(string xml) => Assert.Equal([new DraftParagraph("Text.")], One(xml).Paragraphs);

    [Theory]
    [InlineData("<nitf><head><docdata management-status='canceled'/></head><body><body.content><p>x</p></body.content></body></nitf>", "The item was cancelled by its provider.")]
    [InlineData("<nitf><head><docdata management-status='withheld'/></head><body><body.content><p>x</p></body.content></body></nitf>", "The item is withheld by its provider.")]
    [InlineData("<nitf><head><title>t</title></head><body/></nitf>", "The item has no text.")]
    [InlineData("<nitf><body><body.content><p>cut", "The XML is broken: the file ends before </p>.")]
    [InlineData("<nitf><body><body.content><p>a</q></p></body.content></body></nitf>", "The XML is broken: </q> closes nothing.")]
    public void What_cannot_be_an_article_is_a_problem(string xml, string reason) => Assert.Equal(reason, Reason(Assert.Single(Read(xml))));

    [Fact]
    public void A_document_that_is_too_large_is_a_problem() =>
        Assert.StartsWith("The item is too large", Reason(Assert.Single(Read($"<nitf><body><body.content><p>{new string('x', 5_000_000)}</p></body.content></body></nitf>"))), StringComparison.Ordinal);

    [Fact]
    public void A_wire_that_was_wrapped_by_hand_has_its_paragraphs_where_lines_are_indented()
    {
        var draft = One("<nitf><body><body.content><p>(Adds detail)\n    * One point\n    By Ann Bell\n    May 2 (Agency) - Gold rose on Tuesday on increased\nhaven demand as somebody said\nsomething.\n    Traders waited.</p></body.content></body></nitf>");
        Assert.Equal(["(Adds detail)", "* One point", "By Ann Bell", "May 2 (Agency) - Gold rose on Tuesday on increased haven demand as somebody said something.", "Traders waited."], draft.Paragraphs.Select(p => p.Text));
        Assert.Equal(["Ann Bell"], draft.Authors);
        Assert.Equal(ParagraphKind.Boilerplate, draft.Paragraphs[2].Kind);
    }

    [Theory]
    [InlineData("20061023T101500Z", "2006-10-23T10:15:00Z")]
    [InlineData("20061023T101500-0500", "2006-10-23T15:15:00Z")]
    [InlineData("20061023T1015+01:00", "2006-10-23T09:15:00Z")]
    [InlineData("20061023", "2006-10-23T00:00:00Z")]
    [InlineData("2016-04-13 04:52:21+00:00", "2016-04-13T04:52:21Z")]
    [InlineData("2018-03-01T18:34:39.924Z", "2018-03-01T18:34:39.924Z")]
    [InlineData("YYYYMMDD000000-HHMM", null), InlineData("20061323", null), InlineData("", null), InlineData("2006102", null), InlineData("20061023T10", null)]
    public void Dates_of_agencies_are_read(string written, string? expected) => Assert.Equal(expected, AgencyDates.Of(written) is { } date ? ArticleDates.Write(date) : null);

    [Theory]
    [InlineData("By Ann Bell", "Ann Bell")]
    [InlineData("By ANN BELL and TOM REED, Staff Writers", "ANN BELL|TOM REED")]
    [InlineData("Ann Bell, Tom Reed and Eve Fox", "Ann Bell|Tom Reed|Eve Fox")]
    [InlineData("By Ann Bell, Press Association", "Ann Bell")]
    [InlineData("Von Änne Bär und Tom Reed", "Änne Bär|Tom Reed")]
    [InlineData("Geir Moe / Site.example", "Geir Moe")]
    [InlineData("gr/bp", ""), InlineData("", ""), InlineData("By Staff Reporter", ""), InlineData("a@b.example", "")]
    public void Bylines_are_names(string byline, string expected) => Assert.Equal(expected, string.Join('|', Bylines.Authors(byline)));

    [Theory]
    [InlineData("15054000", "soccer", "medtop:15000000=sport|=soccer")]
    [InlineData("15054000", "", "medtop:15000000=sport")]
    [InlineData("15000000", "Urheilu", "medtop:15000000=sport")]
    [InlineData("20000350", "Zentralbank", "medtop:20000350=central bank")]
    [InlineData("29999999", "Something new", "medtop:29999999=Something new")]
    [InlineData("18000000", "x", ""), InlineData("00000000", "x", ""), InlineData("1500000", "x", ""), InlineData("F0100100", "x", "")]
    public void A_code_is_a_topic_where_the_scheme_has_one(string code, string label, string expected) => Assert.Equal(expected, string.Join('|', SubjectCodes.Topics(code, label).Select(t => $"{t.Id}={t.Label}")));
}
