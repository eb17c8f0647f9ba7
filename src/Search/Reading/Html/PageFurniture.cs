namespace Search.Reading.Html;

/// <summary>Which elements of a page are no part of an article: by their tag, their role, what their makers call them, or because nobody sees them.</summary>
internal sealed class PageFurniture
{
    /// <summary>What holds so much of the page's running text is no furniture, whatever it is called.</summary>
    private const double MuchProse = 0.4;

    private static readonly HashSet<string> AlwaysTags = ["nav", "footer", "dialog", "menu"];
    private static readonly HashSet<string> UsuallyTags = ["aside", "form", "header", "details", "fieldset"];
    private static readonly HashSet<string> AlwaysRoles = ["navigation", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist"];
    private static readonly HashSet<string> UsuallyRoles = ["complementary", "banner", "alert", "note", "form", "button"];
    private readonly Page page;
    private readonly ElementRole[] roles;
    private readonly int[] proseBefore;
    private readonly PageNode? headline;

    public PageFurniture(Page page, PageNode? headline)
    {
        this.page = page;
        this.headline = headline;
        roles = [.. page.Nodes.Select(Role)];
        var blocks = TextBlocks.Of(page, IsAlways, _ => false);
        proseBefore = new int[page.Nodes.Count + 1];
        foreach (var block in blocks.Where(b => b.IsProse)) proseBefore[block.At + 1] += block.Length;
        for (var i = 1; i < proseBefore.Length; i++) proseBefore[i] += proseBefore[i - 1];
    }

    /// <summary>Characters of running text within an element.</summary>
    public int Prose(PageNode node) => proseBefore[node.End] - proseBefore[node.At];

    public bool Has(PageNode node) => roles[node.At] switch
    {
        ElementRole.AlwaysFurniture => IsAlways(node),
        ElementRole.UsuallyFurniture => Prose(node) < MuchProse * Prose(page.Nodes[0]) || Prose(node) == 0,
        _ => false,
    };

    public bool IsBody(PageNode node) => roles[node.At] == ElementRole.Body;

    public bool IsLead(PageNode node) => roles[node.At] == ElementRole.Lead;

    public bool IsCaption(PageNode node) => roles[node.At] == ElementRole.Caption;

    public bool IsAlways(PageNode node) => roles[node.At] == ElementRole.AlwaysFurniture && (headline is null || !node.Holds(headline));

    private static ElementRole Role(PageNode node)
    {
        if (node.IsText || node.Name is "html" or "body" or "main" or "#page") return ElementRole.None;
        if (node.Has("itemprop", "articleBody") || node.Has("property", "articleBody")) return ElementRole.Body;
        if (AlwaysTags.Contains(node.Name) || IsUnseen(node) || node.Attribute("role") is { } role && AlwaysRoles.Contains(role)) return ElementRole.AlwaysFurniture;
        var told = FurnitureWords.Default.Roles(node).ToList();
        if (told.Contains(ElementRole.Body)) return ElementRole.Body;
        if (node.Name == "article") return ElementRole.None;
        if (told.Contains(ElementRole.Caption)) return ElementRole.Caption;
        if (told.Contains(ElementRole.Embedded) || node.Name is "tr" or "td" or "th" or "tbody") return ElementRole.None;
        if (told.Contains(ElementRole.AlwaysFurniture)) return ElementRole.AlwaysFurniture;
        if (UsuallyTags.Contains(node.Name) || node.Attribute("role") is { } other && UsuallyRoles.Contains(other) || node.Attribute("aria-hidden") == "true") return ElementRole.UsuallyFurniture;
        return told.Exists(r => r is ElementRole.UsuallyFurniture or ElementRole.Byline or ElementRole.Date) ? ElementRole.UsuallyFurniture : told.Contains(ElementRole.Lead) ? ElementRole.Lead : ElementRole.None;
    }

    private static bool IsUnseen(PageNode node)
    {
        if (node.Attribute("hidden") is not null) return true;
        if (node.Attribute("style") is not { } style) return false;
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }
}
