using Search.Articles;
using Search.Text;

namespace Search.Reading.Html;

/// <summary>Trims the blocks of an article's element: off go links to other articles, what stands above the text's beginning, and what hangs below its end.</summary>
internal static class BlockTrimming
{
    private const double Linked = 0.6;
    private const int Short = 60;

    /// <param name="blocks">Of the whole page, without furniture.</param>
    /// <param name="container">The element that holds the article's text.</param>
    /// <param name="headline">The element that shows the headline, if it is known.</param>
    /// <param name="title">The headline's text.</param>
    public static List<TextBlock> Trim(List<TextBlock> blocks, PageNode container, PageNode? headline, string title)
    {
        List<TextBlock> kept = [.. Leads(blocks, container, headline), .. blocks.Where(b => container.Holds(b.Node))];
        kept.RemoveAll(b => IsLink(b) || headline is not null && headline.Holds(b.Node) || b.Kind == ParagraphKind.Heading && Fold.Slug(b.Text) == Fold.Slug(title));
        DropBeginning(kept);
        DropEnd(kept);
        return kept;
    }

    /// <summary>The running text between the headline and the element of the article, such as an opening paragraph set apart.</summary>
    private static IEnumerable<TextBlock> Leads(List<TextBlock> blocks, PageNode container, PageNode? headline)
    {
        if (headline is null || headline.At > container.At) return [];
        var between = blocks.FindAll(b => b.At >= headline.End && b.At < container.At && b.IsProse);
        return between.Count <= 2 ? between : [];
    }

    /// <summary>Text that is all link leads elsewhere; a linked heading stays, as it divides the text, and what is a part of it in a quoted post.</summary>
    private static bool IsLink(TextBlock block) => block.LinkDensity >= Linked && block.Kind != ParagraphKind.Heading && !block.Node.Line().Any(n => n.Name == "blockquote");

    /// <summary>Dates, places, sizes of type: short lines above the first running text, unless they read as sentences or stand in a list or table.</summary>
    private static void DropBeginning(List<TextBlock> kept)
    {
        var first = kept.FindIndex(b => b.IsProse);
        for (var i = first - 1; i >= 0; i--)
        {
            if (kept[i].Kind is null && kept[i].Text.Length < Short && !Blocks.EndsSentence(kept[i].Text) && kept[i].Node.Name is not ("li" or "tr" or "td")) kept.RemoveAt(i);
        }
    }

    /// <summary>Headings of nothing, lines that announce something, and lists of links below the last running text.</summary>
    private static void DropEnd(List<TextBlock> kept)
    {
        while (kept.Count > 0 && IsTail(kept[^1])) kept.RemoveAt(kept.Count - 1);
    }

    private static bool IsTail(TextBlock block) => block.Kind == ParagraphKind.Heading || !block.IsProse && (block.LinkDensity > 0.25 || block.Text.EndsWith(':'));
}
