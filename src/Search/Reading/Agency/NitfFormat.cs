using System.Xml;
using Search.Reading.Xml;

namespace Search.Reading.Agency;

/// <summary>NITF, the News Industry Text Format of the IPTC: one document a file.</summary>
internal sealed class NitfFormat : IArticleFormat
{
    public string Name => "NITF";

    public bool Recognises(Head head) => head.RootName() == "nitf";

    public IEnumerable<ReadItem> Read(Source source)
    {
        using var xml = ForeignXml.Open(source, record: "nitf");
        var number = 0;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element) xml.Read();
            else
            {
                var place = ++number == 1 ? "" : $"entry {number}";
                yield return Item(source, place, XmlPart.Read(xml, out var fault), fault);
            }
        }
        if (number == 0) yield return source.Problem("", AgencyProblems.NoText);
    }

    private static ReadItem Item(Source source, string place, XmlPart? nitf, XmlFault? fault)
    {
        if (fault is not null) return source.Broken(place, fault);
        if (nitf is null) return source.Problem(place, AgencyProblems.TooLarge);
        if (NitfDocument.Refusal(nitf) is { } refusal) return source.Problem(place, refusal);
        var article = new AgencyArticle();
        NitfDocument.Read(nitf, article);
        return article.HasText ? source.Article(place, article.Draft()) : source.Problem(place, AgencyProblems.NoText);
    }
}
