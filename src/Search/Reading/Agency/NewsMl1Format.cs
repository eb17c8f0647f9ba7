using System.Xml;
using Search.Reading.Xml;

namespace Search.Reading.Agency;

/// <summary>NewsML 1 of the IPTC: a package of news items, one after the other.</summary>
internal sealed class NewsMl1Format : IArticleFormat
{
    public string Name => "NewsML 1";

    public bool Recognises(Head head) => head.RootName() == "NewsML";

    public IEnumerable<ReadItem> Read(Source source)
    {
        using var xml = ForeignXml.Open(source);
        var (sender, number) = ("", 0);
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element) xml.Read();
            else if (xml.LocalName == "NewsItem")
            {
                var place = $"item {++number}";
                var item = XmlPart.Read(xml, out var fault);
                if (fault is not null) yield return source.Broken(place, fault);
                else if (item is null) yield return source.Problem(place, AgencyProblems.TooLarge);
                else
                {
                    var (draft, reason) = NewsMl1Item.Read(item, sender);
                    yield return draft is null ? source.Problem(place, reason) : source.Article(place, draft);
                }
            }
            else if (xml.LocalName == "NewsEnvelope") sender = XmlPart.Read(xml, out _)?.Child("SentFrom").Child("Party").Attribute("FormalName") ?? "";
            else xml.Read();
        }
        if (xml.TakeFault() is { } end) yield return source.Broken("", end);
        else if (number == 0) yield return source.Problem("", AgencyProblems.NoItems);
    }
}
