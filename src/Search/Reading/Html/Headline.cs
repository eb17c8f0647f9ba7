using Search.Text;

namespace Search.Reading.Html;

/// <summary>Finds the element that shows the headline.</summary>
internal static class Headline
{
    private const int Longest = 300;
    /// <summary>A heading with more elements and texts in it was never closed.</summary>
    private const int MostNodes = 100;

    /// <summary>The heading that agrees best with a title that the page tells; else the first <c>h1</c> with more than one word; else null.</summary>
    public static PageNode? Find(Page page, IEnumerable<string?> titles)
    {
        List<HashSet<string>> told = [.. titles.OfType<string>().Select(Words).Where(w => w.Count > 0)];
        PageNode? best = null;
        var bestAgreement = 0.7;
        foreach (var node in page.Nodes)
        {
            if (node.Name is not ("h1" or "h2" or "h3") && !node.Has("itemprop", "headline") || node.End - node.At > MostNodes) continue;
            var words = Words(page.Line(node));
            if (words.Count < 2) continue;
            // What stands in the heading must nearly all stand in the title, which may have the site's name besides.
            var agreement = told.Select(t => (double)words.Count(t.Contains) / words.Count * Math.Min(1, 2.0 * words.Count / t.Count)).DefaultIfEmpty(0).Max() * (node.Name == "h1" ? 1.1 : 1);
            if (agreement > bestAgreement) (best, bestAgreement) = (node, agreement);
        }
        return best ?? page.Elements("h1").FirstOrDefault(h => Words(page.Line(h)).Count > 1);
    }

    private static HashSet<string> Words(string text)
    {
        var start = text.Length > Longest ? text[..Longest] : text;
        return [.. Tokenizer.Tokenize(start).Select(t => Tokenizer.Form(start, t))];
    }
}
