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
        var good = new double[page.Nodes.Count];
        var all = new double[page.Nodes.Count];
        foreach (var block in blocks)
        {
            var counts = isText(block) ? block.Length : block.LinkDensity < 0.2 ? ShortTextCounts * block.Length : 0;
            foreach (var node in block.Node.Line())
            {
                good[node.At] += counts;
                all[node.At] += block.Length;
            }
        }
        var (best, bestScore) = (page.Nodes[0], 0.0);
        foreach (var node in page.Nodes)
        {
            if (good[node.At] == 0) continue;
            var score = good[node.At] * good[node.At] / all[node.At] * (furniture.IsBody(node) ? SaidToBeBody : node.Name == "article" ? SaidToBeArticle : 1);
            // Of an element and its only child the child is the nearer.
            if (score >= bestScore) (best, bestScore) = (node, score);
        }
        return best;
    }
}
