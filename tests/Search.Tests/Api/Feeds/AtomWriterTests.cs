using System.Xml;
using System.Xml.XPath;
using Search.App.Api.Feeds;
using Search.Tests.Reading;
using Xunit;
using FeedTopic = Search.App.Api.Feeds.FeedTopic;

namespace Search.Tests.Api.Feeds;

public class AtomWriterTests : ReadingTest
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Noon = new(2026, 11, 14, 13, 0, 0, TimeSpan.FromHours(1));

    /// <summary>Characters that XML forbids, halves of pairs, an emoji, the end of a CDATA section, mark-up, line ends.</summary>
    public static TheoryData<string> NastyTexts => new(
        "a\u0000b\u0001c\u000Bd\u001Be", "\uD83D", "\uDE00 half", "😀 whole 👩‍🚀", "]]> <![CDATA[ ]]>", "<script>alert(1)</script> & \"quotes\" 'too'", "a\r\nb\tc\u0085d\u2028e", "\uFFFE\uFFFF", "&#0; &nbsp;");

    [Theory, MemberData(nameof(NastyTexts))]
    public void Whatever_the_texts_hold_the_xml_is_valid_and_says_the_same(string text)
    {
        var item = Item() with { Title = text, Authors = [text], Topics = [new FeedTopic(text, text)], Source = text, Language = "en", Html = $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>" };
        var xml = Load(AtomWriter.Write(new Feed(text, "http://news.example/v1/feed.atom", "http://news.example/", Noon, [item])));
        var sound = AtomWriter.Sound(text);
        Assert.Equal(sound, Text(xml, "/a:feed/a:title"));
        Assert.Equal(sound, Text(xml, "//a:entry/a:title"));
        Assert.Equal(sound, Text(xml, "//a:entry/a:author/a:name"));
        Assert.Equal(sound, Text(xml, "//a:entry/a:source/a:title"));
        Assert.Equal(sound, Text(xml, "//a:entry/a:category/@label"));
        Assert.Equal(AtomWriter.Sound(item.Html), Text(xml, "//a:entry/a:summary"));
    }

    [Fact]
    public void What_xml_forbids_is_replaced()
    {
        // Not as a theory: attributes cannot hold half a pair.
        (string Text, string Sound)[] cases =
            [("plain \t\r\n é 😀 \uFFFD", "plain \t\r\n é 😀 \uFFFD"), ("\0", "\uFFFD"), ("x\uD83Dy\uDE00z", "x\uFFFDy\uFFFDz"), ("\uD83D\uD83D\uDE00", "\uFFFD\uD83D\uDE00"), ("\u0001😀\uFFFE", "\uFFFD😀\uFFFD")];
        foreach (var (text, sound) in cases) Assert.Equal(sound, AtomWriter.Sound(text));
    }

    [Fact]
    public void A_feed_and_its_entries_have_what_the_standard_requires()
    {
        var xml = Load(AtomWriter.Write(new Feed("T", "http://news.example/v1/feed.atom?q=a&b=c", "http://news.example/?q=a", Noon, [Item(), Item() with { Id = "http://news.example/articles/b", Html = "" }])));
        AssertValid(xml);
        Assert.Equal("http://news.example/v1/feed.atom?q=a&b=c", Text(xml, "/a:feed/a:link[@rel='self']/@href"));
        Assert.Equal("http://news.example/?q=a", Text(xml, "/a:feed/a:link[@rel='alternate']/@href"));
        Assert.Equal(("2026-11-14T12:00:00Z", "html"), (Text(xml, "//a:entry/a:updated"), Text(xml, "//a:entry/a:summary/@type")));
        Assert.Equal(1, Count(xml, "//a:summary"));
    }

    [Fact]
    public void A_feed_without_entries_has_it_too() => AssertValid(Load(AtomWriter.Write(new Feed("T", "http://news.example/f", "http://news.example/", DateTimeOffset.UnixEpoch, []))));

    [Fact]
    public void The_products_own_reader_reads_it_back()
    {
        var item = Item() with
        {
            Title = "Ships & <b>boats</b> 😀",
            Link = "https://post.example/ships?a=1&b=2",
            Authors = ["Ada Martin", "Ben <Li>"],
            Topics = [new FeedTopic("medtop:1", "labour & trade")],
            Source = "Harbour Post",
            Language = "fr",
            Published = Noon,
            Updated = Noon.AddHours(2),
            Html = "<p>The <mark>ships</mark> left &amp; came.</p><p>Second.</p>",
        };
        var draft = Draft(Assert.Single(Read(AtomWriter.Write(new Feed("T", "http://news.example/f", "http://news.example/", Noon, [item])))));
        Assert.Equal((item.Title, item.Link, "Harbour Post", "fr"), (draft.Title, draft.Url, draft.Source, draft.Language));
        Assert.Equal((Noon, Noon.AddHours(2)), (draft.Published!.Value, draft.Revised!.Value));
        Assert.Equal(item.Authors, draft.Authors);
        Assert.Equal("labour & trade", Assert.Single(draft.Topics).Label);
        Assert.Equal(["The ships left & came.", "Second."], draft.Paragraphs.Select(p => p.Text));
    }

    /// <summary>RFC 4287, 4.1.1 and 4.1.2: what must be there, and how often.</summary>
    internal static void AssertValid(XPathNavigator xml)
    {
        Assert.Equal(1, Count(xml, "/a:feed"));
        foreach (XPathNavigator element in xml.Select("/a:feed | //a:entry", Names))
        {
            foreach (var name in (string[])["a:id", "a:title", "a:updated", "a:link[@rel='alternate']"]) Assert.Equal(1, Count(element, name));
            foreach (var name in (string[])["a:id", "a:title", "a:updated"]) Assert.NotEmpty(Text(element, name));
            Assert.True(Uri.TryCreate(Text(element, "a:id"), UriKind.Absolute, out _));
            Assert.Equal(DateTimeKind.Utc, XmlConvert.ToDateTime(Text(element, "a:updated"), XmlDateTimeSerializationMode.RoundtripKind).Kind);
        }
        Assert.NotEmpty(Text(xml, "/a:feed/a:author/a:name"));
        Assert.Equal(1, Count(xml, "/a:feed/a:link[@rel='self']"));
        var ids = xml.Select("//a:entry/a:id", Names).OfType<XPathNavigator>().Select(e => e.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    internal static XPathNavigator Load(byte[] bytes)
    {
        Assert.NotEqual(0xEF, bytes[0]);
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
        return new XPathDocument(reader, XmlSpace.Preserve).CreateNavigator();
    }

    internal static string Text(XPathNavigator xml, string path) => xml.SelectSingleNode(path, Names)!.Value;

    private static int Count(XPathNavigator xml, string path) => xml.Select(path, Names).Count;

    private static XmlNamespaceManager Names { get; } = Prefixed();

    private static XmlNamespaceManager Prefixed()
    {
        var names = new XmlNamespaceManager(new NameTable());
        names.AddNamespace("a", Atom);
        return names;
    }

    private static FeedItem Item() => new()
    {
        Id = "http://news.example/articles/a",
        Title = "Ships",
        Link = "http://news.example/articles/a",
        Updated = Noon,
        Html = "<p>Ships.</p>",
    };
}
