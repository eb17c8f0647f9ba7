using System.Net;
using System.Text;
using System.Xml;

namespace Search.Reading.Xml;

/// <summary>Reads foreign XML forward: no DTD, nothing from outside, no recursion, bounded text.</summary>
internal static class ForeignXml
{
    /// <summary>In characters: more of one element's text is not kept.</summary>
    private const int LongestText = 4 * 1024 * 1024;

    public static XmlReader Open(Source source) => XmlReader.Create(new EntityRepair(source.OpenText()), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>Calls <paramref name="read"/> on every child element; it must move behind the element's end. Afterwards the reader is behind the parent's end.</summary>
    public static void Children(XmlReader xml, Action<XmlReader> read)
    {
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        xml.Read();
        if (isEmpty) return;
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element) read(xml);
            else xml.Read();
        }
        xml.Read();
    }

    /// <summary>The text of the element, whatever is nested in it; the reader moves behind its end.</summary>
    public static string Text(XmlReader xml) => Read(xml, keepTags: false);

    /// <summary>The element's content as HTML, when its mark-up is XML of the feed itself.</summary>
    public static string Markup(XmlReader xml) => Read(xml, keepTags: true);

    private static string Read(XmlReader xml, bool keepTags)
    {
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        xml.Read();
        if (isEmpty) return "";
        var text = new StringBuilder();
        var chunk = new char[4096];
        while (!xml.EOF && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    for (var read = xml.ReadValueChunk(chunk, 0, chunk.Length); read > 0 && text.Length < LongestText; read = xml.ReadValueChunk(chunk, 0, chunk.Length))
                    {
                        if (keepTags) text.Append(WebUtility.HtmlEncode(new string(chunk, 0, read)));
                        else text.Append(chunk, 0, read);
                    }
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement when keepTags && text.Length < LongestText:
                    text.Append(xml.NodeType == XmlNodeType.Element ? "<" : "</").Append(xml.LocalName).Append('>');
                    break;
            }
            xml.Read();
        }
        xml.Read();
        return text.ToString();
    }
}
