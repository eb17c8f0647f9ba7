using System.Net;
using System.Text;
using Search.Text;

namespace Search.Reading.Html;

/// <summary>
/// A page as a tree, made in one pass. It forgives what browsers forgive where that matters to text: missing end tags of paragraphs, items,
/// cells and rows, end tags of nothing, mark-up that breaks off. Time and memory are linear in the page's length, and bounded: elements nested deeper
/// than <see cref="Deepest"/> lie side by side in the deepest one, and none is looked for further up than that.
/// </summary>
internal sealed class Page
{
    /// <summary>Levels of nesting that are told apart. Real pages have less than a hundred.</summary>
    public const int Deepest = 128;

    /// <summary>Elements and texts; a page with more is not read to its end. Real pages have a few thousand.</summary>
    public const int MostNodes = 100_000;

    private static readonly string[] Paragraph = ["p"];
    private static readonly string[] AroundParagraph = ["td", "th", "table", "button", "object", "body", "div", "li", "section", "article", "aside"];
    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];
    private static readonly HashSet<string> Raw = ["script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"];

    /// <summary>The open elements that a start tag ends, and those beyond which it ends none.</summary>
    private static readonly Dictionary<string, (string[] Ends, string[] Within)> Implied = new()
    {
        ["li"] = (["li"], ["ul", "ol", "menu"]),
        ["dt"] = (["dt", "dd"], ["dl"]),
        ["dd"] = (["dt", "dd"], ["dl"]),
        ["tr"] = (["tr"], ["table", "tbody", "thead", "tfoot"]),
        ["td"] = (["td", "th"], ["tr", "table"]),
        ["th"] = (["td", "th"], ["tr", "table"]),
        ["tbody"] = (["tbody", "thead", "tfoot"], ["table"]),
        ["thead"] = (["tbody", "thead", "tfoot"], ["table"]),
        ["tfoot"] = (["tbody", "thead", "tfoot"], ["table"]),
        ["option"] = (["option"], ["select"]),
        ["body"] = (["head"], []),
        ["a"] = (["a"], ["table", "td", "th", "li", "div"]),
    };

    private readonly List<PageNode> nodes = [];
    private readonly List<PageNode> open = [];
    private readonly Dictionary<string, int> openByName = [];

    private Page(string html)
    {
        Open("#page", []);
        Build(html);
        while (open.Count > 0) Close();
    }

    /// <summary>In the page's order; the first is the root, around all.</summary>
    public IReadOnlyList<PageNode> Nodes => nodes;

    /// <summary>Whether the page has more than <see cref="MostNodes"/>.</summary>
    public bool IsCut => nodes.Count > MostNodes;

    public static Page Parse(string html) => new(html);

    /// <summary>What lies within an element, itself included.</summary>
    public IEnumerable<PageNode> Within(PageNode node)
    {
        for (var i = node.At; i < node.End; i++) yield return nodes[i];
    }

    /// <summary>The elements of a name, in order.</summary>
    public IEnumerable<PageNode> Elements(string name) => nodes.Where(n => n.Name == name);

    /// <summary>All text within a node on one line.</summary>
    public string Line(PageNode node)
    {
        var text = new StringBuilder();
        for (var i = node.At; i < node.End; i++)
        {
            if (nodes[i].IsText) text.Append(nodes[i].Text);
            else if (BlockTags.Has(nodes[i].Name) || nodes[i].Name == "br") text.Append(' ');
        }
        return Clean.Line(text.ToString());
    }

    private void Build(string html)
    {
        for (var at = 0; at < html.Length && !IsCut;)
        {
            var next = Markup.IndexOfTag(html, at);
            if (next != at) AddText(html.AsSpan(at, (next < 0 ? html.Length : next) - at), isRaw: false);
            if (next < 0) break;
            var tag = Markup.TagAt(html, next);
            at = tag.End;
            if (tag.Name.Length == 0) continue;
            if (tag.Closes) CloseNamed(tag.Name);
            else if (Raw.Contains(tag.Name))
            {
                Open(tag.Name, Markup.Attributes(html.AsSpan(next, tag.End - next)));
                var end = Markup.EndOfRaw(html, at, tag.Name);
                AddText(html.AsSpan(at, end - at), isRaw: tag.Name is not ("title" or "textarea"));
                at = Markup.Behind(html, ">", end);
                Close();
            }
            else Start(tag, html.AsSpan(next, tag.End - next));
        }
    }

    private void Start(Tag tag, ReadOnlySpan<char> whole)
    {
        if (Implied.TryGetValue(tag.Name, out var implied)) CloseNearest(implied.Ends, implied.Within);
        if (BlockTags.EndsParagraph(tag.Name)) CloseNearest(Paragraph, AroundParagraph);
        Open(tag.Name, Markup.Attributes(whole));
        // Elements of HTML do not close themselves; those of the drawings within it do.
        if (Void.Contains(tag.Name) || whole.EndsWith("/>") && !BlockTags.Has(tag.Name) && tag.Name is not ("a" or "b" or "i" or "em" or "strong" or "span")) Close();
    }

    private void Open(string name, IReadOnlyList<KeyValuePair<string, string>> attributes)
    {
        if (open.Count == Deepest) Close();
        var node = new PageNode(nodes.Count, open.Count > 0 ? open[^1] : null, name) { Attributes = attributes };
        nodes.Add(node);
        open.Add(node);
        openByName[name] = openByName.GetValueOrDefault(name) + 1;
    }

    private void AddText(ReadOnlySpan<char> text, bool isRaw)
    {
        if (text.IsEmpty) return;
        nodes.Add(new PageNode(nodes.Count, open[^1], PageNode.TextName) { Text = isRaw ? text.ToString() : WebUtility.HtmlDecode(text.ToString()) });
    }

    private void Close()
    {
        open[^1].End = nodes.Count;
        openByName[open[^1].Name]--;
        open.RemoveAt(open.Count - 1);
    }

    /// <summary>An end tag ends the nearest such element and what is open in it; one of nothing, nothing. An inline one does not reach out of a block.</summary>
    private void CloseNamed(string name)
    {
        if (openByName.GetValueOrDefault(name) == 0) return;
        var isBlock = BlockTags.Has(name);
        for (var i = open.Count - 1; i > 0; i--)
        {
            if (open[i].Name == name)
            {
                while (open.Count > i) Close();
                return;
            }
            if (!isBlock && BlockTags.Has(open[i].Name) || open[i].Name is "td" or "th" && name is not ("tr" or "table" or "tbody" or "thead" or "tfoot" or "body" or "html")) return;
        }
    }

    private void CloseNearest(string[] ends, string[] within)
    {
        if (!IsAnyOpen(ends)) return;
        for (var i = open.Count - 1; i > 0; i--)
        {
            if (ends.Contains(open[i].Name))
            {
                while (open.Count > i) Close();
                return;
            }
            if (within.Contains(open[i].Name)) return;
        }
    }

    private bool IsAnyOpen(string[] names)
    {
        foreach (var name in names)
        {
            if (openByName.GetValueOrDefault(name) > 0) return true;
        }
        return false;
    }
}
