using System.Text;
using Search.Articles;
using Search.Text;

namespace Search.Reading.Html;

/// <summary>Takes a page's text apart into blocks, in order.</summary>
internal sealed class TextBlocks
{
    private static readonly HashSet<string> Unread =
    [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "textarea", "head", "title", "button", "input", "audio", "video", "canvas", "map", "noembed", "noframes", "datalist",
    ];
    private readonly Page page;
    private readonly List<TextBlock> blocks = [];
    private readonly List<PageNode> open = [];
    private readonly StringBuilder text = new();
    private int linkLength;
    private int linkEnd;
    private int lineEnd;
    private int began;

    private readonly Func<PageNode, bool> isCaption;

    private TextBlocks(Page page, Func<PageNode, bool> isCaption)
    {
        this.page = page;
        this.isCaption = isCaption;
    }

    /// <summary>The blocks of the page, without the elements that are left out.</summary>
    public static List<TextBlock> Of(Page page, Func<PageNode, bool> isLeftOut, Func<PageNode, bool> isCaption)
    {
        var reading = new TextBlocks(page, isCaption);
        reading.Read(isLeftOut);
        return reading.blocks;
    }

    private void Read(Func<PageNode, bool> isLeftOut)
    {
        open.Add(page.Nodes[0]);
        for (var i = 0; i < page.Nodes.Count;)
        {
            while (open[^1].End <= i) CloseBlock();
            var node = page.Nodes[i];
            if (node.IsText) Append(node);
            else if (Unread.Contains(node.Name) || isLeftOut(node))
            {
                if (BlockTags.Has(node.Name)) Flush();
                i = node.End;
                continue;
            }
            else if (node.Name == "br") text.Append('\u2028');
            else if (node.Name is "td" or "th") OpenCell(node);
            else if (BlockTags.Has(node.Name) || isCaption(node)) OpenBlock(node);
            else if (node.Name == "a" && node.Attribute("href") is { } href && !href.StartsWith('#')) linkEnd = Math.Max(linkEnd, node.End);
            i++;
        }
        Flush();
    }

    private void OpenBlock(PageNode node)
    {
        Flush();
        if (node.Name == "pre") lineEnd = Math.Max(lineEnd, node.End);
        open.Add(node);
    }

    private void CloseBlock()
    {
        Flush();
        open.RemoveAt(open.Count - 1);
    }

    /// <summary>The cells of a row are one block, unless a cell holds blocks itself, as in pages laid out by tables.</summary>
    private void OpenCell(PageNode node)
    {
        if (IsLong(node)) OpenBlock(node);
        else if (text.Length > 0) text.Append(' ');
    }

    private bool IsLong(PageNode cell)
    {
        var length = 0;
        for (var i = cell.At; i < cell.End && length < 200; i++) length += page.Nodes[i].Text.Length;
        return length >= 200;
    }

    private void Append(PageNode node)
    {
        if (text.Length == 0) began = node.At;
        var from = text.Length;
        text.Append(node.Text);
        if (node.At >= lineEnd) text.Replace('\n', ' ', from, node.Text.Length).Replace('\r', ' ', from, node.Text.Length);
        if (node.At < linkEnd) linkLength += Clean.Line(node.Text).Length;
    }

    private void Flush()
    {
        if (text.Length > 0)
        {
            var parts = Blocks.Of(text.ToString());
            var linkedPart = (double)linkLength / Math.Max(1, parts.Sum(p => p.Length));
            foreach (var part in parts) blocks.Add(new TextBlock(open[^1], began, part, (int)Math.Min(part.Length, linkedPart * part.Length), Kind()));
        }
        text.Clear();
        linkLength = 0;
    }

    private ParagraphKind? Kind()
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (isCaption(open[i])) return ParagraphKind.Caption;
            switch (open[i].Name)
            {
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": return ParagraphKind.Heading;
                case "figcaption" or "caption" or "figure": return ParagraphKind.Caption;
                case "div" or "section" or "article" or "li" or "td": return null;
            }
        }
        return null;
    }
}
