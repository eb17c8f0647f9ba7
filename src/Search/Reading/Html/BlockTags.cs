namespace Search.Reading.Html;

/// <summary>The elements of HTML that divide text.</summary>
internal static class BlockTags
{
    private static readonly HashSet<string> All =
    [
        "p", "div", "section", "article", "header", "footer", "aside", "main", "nav", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "thead", "tbody", "tfoot",
        "blockquote", "pre", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "form", "fieldset", "address", "caption", "title", "body", "html", "center", "details", "summary",
    ];
    private static readonly HashSet<string> Apart = ["li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "title", "body", "html", "figcaption", "summary"];

    public static bool Has(string name) => All.Contains(name);

    /// <summary>Whether a start tag of this name ends a paragraph that is open.</summary>
    public static bool EndsParagraph(string name) => All.Contains(name) && !Apart.Contains(name);
}
