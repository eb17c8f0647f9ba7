using Search.Articles;

namespace Search.Reading.Html;

/// <summary>
/// Finds the text of the article in a page.
/// </summary>
internal sealed class MainText
{
    private readonly Page page;
    private readonly PageFurniture furniture;

    public MainText(Page page, PageNode? headline)
    {
        this.page = page;
        furniture = new PageFurniture(page, headline);
    }

    public List<DraftParagraph> Paragraphs()
    {
        var all = TextBlocks.Of(page, page.Nodes[0], furniture.Has);
        var container = Container(all);
        var blocks = TextBlocks.Of(page, container, n => n != container && furniture.Has(n));
        return [.. blocks.Where(b => b.LinkDensity < 0.6).Select(b => new DraftParagraph(b.Text, b.Kind))];
    }

    private PageNode Container(List<TextBlock> blocks)
    {
        var prose = new int[page.Nodes.Count];
        var text = new int[page.Nodes.Count];
        foreach (var block in blocks)
        {
            foreach (var node in block.Node.Line())
            {
                text[node.At] += block.Length;
                if (block.IsProse) prose[node.At] += block.Length;
            }
        }
        var best = page.Nodes[0];
        var bestScore = 0.0;
        foreach (var node in page.Nodes)
        {
            if (text[node.At] == 0) continue;
            var score = (double)prose[node.At] * prose[node.At] / text[node.At];
            if (furniture.IsBody(node)) score *= 1.3;
            else if (node.Name == "article") score *= 1.15;
            if (score < bestScore) continue;
            (best, bestScore) = (node, score);
        }
        return best;
    }
}
