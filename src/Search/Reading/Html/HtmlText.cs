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
    private static readonly HashSet<string> BlockTags =
    [
        "p", "div", "section", "article", "header", "footer", "aside", "main", "nav", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "thead", "tbody",
        "blockquote", "pre", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "form", "address", "caption", "title", "body", "html",
    ];
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
            var open = IndexOfTag(html, at);
            var until = open < 0 ? html.Length : open;
            Append(block, html.AsSpan(at, until - at), marksLines);
            if (open < 0) break;
            at = Past(html, open, out var name, out var closes);
            if (!closes && Unread.Contains(name)) at = PastElement(html, at, name);
            else if (name == "br") block.Append('\u2028');
            else if (BlockTags.Contains(name))
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
        for (var at = IndexOfTag(html, 0); at >= 0; at = IndexOfTag(html, end))
        {
            end = Past(html, at, out var name, out _);
            if (name is "p" or "br") return true;
        }
        return false;
    }

    /// <summary>The next sign that opens a tag: one before a letter, a slash, <c>!</c> or <c>?</c>.</summary>
    private static int IndexOfTag(string html, int from)
    {
        for (var at = html.IndexOf('<', from); at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?')) return at;
        }
        return -1;
    }

    /// <summary>The place behind a tag, a comment or a declaration. One that does not end takes the rest.</summary>
    private static int Past(string html, int open, out string name, out bool closes)
    {
        name = "";
        closes = html[open + 1] == '/';
        if (html.AsSpan(open).StartsWith("<!--")) return Behind(html, "-->", open + 4);
        if (html.AsSpan(open).StartsWith("<![CDATA[")) return open + 9;
        var at = open + (closes ? 2 : 1);
        var start = at;
        while (at < html.Length && char.IsAsciiLetterOrDigit(html[at])) at++;
        name = html[start..at].ToLowerInvariant();
        var quote = '\0';
        for (; at < html.Length; at++)
        {
            if (quote != '\0') { if (html[at] == quote) quote = '\0'; }
            else if (html[at] == '>') return at + 1;
            else if (html[at] is '"' or '\'' && html[at - 1] == '=') quote = html[at];
        }
        return html.Length;
    }

    /// <summary>One that is never closed takes the rest, as in a browser.</summary>
    private static int PastElement(string html, int from, string name)
    {
        var close = html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? html.Length : Behind(html, ">", close);
    }

    private static int Behind(string html, string end, int from)
    {
        var at = html.IndexOf(end, Math.Min(from, html.Length), StringComparison.Ordinal);
        return at < 0 ? html.Length : at + end.Length;
    }
}
