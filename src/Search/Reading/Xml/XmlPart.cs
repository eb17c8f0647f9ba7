using System.Text;
using System.Xml;

namespace Search.Reading.Xml;

/// <summary>
/// An element of foreign XML with all that is in it, held in memory: one item of a larger source. No deeper than
/// <see cref="ForeignXmlReader.Deepest"/>, so that it may be walked by recursion.
/// </summary>
internal sealed class XmlPart
{
    /// <summary>In characters, of all texts and attributes: what is larger is not held.</summary>
    public const int Largest = 4 * 1024 * 1024;
    private const int MostParts = 200_000;
    private static readonly XmlPart Nothing = new("", "", [], 0);
    private readonly IReadOnlyList<(string Name, string Value)> attributes;
    private readonly List<object> content = [];

    private XmlPart(string name, string space, IReadOnlyList<(string Name, string Value)> attributes, int line)
    {
        (Name, Namespace, Line) = (name, space, line);
        this.attributes = attributes;
    }

    /// <summary>Without prefix.</summary>
    public string Name { get; }
    public string Namespace { get; }
    public int Line { get; }
    /// <summary>The texts (<see cref="string"/>) and elements (<see cref="XmlPart"/>) in order.</summary>
    public IReadOnlyList<object> Content => content;
    public IEnumerable<XmlPart> Parts => content.OfType<XmlPart>();

    /// <summary>Reads the element at which the reader stands, and moves behind it. Null when it is larger than may be held.</summary>
    /// <param name="xml">At an element.</param>
    /// <param name="fault">What in it is broken.</param>
    public static XmlPart? Read(ForeignXmlReader xml, out XmlFault? fault)
    {
        var root = Begin(xml);
        var open = new Stack<XmlPart>([root]);
        var (size, parts) = (Size(root), 1);
        var isEmpty = xml.IsEmptyElement;
        while (!isEmpty && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement) open.Pop();
            else if (size > Largest || parts > MostParts) Empty(root, open, xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement);
            else if (xml.NodeType == XmlNodeType.Text)
            {
                open.Peek().content.Add(xml.Value);
                size += xml.Value.Length;
            }
            else
            {
                var part = Begin(xml);
                parts++;
                size += Size(part);
                open.Peek().content.Add(part);
                if (!xml.IsEmptyElement) open.Push(part);
            }
            if (open.Count == 0) break;
        }
        fault = xml.TakeFault();
        xml.Read();
        return size > Largest || parts > MostParts ? null : root;
    }

    /// <summary>The attribute, whatever its prefix; empty when it is missing.</summary>
    public string Attribute(string name)
    {
        foreach (var (attribute, value) in attributes)
        {
            if (attribute == name || attribute.EndsWith(name, StringComparison.Ordinal) && attribute[^(name.Length + 1)] == ':') return value.Trim();
        }
        return "";
    }

    /// <summary>The first child of this name; an empty element when there is none.</summary>
    public XmlPart Child(string name) => Parts.FirstOrDefault(p => p.Name == name) ?? Nothing;

    public IEnumerable<XmlPart> Children(string name) => Parts.Where(p => p.Name == name);

    /// <summary>The elements of this name at any depth, in order; none inside another of them.</summary>
    public IEnumerable<XmlPart> All(string name) => Parts.SelectMany(p => p.Name == name ? [p] : p.All(name));

    /// <summary>All text in it, untouched.</summary>
    public string Text
    {
        get
        {
            if (content.Count == 1 && content[0] is string only) return only;
            var text = new StringBuilder();
            Append(text);
            return text.ToString();
        }
    }

    /// <summary>All text in it, on one line.</summary>
    public string OneLine => Search.Text.Clean.Line(Text);

    private void Append(StringBuilder text)
    {
        foreach (var piece in content)
        {
            if (piece is XmlPart part) part.Append(text);
            else text.Append((string)piece);
        }
    }

    private static XmlPart Begin(ForeignXmlReader xml) => new(xml.LocalName, xml.NamespaceURI, xml.Attributes.Count == 0 ? [] : [.. xml.Attributes], xml.Line);

    private static int Size(XmlPart part) => part.attributes.Sum(a => a.Name.Length + a.Value.Length);

    /// <summary>Lets go of what was held, and only follows the ends.</summary>
    private static void Empty(XmlPart root, Stack<XmlPart> open, bool enters)
    {
        root.content.Clear();
        if (enters) open.Push(Nothing);
    }
}
