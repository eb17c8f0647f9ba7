using Search.Articles;
using Search.Text;

namespace Search.Reading.Html;

/// <summary>Trims the blocks of an article's element: off go links to other articles, what stands above the text's beginning, and what hangs below its end.</summary>
/// <param name="page">The page.</param>
/// <param name="furniture">Which of its elements are set apart as leads.</param>
/// <param name="container">The element that holds the article's text.</param>
/// <param name="headline">The element that shows the headline, if it is known.</param>
internal sealed class BlockTrimming(Page page, PageFurniture furniture, PageNode container, PageNode? headline)
{
    private const double Linked = 0.6;
    private const double MostlyLinked = 0.9;
    private const int Short = 60;
    private const int Long = 200;
    private readonly string title = headline is null ? "" : Fold.Slug(page.Line(headline));

    /// <param name="blocks">Of the whole page, without furniture.</param>
    public List<TextBlock> Trim(List<TextBlock> blocks)
    {
        List<TextBlock> kept = [.. Leads(blocks), .. blocks.Where(b => container.Holds(b.Node))];
        DropTeasers(kept);
        kept.RemoveAll(b => IsLink(b) || headline is not null && headline.Holds(b.Node) || b.Kind == ParagraphKind.Heading && Fold.Slug(b.Text) == title);
        DropBeginning(kept);
        DropEnd(kept);
        return kept;
    }

    /// <summary>The opening paragraph that is set apart between the headline and the element of the article.</summary>
    private List<TextBlock> Leads(List<TextBlock> blocks)
    {
        if (headline is null || headline.At > container.At) return [];
        return blocks.FindAll(b => b.At >= headline.End && b.At < container.At && b.IsProse && b.Node.Line().Any(furniture.IsLead));
    }

    /// <summary>Two or more linked headings at the end, each with hardly any text below, announce other articles, if they are a small part of the text.</summary>
    private static void DropTeasers(List<TextBlock> kept)
    {
        var (from, teasers, length) = (kept.Count, 0, 0);
        for (var i = kept.Count - 1; i >= 0 && length < 300; i--)
        {
            length += kept[i].Text.Length;
            if (kept[i].Kind != ParagraphKind.Heading) continue;
            if (kept[i].LinkDensity < Linked) break;
            (from, length) = (i, 0);
            teasers++;
        }
        if (teasers >= 2 && kept.Skip(from).Sum(b => b.Text.Length) * 3 < kept.Sum(b => b.Text.Length)) kept.RemoveRange(from, kept.Count - from);
    }

    /// <summary>Text that is all link leads elsewhere; a linked heading stays, as it divides the text, and what is a part of it in a quoted post.</summary>
    private static bool IsLink(TextBlock block) =>
        block.LinkDensity >= (block.Text.Length < Long ? Linked : MostlyLinked) && block.Kind != ParagraphKind.Heading && !IsQuoted(block);

    /// <summary>Dates, places, sizes of type: short lines above the first running text, unless they read as sentences or stand in a list or table.</summary>
    private static void DropBeginning(List<TextBlock> kept)
    {
        for (var i = kept.FindIndex(b => b.IsProse) - 1; i >= 0; i--)
        {
            if (kept[i].Kind is null && IsLine(kept[i], Short)) kept.RemoveAt(i);
        }
    }

    /// <summary>Headings of nothing, lines that announce something, and lists of links below the last running text.</summary>
    private static void DropEnd(List<TextBlock> kept)
    {
        var links = 0;
        while (kept.Count > 1 && IsTail(kept[^1], afterLinks: links > 0))
        {
            if (kept[^1].LinkDensity > 0.25) links++;
            kept.RemoveAt(kept.Count - 1);
        }
    }

    private static bool IsTail(TextBlock block, bool afterLinks)
    {
        if (block.Kind == ParagraphKind.Heading) return true;
        if (block.IsProse || IsQuoted(block)) return false;
        if (block.LinkDensity > (Blocks.EndsSentence(block.Text) && !block.Text.EndsWith('?') ? 0.5 : 0.25) || block.Text.EndsWith(':')) return true;
        var isNamed = block.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and < 12 || block.Text.AsSpan().Count(' ') < 2;
        return IsLine(block, Short) && (afterLinks || isNamed);
    }

    /// <summary>Whether a block is a short line by itself that is no sentence.</summary>
    private static bool IsLine(TextBlock block, int length) => block.Text.Length < length && !Blocks.EndsSentence(block.Text) && block.Node.Name is not ("li" or "tr" or "td" or "dd");

    private static bool IsQuoted(TextBlock block) => block.Node.Line().Any(n => n.Name == "blockquote");
}
