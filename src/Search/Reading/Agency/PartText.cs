using System.Text;
using Search.Articles;
using Search.Reading.Html;
using Search.Text;

namespace Search.Reading.Agency;

/// <summary>The paragraphs of a body in NITF or XHTML, and whom its mark-up names.</summary>
internal sealed class PartText
{
    private const string Between = " | ";
    private static readonly HashSet<string> Blocks =
    [
        "p", "div", "section", "article", "main", "block", "body", "body.content", "body.end", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "bq", "blockquote",
        "pre", "figure", "figcaption", "caption", "media", "media-caption", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "hr", "fn", "note", "tagline", "bibliography", "address", "abstract", "credit", "nitf-table", "custom-table",
    ];
    /// <summary>How deep wires indent the first line of a paragraph.</summary>
    private const string Indent = "  ";
    private static readonly HashSet<string> Unread =
    [
        "script", "style", "head", "header", "footer", "nav", "form", "object", "iframe", "svg", "template", "time", "media-reference", "media-metadata", "media-object", "media-producer",
        "byline", "dateline", "col", "colgroup", "nitf-table-metadata", "nitf-col",
    ];

    private readonly StringBuilder text = new();

    public List<DraftParagraph> Paragraphs { get; } = [];
    public List<FeedActor> Actors { get; } = [];

    /// <summary>What stands in the element.</summary>
    public static PartText Of(Xml.XmlPart part)
    {
        var read = new PartText();
        read.Walk(part, null);
        read.Flush(null);
        return read;
    }

    /// <summary>Adds whom an element of NITF names, if it is one that does.</summary>
    public static void AddActors(Xml.XmlPart part, List<FeedActor> into)
    {
        switch (part.Name)
        {
            case "person": Add(Own(part, "function"), "person", into); break;
            case "org": Add(Own(part, "alt-code"), "org", into); break;
            case "country": Add(part.OneLine, "country", into); break;
            case "city" or "state" or "region": Add(part.OneLine, "place", into); break;
            case "location" when !part.Parts.Any(): Add(part.OneLine, "place", into); break;
        }
    }

    private static void Add(string name, string type, List<FeedActor> into)
    {
        if (name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal)) name = name[..^2];
        name = name.Trim(' ', ',', '.', ';', ':');
        if (name.Length is > 1 and <= 100) into.Add(new FeedActor(name, type));
    }

    /// <summary>The text but for elements of one name.</summary>
    private static string Own(Xml.XmlPart part, string without) =>
        Clean.Line(string.Concat(part.Content.Select(c => c is Xml.XmlPart inner ? inner.Name == without ? "" : inner.Text : (string)c)));

    private void Walk(Xml.XmlPart part, ParagraphKind? kind)
    {
        foreach (var piece in part.Content)
        {
            if (piece is Xml.XmlPart inner) Enter(inner, kind);
            else text.Append((string)piece);
        }
    }

    private void Enter(Xml.XmlPart part, ParagraphKind? kind)
    {
        var name = part.Name.ToLowerInvariant();
        if (Unread.Contains(name)) return;
        if (name == "br") text.Append('\u2028');
        else if (name == "tr") Row(part, kind);
        else if (!Blocks.Contains(name))
        {
            AddActors(part, Actors);
            Walk(part, kind);
        }
        else
        {
            Flush(kind);
            var inside = Kind(name, kind);
            Walk(part, inside);
            Flush(inside, keepsLines: name == "pre");
        }
    }

    private static ParagraphKind? Kind(string name, ParagraphKind? outer) => name switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hl1" or "hl2" => ParagraphKind.Heading,
        "figcaption" or "caption" or "media-caption" => ParagraphKind.Caption,
        "tagline" or "bibliography" or "note" => ParagraphKind.Boilerplate,
        "li" => outer ?? ParagraphKind.Body,
        _ => outer,
    };

    /// <summary>A row of a table is one line.</summary>
    private void Row(Xml.XmlPart row, ParagraphKind? kind)
    {
        Flush(kind);
        text.AppendJoin(Between, row.Parts.Select(c => c.OneLine).Where(c => c.Length > 0));
        Flush(kind ?? ParagraphKind.Body);
    }

    private void Flush(ParagraphKind? kind, bool keepsLines = false)
    {
        if (text.Length == 0) return;
        foreach (var block in Search.Text.Blocks.Of(Lines(TextRepair.Encoding(text.ToString()), keepsLines)))
        {
            if (Plain(TextRepair.References(block)) is { Length: > 0 } line) Paragraphs.Add(new DraftParagraph(line, kind));
        }
        text.Clear();
    }

    /// <summary>Line ends of the source mean nothing, unless a wire wrapped the text by hand: then an indented line begins a paragraph.</summary>
    private static string Lines(string raw, bool keepsLines)
    {
        if (!raw.Contains('\n', StringComparison.Ordinal)) return raw;
        var lines = raw.Split('\n');
        var indented = lines.Count(IsIndented);
        var flush = lines.Skip(1).Count(l => l.Length > 0 && !char.IsWhiteSpace(l[0]));
        if (indented > 1 && flush > 1) return string.Join('\n', lines.Select(l => IsIndented(l) ? "\n" + l : l));
        return keepsLines ? raw : raw.Replace('\n', ' ').Replace('\r', ' ');
    }

    private static bool IsIndented(string line) => line.StartsWith(Indent, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(line);

    /// <summary>A paragraph that is nothing but escaped HTML, as of embedded players, is read as such.</summary>
    private static string Plain(string line) => line is ['<', _, .., '>'] && char.IsAsciiLetter(line[1]) ? HtmlText.Line(line) : line;
}
