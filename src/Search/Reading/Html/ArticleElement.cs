namespace Search.Reading.Html;

/// <summary>Finds the element that holds the article's text: where running text is most and densest.</summary>
internal static class ArticleElement
{
    /// <summary>How much more an element's text counts when the page says that it is the article's.</summary>
    private const double SaidToBeBody = 1.5;
    private const double SaidToBeArticle = 1.15;
    /// <summary>What text counts that is neither running text nor links: tables, lists, headings.</summary>
    private const double ShortTextCounts = 0.4;

    /// <param name="page">The page.</param>
    /// <param name="blocks">Its text without furniture.</param>
    /// <param name="furniture">Which elements are said to hold the article.</param>
    /// <param name="isText">Which blocks are running text.</param>
    public static PageNode Find(Page page, List<TextBlock> blocks, PageFurniture furniture, Func<TextBlock, bool> isText)
    {
        // Sums over all blocks that begin before a place; what lies within an element is the difference of two.
        var (goodBefore, allBefore) = (new double[page.Nodes.Count + 1], new double[page.Nodes.Count + 1]);
        foreach (var block in blocks)
        {
            goodBefore[block.At + 1] += isText(block) ? block.Length : block.LinkDensity < 0.2 && !block.IsProse ? ShortTextCounts * block.Length : 0;
            allBefore[block.At + 1] += block.Length;
        }
        for (var i = 1; i < goodBefore.Length; i++)
        {
            goodBefore[i] += goodBefore[i - 1];
            allBefore[i] += allBefore[i - 1];
        }
        var (best, bestScore) = (page.Nodes[0], 0.0);
        foreach (var node in page.Nodes)
        {
            var (good, all) = (goodBefore[node.End] - goodBefore[node.At], allBefore[node.End] - allBefore[node.At]);
            if (good < 1 || node.IsText) continue;
            var score = good * good / all * (furniture.IsBody(node) ? SaidToBeBody : node.Name == "article" ? SaidToBeArticle : 1);
            // Of an element and its only child the child is the nearer.
            if (score >= bestScore) (best, bestScore) = (node, score);
        }
        return best;
    }
}
