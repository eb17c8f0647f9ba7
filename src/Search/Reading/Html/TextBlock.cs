using Search.Articles;

namespace Search.Reading.Html;

/// <summary>A run of text of a page that no block element divides.</summary>
/// <param name="Node">The innermost block element around it.</param>
/// <param name="At">The place of its first text in the page.</param>
/// <param name="Text">Cleaned, never empty.</param>
/// <param name="LinkLength">Characters that stand in links.</param>
/// <param name="Kind">Heading or caption, where the page says so.</param>
internal sealed record TextBlock(PageNode Node, int At, string Text, int LinkLength, ParagraphKind? Kind)
{
    /// <summary>Fewer characters make no running text.</summary>
    private const int ProseLength = 80;

    public double LinkDensity => (double)LinkLength / Text.Length;

    /// <summary>Whether it reads like running text: long enough, hardly linked, no heading.</summary>
    public bool IsProse { get; } = Kind is null && Weight(Text) >= ProseLength && LinkLength * 3 < Text.Length;

    /// <summary>Its length, ideographs counted threefold: each is about a word.</summary>
    public int Length { get; } = Weight(Text);

    private static int Weight(string text)
    {
        var weight = text.Length;
        foreach (var c in text)
        {
            if (c >= '\u3000') weight += 2;
        }
        return weight;
    }
}
