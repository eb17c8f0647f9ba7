namespace Search.Reading.Html;

/// <summary>What a page's visible elements say: microdata, <c>time</c>, and the elements that are named byline or date.</summary>
internal sealed class MarkedFacts(Page page)
{
    private const int LongestByline = 200;

    /// <summary>Of all elements that might be the article's, those before the end of <paramref name="text"/> count, which holds the main text.</summary>
    public PageFacts Facts(PageNode? headline, PageNode text) => new()
    {
        Title = Line(Named("headline")) ?? (headline is null ? null : page.Line(headline)),
        Published = Value(Named("datePublished")) ?? Value(Named("dateCreated")) ?? Times(text).FirstOrDefault(),
        Revised = Value(Named("dateModified")),
        Authors = Authors(text),
        Language = page.Elements("html").FirstOrDefault() is { } html ? html.Attribute("lang") ?? html.Attribute("xml:lang") : null,
        Url = page.Elements("link").FirstOrDefault(l => l.Has("rel", "canonical"))?.Attribute("href"),
    };

    private PageNode? Named(string itemprop) => page.Nodes.FirstOrDefault(n => n.Has("itemprop", itemprop));

    private string? Line(PageNode? node) => node is not null && page.Line(node) is { Length: > 0 } line ? line : null;

    private string? Value(PageNode? node) => node is null ? null : node.Attribute("datetime") ?? node.Attribute("content") ?? Line(node);

    /// <summary>Dates of <c>time</c> elements and of elements named so, those near the text's beginning first.</summary>
    private IEnumerable<string> Times(PageNode text)
    {
        var times = page.Elements("time").Where(t => t.At < text.End).ToList();
        var marked = times.Where(t => t.Attribute("pubdate") is not null || t.Has("class", "published") || t.Has("class", "entry-date"));
        foreach (var time in marked.Concat(times))
        {
            if ((time.Attribute("datetime") ?? Line(time)) is { } value) yield return value;
        }
        foreach (var node in page.Nodes)
        {
            if (node.At >= text.End) yield break;
            if (node.End - node.At < 20 && FurnitureWords.Default.Roles(node).Contains(ElementRole.Date) && Line(node) is { Length: <= LongestByline } line) yield return line;
        }
    }

    private List<string> Authors(PageNode text)
    {
        List<PageNode> marked = [.. page.Nodes.Where(n => n.Has("itemprop", "author") || n.Has("itemprop", "creator")).Take(10)];
        if (marked.Count == 0) marked = [.. page.Elements("a").Where(a => a.Has("rel", "author") && a.At < text.End + 200).Take(10)];
        var names = marked.Select(m => page.Within(m).FirstOrDefault(n => n.Has("itemprop", "name")) ?? m).Select(n => n.Attribute("content") ?? Line(n)).OfType<string>().ToList();
        if (names.Count > 0) return names;
        var byline = page.Nodes.FirstOrDefault(n => n.At < text.End && n.End - n.At < 20 && FurnitureWords.Default.Roles(n).Contains(ElementRole.Byline) && Line(n) is { Length: > 3 and <= LongestByline });
        return byline is null ? [] : [Line(byline)!];
    }
}
