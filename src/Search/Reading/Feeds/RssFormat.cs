using System.Xml;
using Search.Articles;
using Search.Reading.Html;
using Search.Reading.Xml;
using Search.Text;

namespace Search.Reading.Feeds;

/// <summary>RSS 2.0, and its elder kin with the same elements. The full content of an item, else its description.</summary>
internal sealed class RssFormat : IArticleFormat
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    public string Name => "RSS";

    public bool Recognises(Head head) => head.RootElement() is "rss" or "rdf:RDF";

    public IEnumerable<ReadItem> Read(Source source)
    {
        using var xml = ForeignXml.Open(source);
        var feed = new FeedHead();
        var number = 0;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element) xml.Read();
            else if (xml.LocalName == "item")
            {
                var place = $"entry {++number}";
                var entry = new FeedEntry { Language = xml.GetAttribute("lang", Xml) ?? "" };
                ForeignXml.Children(xml, x => Take(x, entry));
                yield return entry.Draft(feed) is { } draft ? source.Article(place, draft) : source.Problem(place, $"The item \"{entry.Title}\" has no text.");
            }
            else if (xml.LocalName is "rss" or "RDF" or "channel")
            {
                if (xml.GetAttribute("lang", Xml) is { } language) feed.Language = language;
                xml.Read();
            }
            else Take(xml, feed);
        }
        if (number == 0) yield return source.Problem("", "The feed has no items.");
    }

    private static void Take(XmlReader xml, FeedHead feed)
    {
        switch (xml.LocalName)
        {
            case "title" when IsPlain(xml): feed.Title = HtmlText.Line(ForeignXml.Text(xml)); break;
            case "link" when IsPlain(xml): feed.Link = ForeignXml.Text(xml).Trim(); break;
            case "language": feed.Language = ForeignXml.Text(xml).Trim(); break;
            default: xml.Skip(); break;
        }
    }

    private static void Take(XmlReader xml, FeedEntry entry)
    {
        switch (xml.LocalName)
        {
            case "title" when IsPlain(xml): entry.Title = HtmlText.Line(ForeignXml.Text(xml)); break;
            case "link" when IsPlain(xml): entry.Link = ForeignXml.Text(xml).Trim(); break;
            case "guid": entry.Guid = ForeignXml.Text(xml).Trim(); break;
            case "pubDate": entry.Published = ForeignXml.Text(xml); break;
            case "date" when xml.NamespaceURI == DublinCore && entry.Published.Length == 0: entry.Published = ForeignXml.Text(xml); break;
            case "creator" when xml.NamespaceURI == DublinCore: entry.Authors.Add(HtmlText.Line(ForeignXml.Text(xml))); break;
            case "author" when IsPlain(xml): entry.Authors.Add(Author(Clean.Line(ForeignXml.Text(xml)))); break;
            case "category" when IsPlain(xml): entry.Topics.Add(new FeedTopic(null, HtmlText.Line(ForeignXml.Text(xml)))); break;
            case "subject" when xml.NamespaceURI == DublinCore: entry.Topics.Add(new FeedTopic(null, HtmlText.Line(ForeignXml.Text(xml)))); break;
            case "language" when xml.NamespaceURI == DublinCore: entry.Language = ForeignXml.Text(xml).Trim(); break;
            case "source" when IsPlain(xml): entry.Source = HtmlText.Line(ForeignXml.Text(xml)); break;
            case "encoded" when xml.NamespaceURI == Content: entry.Content = HtmlText.Paragraphs(ForeignXml.Text(xml)); break;
            case "description" when IsPlain(xml): entry.Summary = HtmlText.Paragraphs(ForeignXml.Text(xml)); break;
            default: xml.Skip(); break;
        }
    }

    /// <summary>An element of RSS itself, not of a namesake's namespace.</summary>
    private static bool IsPlain(XmlReader xml) => xml.NamespaceURI.Length == 0 || xml.NamespaceURI.StartsWith("http://purl.org/rss/1.0/", StringComparison.Ordinal);

    /// <summary>RSS writes <c>address (name)</c>.</summary>
    private static string Author(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open >= 0 && text.EndsWith(')') && text[..open].Contains('@') ? text[(open + 1)..^1].Trim() : text;
    }
}
