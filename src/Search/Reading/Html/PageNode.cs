namespace Search.Reading.Html;

/// <summary>An element or a text of a page. Nodes stand in one list in the page's order, so that what lies within one is a range of the list.</summary>
internal sealed class PageNode(int at, PageNode? parent, string name)
{
    /// <summary>The name of a text.</summary>
    public const string TextName = "";

    /// <summary>Its place in the list.</summary>
    public int At { get; } = at;

    /// <summary>The place behind all that lies within it.</summary>
    public int End { get; set; } = at + 1;

    /// <summary>The element around it; null for the root.</summary>
    public PageNode? Parent { get; } = parent;

    /// <summary>In lower case; <see cref="TextName"/> for a text.</summary>
    public string Name { get; } = name;

    /// <summary>Of a text, entities decoded; of a script, as it stands.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    public bool IsText => Name.Length == 0;

    /// <summary>The value of an attribute; null when the element has none of the name.</summary>
    public string? Attribute(string name)
    {
        foreach (var (key, value) in Attributes)
        {
            if (key == name) return value;
        }
        return null;
    }

    /// <summary>Whether an attribute that holds words parted by spaces has the word.</summary>
    public bool Has(string name, string word) =>
        Attribute(name) is { } value && value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a node lies within this one, or is it.</summary>
    public bool Holds(PageNode node) => node.At >= At && node.At < End;

    /// <summary>It and the elements around it, from within.</summary>
    public IEnumerable<PageNode> Line()
    {
        for (var at = this; at is not null; at = at.Parent) yield return at;
    }
}
