using System.Net;
using System.Text;
using System.Xml;

namespace Search.Reading.Xml;

/// <summary>Reads foreign XML forward: no DTD, nothing from outside, no recursion, bounded text.</summary>
internal static class ForeignXml
{
    /// <summary>In characters: more of one element's text is not kept.</summary>
    private const int LongestText = 4 * 1024 * 1024;

    /// <param name="source">What is read.</param>
    /// <param name="record">The element, prefix aside, that holds one item and never another.</param>
    public static ForeignXmlReader Open(Source source, string? record = null) => new(source.OpenText(), record);

    /// <summary>What is broken, as a problem at its line.</summary>
    /// <param name="source">What is read.</param>
    /// <param name="place">The item that it belongs to; empty for none.</param>
    /// <param name="fault">What is broken.</param>
    public static ReadProblem Broken(this Source source, string place, XmlFault fault) => place.Length > 0
        ? source.Problem(place, $"The XML is broken at line {fault.Line}, it was left out: {fault.Reason}.")
        : source.Problem($"line {fault.Line}", $"The XML is broken: {fault.Reason}.");

    /// <summary>Calls <paramref name="read"/> on every child element; it must move behind the element's end. Afterwards the reader is behind the parent's end.</summary>
    public static void Children(ForeignXmlReader xml, Action<ForeignXmlReader> read)
    {
        if (!xml.IsEmptyElement) Inside(xml, read);
        xml.Read();
    }

    /// <summary>As <see cref="Children"/>; gives what in the element is broken.</summary>
    public static XmlFault? Item(ForeignXmlReader xml, Action<ForeignXmlReader> read)
    {
        if (!xml.IsEmptyElement) Inside(xml, read);
        var fault = xml.TakeFault();
        xml.Read();
        return fault;
    }

    private static void Inside(ForeignXmlReader xml, Action<ForeignXmlReader> read)
    {
        var depth = xml.Depth;
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element) read(xml);
            else xml.Read();
        }
    }

    /// <summary>The text of the element, whatever is nested in it; the reader moves behind its end.</summary>
    public static string Text(ForeignXmlReader xml) => Read(xml, keepTags: false);

    /// <summary>The element's content as HTML, when its mark-up is XML of the feed itself.</summary>
    public static string Markup(ForeignXmlReader xml) => Read(xml, keepTags: true);

    private static string Read(ForeignXmlReader xml, bool keepTags)
    {
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        xml.Read();
        if (isEmpty) return "";
        var text = new StringBuilder();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (text.Length < LongestText) Append(xml, keepTags, text);
            xml.Read();
        }
        xml.Read();
        return text.ToString();
    }

    private static void Append(ForeignXmlReader xml, bool keepTags, StringBuilder text)
    {
        if (xml.NodeType == XmlNodeType.Text) text.Append(keepTags ? WebUtility.HtmlEncode(xml.Value) : xml.Value);
        else if (keepTags && xml.NodeType == XmlNodeType.Element) text.Append('<').Append(xml.LocalName).Append(xml.IsEmptyElement ? "/>" : ">");
        else if (keepTags) text.Append("</").Append(xml.LocalName).Append('>');
    }
}
