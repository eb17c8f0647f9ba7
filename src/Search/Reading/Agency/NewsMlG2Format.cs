using System.Xml;
using Search.Reading.Xml;

namespace Search.Reading.Agency;

/// <summary>NewsML-G2 of the IPTC: a news item, or a message of many, one after the other.</summary>
internal sealed class NewsMlG2Format : IArticleFormat
{
    private static readonly Dictionary<string, string> OtherItems = new()
    {
        ["conceptItem"] = "concept item",
        ["knowledgeItem"] = "knowledge item",
        ["planningItem"] = "planning item",
        ["catalogItem"] = "catalog item",
    };

    public string Name => "NewsML-G2";

    public bool Recognises(Head head) => head.RootName() is "newsMessage" or "newsItem" or "packageItem" || OtherItems.ContainsKey(head.RootName());

    public IEnumerable<ReadItem> Read(Source source)
    {
        using var xml = ForeignXml.Open(source, record: "newsItem");
        var schemes = new Dictionary<string, string>();
        var (sender, package) = ("", "");
        var (number, news, packages) = (0, 0, 0);
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element) xml.Read();
            else if (xml.LocalName == "newsItem")
            {
                news++;
                var place = Place(xml, ++number);
                yield return Item(source, place, XmlPart.Read(xml, out var fault), fault, schemes, sender);
            }
            else if (xml.LocalName == "packageItem")
            {
                packages++;
                package = Place(xml, ++number);
                if (XmlPart.Read(xml, out var fault) is null || fault is not null) yield return fault is null ? source.Problem(package, AgencyProblems.TooLarge) : source.Broken(package, fault);
            }
            else if (OtherItems.TryGetValue(xml.LocalName, out var other))
            {
                var place = Place(xml, ++number);
                xml.Skip();
                yield return source.Problem(place, AgencyProblems.NoArticle(other));
            }
            else if (xml.LocalName is "header" or "Header")
            {
                var header = XmlPart.Read(xml, out _);
                if (header is null) continue;
                sender = Sender(header);
                G2Concepts.Schemes(header, schemes);
            }
            else xml.Read();
        }
        if (xml.TakeFault() is { } end) yield return source.Broken("", end);
        else if (news == 0 && packages > 0) yield return source.Problem(package, AgencyProblems.Package);
        else if (number == 0) yield return source.Problem("", AgencyProblems.NoItems);
    }

    private static ReadItem Item(Source source, string place, XmlPart? item, XmlFault? fault, Dictionary<string, string> schemes, string sender)
    {
        if (fault is not null) return source.Broken(place, fault);
        if (item is null) return source.Problem(place, AgencyProblems.TooLarge);
        var (draft, reason) = G2Item.Read(item, schemes, sender);
        return draft is null ? source.Problem(place, reason) : source.Article(place, draft);
    }

    /// <summary>A machine's name is no source.</summary>
    private static string Sender(XmlPart header)
    {
        var sender = header.Child("sender").OneLine;
        return sender.Contains('.', StringComparison.Ordinal) ? "" : sender;
    }

    private static string Place(ForeignXmlReader xml, int number) => xml.Depth == 0 ? "" : $"item {number}";
}
