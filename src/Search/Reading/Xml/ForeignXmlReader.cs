using System.Buffers;
using System.Text;
using System.Xml;

namespace Search.Reading.Xml;

/// <summary>What of the XML is broken, and where.</summary>
internal sealed record XmlFault(int Line, string Reason);

/// <summary>
/// Reads foreign XML forward, token by token, as <see cref="XmlReader"/> does, but goes on where that gives up. Start and end tokens always
/// pair: an end tag closes what was left open in it, the end of the source all. What is broken in a way that may have lost or misplaced text
/// is told as a <see cref="Fault"/>. A document type is skipped; linear in the source; bounded memory; never throws for what it reads.
/// </summary>
/// <param name="text">Closed with the reader.</param>
/// <param name="record">The element, prefix aside, that holds one item and never another: one that begins inside another ends it.</param>
internal sealed class ForeignXmlReader(TextReader text, string? record = null) : IDisposable
{
    /// <summary>Elements that are nested deeper are left out, with a fault.</summary>
    public const int Deepest = 256;
    /// <summary>In characters: a longer text comes in parts.</summary>
    public const int LongestText = 16 * 1024;
    private static readonly SearchValues<char> TextStops = SearchValues.Create("<&");
    private static readonly SearchValues<char> DataStops = SearchValues.Create("]");
    private static readonly SearchValues<char> TypeStops = SearchValues.Create("<>[]\"'");
    /// <summary>HTML that stands in a text unescaped: whether its tags pair does not matter.</summary>
    private static readonly HashSet<string> Loose = ["p", "br", "img", "hr", "li", "b", "i", "em", "strong", "a", "span", "div", "font", "td", "tr", "th", "u", "ul", "ol", "small"];
    private readonly XmlCharacters characters = new(text);
    private readonly XmlNames names = new();
    private readonly XmlTag tag = new();
    private readonly List<string> open = [];
    private readonly StringBuilder value = new();
    private string name = "";
    private int closing;
    private bool isHeld;
    private bool inData;

    /// <summary>Element, EndElement, Text, or None before the first token and behind the last.</summary>
    public XmlNodeType NodeType { get; private set; }
    public bool EOF { get; private set; }
    /// <summary>How many elements are open around the token.</summary>
    public int Depth { get; private set; }
    /// <summary>Whether the element has no end token.</summary>
    public bool IsEmptyElement => tag.IsEmpty;
    public string LocalName => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
    public string NamespaceURI => names.Namespace(Prefix(name));
    /// <summary>A text, its references decoded; perhaps a part of it.</summary>
    public string Value => value.ToString();
    /// <summary>The line that was reached.</summary>
    public int Line => characters.Line;
    /// <summary>The first that was met since it was taken last.</summary>
    public XmlFault? Fault { get; private set; }

    /// <summary>Gives the fault and forgets it.</summary>
    public XmlFault? TakeFault()
    {
        var fault = Fault;
        Fault = null;
        return fault;
    }

    public string? GetAttribute(string name) => Attribute(a => a == name);

    public string? GetAttribute(string localName, string uri) =>
        Attribute(a => a.EndsWith(localName, StringComparison.Ordinal) && a.Length > localName.Length + 1 && a[^(localName.Length + 1)] == ':' && names.Namespace(Prefix(a)) == uri);

    /// <summary>The attributes of the element, names as written.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes => tag.Attributes;

    /// <summary>Moves to the next token; false at the end.</summary>
    public bool Read()
    {
        if (NodeType == XmlNodeType.EndElement) names.Leave(Depth + 1);
        while (!EOF)
        {
            if (closing > 0) return End();
            if (isHeld) return Begin();
            var c = characters.Peek();
            if (c < 0) AtEnd();
            else if (inData || c != '<' || !IsMarkup(characters.Peek(1)))
            {
                if (Text()) return true;
            }
            else if (characters.Peek(1) == '/') EndTag();
            else if (characters.Peek(1) == '?') Pass("?>");
            else if (characters.Peek(1) == '!') Declaration();
            else StartTag();
        }
        NodeType = XmlNodeType.None;
        Depth = 0;
        return false;
    }

    /// <summary>Moves behind the element, its content unread; behind any other token.</summary>
    public void Skip()
    {
        var depth = Depth;
        if (NodeType == XmlNodeType.Element && !IsEmptyElement)
        {
            while (Read() && !(NodeType == XmlNodeType.EndElement && Depth <= depth)) { }
        }
        Read();
    }

    public void Dispose() => characters.Dispose();

    private static bool IsMarkup(int c) => c is '/' or '!' or '?' or '_' || c > 0 && char.IsLetter((char)c);

    private static string Prefix(string name) => name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? name[..colon] : "";

    private string? Attribute(Predicate<string> fits)
    {
        if (NodeType != XmlNodeType.Element) return null;
        foreach (var (attribute, text) in tag.Attributes)
        {
            if (fits(attribute)) return text;
        }
        return null;
    }

    private void Fail(string reason) => Fault ??= new XmlFault(Line, reason);

    private void StartTag()
    {
        characters.Skip(1);
        if (!tag.Take(characters, names))
        {
            Fail("the file ends inside a tag");
            return;
        }
        if (open.Count >= Deepest)
        {
            Fail($"elements are nested more than {Deepest} deep");
            return;
        }
        if (tag.Name.EndsWith(record ?? "\0", StringComparison.Ordinal) && open.LastIndexOf(tag.Name) is var outer and >= 0 && (tag.Name.Length == record!.Length || tag.Name[^(record.Length + 1)] == ':'))
        {
            Fail($"<{open[^1]}> is not closed before the next <{tag.Name}>");
            closing = open.Count - outer;
        }
        isHeld = true;
    }

    private bool Begin()
    {
        isHeld = false;
        name = tag.Name;
        Depth = open.Count;
        NodeType = XmlNodeType.Element;
        names.Leave(Depth + 1);
        foreach (var (attribute, uri) in tag.Attributes)
        {
            if (attribute == "xmlns") names.Declare("", uri, Depth + 1);
            else if (attribute.StartsWith("xmlns:", StringComparison.Ordinal)) names.Declare(attribute[6..], uri, Depth + 1);
        }
        if (!tag.IsEmpty) open.Add(name);
        return true;
    }

    private void EndTag()
    {
        characters.Skip(2);
        if (!tag.Take(characters, names)) Fail("the file ends inside a tag");
        var at = open.LastIndexOf(tag.Name);
        if (at < 0)
        {
            if (!Loose.Contains(tag.Name) && open.Count > 0 && open.Count < Deepest) Fail($"</{tag.Name}> closes nothing");
            return;
        }
        for (var i = at + 1; i < open.Count; i++)
        {
            if (!Loose.Contains(open[i])) Fail($"<{open[i]}> is not closed before </{tag.Name}>");
        }
        closing = open.Count - at;
    }

    private bool End()
    {
        closing--;
        name = open[^1];
        open.RemoveAt(open.Count - 1);
        Depth = open.Count;
        NodeType = XmlNodeType.EndElement;
        return true;
    }

    private void AtEnd()
    {
        if (open.Count == 0)
        {
            EOF = true;
            return;
        }
        Fail($"the file ends before </{open[^1]}>");
        inData = false;
        closing = open.Count;
    }

    /// <summary>Takes text up to the next markup; false when none of it is in an element.</summary>
    private bool Text()
    {
        value.Clear();
        while (value.Length < LongestText)
        {
            var run = characters.Run(inData ? DataStops : TextStops, LongestText);
            if (run.Length > 0)
            {
                value.Append(run);
                characters.Skip(run.Length);
                continue;
            }
            var c = characters.Peek();
            if (c < 0) break;
            if (inData && characters.Starts("]]>"))
            {
                inData = false;
                characters.Skip(3);
                break;
            }
            if (c == '&') XmlEntity.Take(characters, value);
            else if (c == '<' && IsMarkup(characters.Peek(1))) break;
            else
            {
                value.Append((char)c);
                characters.Skip(1);
            }
        }
        Depth = open.Count;
        NodeType = XmlNodeType.Text;
        return open.Count > 0 && value.Length > 0;
    }

    private void Declaration()
    {
        if (characters.Starts("<![CDATA["))
        {
            characters.Skip(9);
            inData = true;
        }
        else if (characters.Starts("<!--")) Pass("-->");
        else DocumentType();
    }

    private void Pass(string end)
    {
        characters.Skip(2);
        if (!characters.SkipPast(end)) Fail("the file ends inside a comment");
    }

    /// <summary>Skips a document type with all that it declares: its entities are never made.</summary>
    private void DocumentType()
    {
        characters.Skip(2);
        var inside = false;
        while (characters.Peek() >= 0)
        {
            if (characters.Run(TypeStops) is { Length: > 0 } run)
            {
                characters.Skip(run.Length);
                continue;
            }
            if (characters.Starts("<!--") || characters.Starts("<?"))
            {
                Pass(characters.Peek(1) == '!' ? "-->" : "?>");
                continue;
            }
            var c = characters.Peek();
            characters.Skip(1);
            if (c is '[' or ']') inside = c == '[';
            else if (c is '"' or '\'') characters.SkipPast(c == '"' ? "\"" : "'");
            else if (c == '>' && !inside) return;
        }
        Fail("the file ends inside its document type");
    }
}
