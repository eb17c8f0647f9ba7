using System.Net;
using System.Text;
using Search.Articles;
using Search.Text;

namespace Search.Reading.Html;

/// <summary>
/// The text of HTML as feeds carry it: one pass over the tags without building a tree, so that cost is linear and nesting cannot hurt.
/// </summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Unread = ["script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "head"];

    /// <summary>The paragraphs; a sub-heading and a picture's text carry their kind. Text without any tag is broken at its blank lines.</summary>
    public static List<DraftParagraph> Paragraphs(string html)
    {
        var paragraphs = new List<DraftParagraph>();
        var block = new StringBuilder();
        ParagraphKind? kind = null;
        var marksLines = MarksLines(html);
        var at = 0;
        while (at < html.Length)
        {
            var open = Markup.IndexOfTag(html, at);
            var until = open < 0 ? html.Length : open;
            Append(block, html.AsSpan(at, until - at), marksLines);
            if (open < 0) break;
            (var name, var closes, at) = Markup.TagAt(html, open);
            if (!closes && Unread.Contains(name)) at = Markup.Behind(html, ">", Markup.EndOfRaw(html, at, name));
            else if (name == "br") block.Append('\u2028');
            else if (BlockTags.Has(name))
            {
                Flush(block, kind, paragraphs);
                if (name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6") kind = closes ? null : ParagraphKind.Heading;
                else if (name is "figcaption" or "caption") kind = closes ? null : ParagraphKind.Caption;
                else if (name is "p" or "div" && kind == ParagraphKind.Heading) kind = null;
            }
        }
        Flush(block, kind, paragraphs);
        return paragraphs;
    }

    /// <summary>The text on one line: for titles and names.</summary>
    public static string Line(string html) => Clean.Line(string.Join(' ', Paragraphs(html).Select(p => p.Text)));

    private static void Flush(StringBuilder block, ParagraphKind? kind, List<DraftParagraph> into)
    {
        if (block.Length == 0) return;
        foreach (var text in Blocks.Of(block.ToString())) into.Add(new DraftParagraph(text, kind));
        block.Clear();
    }

    private static void Append(StringBuilder block, ReadOnlySpan<char> text, bool marksLines)
    {
        var from = block.Length;
        block.Append(text);
        if (marksLines) block.Replace('\n', ' ', from, text.Length).Replace('\r', ' ', from, text.Length);
        if (!text.Contains('&')) return;
        var decoded = WebUtility.HtmlDecode(block.ToString(from, text.Length));
        block.Length = from;
        block.Append(decoded);
    }

    /// <summary>Whether tags divide the text; blogs also write blank lines between their paragraphs and only inline tags.</summary>
    private static bool MarksLines(string html)
    {
        var end = 0;
        for (var at = Markup.IndexOfTag(html, 0); at >= 0; at = Markup.IndexOfTag(html, end))
        {
            (var name, _, end) = Markup.TagAt(html, at);
            if (name is "p" or "br") return true;
        }
        return false;
    }
}
