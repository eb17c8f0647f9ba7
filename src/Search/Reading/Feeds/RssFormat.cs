using System.Xml;
using Search.Articles;
using Search.Reading.Xml;

namespace Search.Reading.Feeds;

/// <summary>RSS 2.0, and its elder kin with the same elements. The full content of an item, else its description.</summary>
internal sealed class RssFormat : IArticleFormat
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string WordPress = "http://wordpress.org/export/";
    private static readonly string[] Versions = ["http://purl.org/rss/1.0/", "http://purl.org/net/rss1.1", "http://my.netscape.com/", "http://channel.netscape.com/", "http://backend.userland.com/"];

    public string Name => "RSS";

    public bool Recognises(Head head) => head.RootName() is "rss" or "RDF";

    public IEnumerable<ReadItem> Read(Source source)
    {
        using var xml = ForeignXml.Open(source, record: "item");
        var feed = new FeedHead();
        var number = 0;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element) xml.Read();
            else if (xml.LocalName == "item")
            {
                var entry = new FeedEntry { Language = xml.GetAttribute("lang", XmlNames.Xml) ?? "", About = xml.GetAttribute("about", Rdf) ?? "" };
                var fault = ForeignXml.Item(xml, x => Take(x, entry));
                yield return Item(source, $"entry {++number}", entry, feed, fault);
            }
            else if (xml.LocalName is "rss" or "RDF" or "channel")
            {
                if (xml.GetAttribute("lang", XmlNames.Xml) is { } language) feed.Language = language;
                xml.Read();
            }
            else Take(xml, feed);
        }
        if (xml.TakeFault() is { } end) yield return source.Broken("", end);
        else if (number == 0) yield return source.Problem("", "The feed has no items.");
    }

    private static ReadItem Item(Source source, string place, FeedEntry entry, FeedHead feed, XmlFault? fault)
    {
        if (fault is not null) return source.Broken(place, fault);
        if (entry.Kind is not ("" or "post")) return source.Problem(place, $"The item \"{entry.Title}\" is no article but a WordPress {entry.Kind}.");
        if (entry.Status is not ("" or "publish")) return source.Problem(place, $"The item \"{entry.Title}\" is not published in WordPress: its status is \"{entry.Status}\".");
        return entry.Draft(feed) is { } draft ? source.Article(place, draft) : source.Problem(place, $"The item \"{entry.Title}\" has no text.");
    }

    private static void Take(ForeignXmlReader xml, FeedHead feed)
    {
        switch (xml.LocalName)
        {
            case "title" when IsPlain(xml): feed.Title = FeedText.Line(ForeignXml.Text(xml)); break;
            case "link" when IsPlain(xml): feed.Link = ForeignXml.Text(xml).Trim(); break;
            case "language": feed.Language = ForeignXml.Text(xml).Trim(); break;
            default: xml.Skip(); break;
        }
    }

    private static void Take(ForeignXmlReader xml, FeedEntry entry)
    {
        if (IsPlain(xml)) TakePlain(xml, entry);
        else if (xml.NamespaceURI == DublinCore) TakeDublinCore(xml, entry);
        else if (xml.NamespaceURI == Atom && xml.LocalName == "updated") entry.Updated = ForeignXml.Text(xml);
        else if (xml.NamespaceURI == Content && xml.LocalName == "encoded") entry.Content = FeedText.Paragraphs(ForeignXml.Text(xml));
        else if (xml.NamespaceURI.StartsWith(WordPress, StringComparison.Ordinal)) TakeWordPress(xml, entry);
        else xml.Skip();
    }

    private static void TakePlain(ForeignXmlReader xml, FeedEntry entry)
    {
        switch (xml.LocalName)
        {
            case "title": entry.Title = FeedText.Line(ForeignXml.Text(xml)); break;
            case "link": entry.Link = ForeignXml.Text(xml).Trim(); break;
            case "guid": entry.Guid = ForeignXml.Text(xml).Trim(); break;
            case "pubDate": entry.Published = ForeignXml.Text(xml); break;
            case "author": entry.Authors.Add(Author(FeedText.Line(ForeignXml.Text(xml)))); break;
            case "category": entry.Topics.Add(new FeedTopic(null, FeedText.Line(ForeignXml.Text(xml)))); break;
            case "source": entry.Source = FeedText.Line(ForeignXml.Text(xml)); break;
            case "description": entry.Summary = FeedText.Paragraphs(ForeignXml.Text(xml)); break;
            default: xml.Skip(); break;
        }
    }

    private static void TakeDublinCore(ForeignXmlReader xml, FeedEntry entry)
    {
        switch (xml.LocalName)
        {
            case "date" when entry.Published.Length == 0: entry.Published = ForeignXml.Text(xml); break;
            case "creator": entry.Authors.Add(FeedText.Line(ForeignXml.Text(xml))); break;
            case "subject": entry.Topics.Add(new FeedTopic(null, FeedText.Line(ForeignXml.Text(xml)))); break;
            case "language": entry.Language = ForeignXml.Text(xml).Trim(); break;
            default: xml.Skip(); break;
        }
    }

    /// <summary>What the export of a WordPress site says of its items.</summary>
    private static void TakeWordPress(ForeignXmlReader xml, FeedEntry entry)
    {
        switch (xml.LocalName)
        {
            case "post_type": entry.Kind = ForeignXml.Text(xml).Trim(); break;
            case "status": entry.Status = ForeignXml.Text(xml).Trim(); break;
            case "post_date_gmt" when entry.Published.Length == 0: entry.Published = ForeignXml.Text(xml); break;
            case "encoded": entry.Summary = FeedText.Paragraphs(ForeignXml.Text(xml)); break;
            default: xml.Skip(); break;
        }
    }

    /// <summary>An element of RSS itself, in any of its versions, not of a namesake's namespace.</summary>
    private static bool IsPlain(ForeignXmlReader xml) => xml.NamespaceURI.Length == 0 || xml.NamespaceURI != Content && Array.Exists(Versions, v => xml.NamespaceURI.StartsWith(v, StringComparison.Ordinal));

    /// <summary>RSS writes <c>address (name)</c>.</summary>
    private static string Author(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open >= 0 && text.EndsWith(')') && text[..open].Contains('@') ? text[(open + 1)..^1].Trim() : text;
    }
}
