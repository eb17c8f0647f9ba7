using System.Xml;
using Search.Articles;
using Search.Reading.Xml;
using Search.Text;

namespace Search.Reading.Feeds;

/// <summary>Atom 1.0. The content of an entry, else its summary.</summary>
internal sealed class AtomFormat : IArticleFormat
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public string Name => "Atom";

    public bool Recognises(Head head) => head.RootName() is "feed" or "entry";

    public IEnumerable<ReadItem> Read(Source source)
    {
        using var xml = ForeignXml.Open(source, record: "entry");
        var feed = new FeedHead();
        var number = 0;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element) xml.Read();
            else if (xml.LocalName == "entry")
            {
                var place = $"entry {++number}";
                var entry = new FeedEntry { Language = xml.GetAttribute("lang", XmlNames.Xml) ?? "" };
                if (ForeignXml.Item(xml, x => Take(x, entry)) is { } fault) yield return source.Broken(place, fault);
                else yield return entry.Draft(feed) is { } draft ? source.Article(place, draft) : source.Problem(place, $"The entry \"{entry.Title}\" has no text.");
            }
            else if (xml.LocalName == "feed")
            {
                feed.Language = xml.GetAttribute("lang", XmlNames.Xml) ?? "";
                xml.Read();
            }
            else if (!IsAtom(xml)) xml.Skip();
            else if (xml.LocalName == "title") feed.Title = Line(xml);
            else if (xml.LocalName == "link")
            {
                if (Link(xml) is { } link) feed.Link = link;
            }
            else xml.Skip();
        }
        if (xml.TakeFault() is { } end) yield return source.Broken("", end);
        else if (number == 0) yield return source.Problem("", "The feed has no entries.");
    }

    private static void Take(ForeignXmlReader xml, FeedEntry entry)
    {
        if (!IsAtom(xml)) { xml.Skip(); return; }
        switch (xml.LocalName)
        {
            case "title": entry.Title = Line(xml); break;
            case "id": entry.Guid = ForeignXml.Text(xml).Trim(); break;
            case "published": entry.Published = ForeignXml.Text(xml); break;
            case "updated": entry.Updated = ForeignXml.Text(xml); break;
            case "content":
                if (entry.Language.Length == 0) entry.Language = xml.GetAttribute("lang", XmlNames.Xml) ?? "";
                entry.Content = Paragraphs(xml);
                break;
            case "summary": entry.Summary = Paragraphs(xml); break;
            case "category":
                var term = Clean.Line(xml.GetAttribute("term") ?? "");
                var label = Clean.Line(xml.GetAttribute("label") ?? "");
                entry.Topics.Add(new FeedTopic(null, label.Length > 0 ? label : term));
                xml.Skip();
                break;
            case "link":
                if (Link(xml) is { } link && entry.Link.Length == 0) entry.Link = link;
                break;
            case "author": Named(xml, "name", name => entry.Authors.Add(name)); break;
            case "source": Named(xml, "title", title => entry.Source = title); break;
            default: xml.Skip(); break;
        }
    }

    private static void Named(ForeignXmlReader xml, string element, Action<string> take) => ForeignXml.Children(xml, x =>
    {
        if (x.LocalName == element && IsAtom(x)) take(Line(x));
        else x.Skip();
    });

    /// <summary>The address of the page itself; null for a link to something else.</summary>
    private static string? Link(ForeignXmlReader xml)
    {
        var link = xml.GetAttribute("rel") is null or "alternate" ? xml.GetAttribute("href")?.Trim() : null;
        xml.Skip();
        return link;
    }

    private static List<DraftParagraph> Paragraphs(ForeignXmlReader xml) => xml.GetAttribute("type") switch
    {
        "xhtml" => FeedText.Paragraphs(ForeignXml.Markup(xml)),
        null or "text" or "text/plain" => FeedText.Plain(ForeignXml.Text(xml)),
        "html" or "text/html" => FeedText.Paragraphs(ForeignXml.Text(xml)),
        _ => Nothing(xml),
    };

    /// <summary>Content of another media type, such as a picture.</summary>
    private static List<DraftParagraph> Nothing(ForeignXmlReader xml)
    {
        xml.Skip();
        return [];
    }

    private static string Line(ForeignXmlReader xml) => xml.GetAttribute("type") switch
    {
        "xhtml" => FeedText.Line(ForeignXml.Markup(xml)),
        "html" or "text/html" => FeedText.Line(ForeignXml.Text(xml)),
        _ => FeedText.PlainLine(ForeignXml.Text(xml)),
    };

    private static bool IsAtom(ForeignXmlReader xml) => xml.NamespaceURI is Atom or "" or "http://purl.org/atom/ns#";
}
