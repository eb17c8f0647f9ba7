using Search.Articles;

namespace Search.Reading.Html;

/// <summary>
/// The text of a page's article. The page's text is taken apart into blocks, without the furniture that its elements' names tell; the element is found
/// in which running text is most and densest; what in it is no part of the article is trimmed off. Where the page carries the article's text beside its mark-up,
/// that decides what running text is.
/// </summary>
internal sealed class MainText
{
    /// <summary>In characters: a shorter text is tried once more with what is only likely to be furniture.</summary>
    private const int Short = 250;

    private MainText(PageNode container, List<DraftParagraph> paragraphs, List<TextBlock> all)
    {
        Container = container;
        Paragraphs = paragraphs;
        Length = paragraphs.Where(p => p.Kind != ParagraphKind.Caption).Sum(p => p.Text.Length);
        PageLength = all.Sum(b => b.Text.Length);
        LinkedShare = PageLength == 0 ? 0 : (double)all.Sum(b => b.LinkLength) / PageLength;
        Prose = all.Where(b => b.IsProse && container.Holds(b.Node)).Sum(b => b.Text.Length);
    }

    /// <summary>The element in which the text stands.</summary>
    public PageNode Container { get; }

    public List<DraftParagraph> Paragraphs { get; }

    /// <summary>Characters of the paragraphs, captions aside.</summary>
    public int Length { get; }

    /// <summary>Characters of running text in the container.</summary>
    public int Prose { get; }

    /// <summary>Characters of all text that the page shows, and the share of them that stands in links.</summary>
    public int PageLength { get; }
    public double LinkedShare { get; }

    /// <param name="page">The page.</param>
    /// <param name="headline">The element that shows the headline, if it is known.</param>
    /// <param name="body">The article's text as the page carries it beside its mark-up, if it does.</param>
    public static MainText Find(Page page, PageNode? headline, string? body)
    {
        var all = TextBlocks.Of(page, _ => false, _ => false);
        var yardstick = Yardstick.Of(body);
        var furniture = new PageFurniture(page, headline);
        var found = Find(page, headline, all, furniture.Has, furniture, yardstick);
        if (found.Length < Short)
        {
            var other = Find(page, headline, all, furniture.IsAlways, furniture, yardstick);
            if (other.Prose > found.Prose) found = other;
        }
        if (yardstick is null || yardstick.Length < 2 * found.Length) return found;
        return new MainText(found.Container, yardstick.Paragraphs(), all);
    }

    private static MainText Find(Page page, PageNode? headline, List<TextBlock> all, Func<PageNode, bool> isLeftOut, PageFurniture furniture, Yardstick? yardstick)
    {
        var blocks = TextBlocks.Of(page, isLeftOut, furniture.IsCaption);
        var container = ArticleElement.Find(page, blocks, furniture, b => b.IsProse);
        if (yardstick?.Measures(blocks.Where(b => container.Holds(b.Node))) == true) container = ArticleElement.Find(page, blocks, furniture, yardstick.Covers);
        var within = new BlockTrimming(page, furniture, container, headline).Trim(blocks);
        return new MainText(container, [.. within.Select(b => new DraftParagraph(b.Text, b.Kind))], all);
    }
}
