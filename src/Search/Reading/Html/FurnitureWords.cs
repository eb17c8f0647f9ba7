using Search.Text;

namespace Search.Reading.Html;

/// <summary>What the makers of a page call an element, in so far as it tells what the element is.</summary>
internal enum ElementRole
{
    None,
    /// <summary>No article text, unless it holds much of the page's running text.</summary>
    UsuallyFurniture,
    /// <summary>No article text, unless the headline stands in it.</summary>
    AlwaysFurniture,
    /// <summary>Holds the article's text.</summary>
    Body,
    Caption,
    /// <summary>What others said elsewhere, shown as a part of the article.</summary>
    Embedded,
    Byline,
    Date,
    /// <summary>An opening paragraph set apart from the text.</summary>
    Lead,
}

/// <summary>The words of <c>html/furniture.tsv</c>, looked for in the names that elements bear.</summary>
internal sealed class FurnitureWords
{
    public const string File = "html/furniture.tsv";
    private const int MostWords = 4;
    private static readonly string[] Named = ["class", "id", "data-component", "data-module", "data-testid"];
    private readonly Dictionary<string, ElementRole> roles = [];

    public FurnitureWords(DataFolder data)
    {
        foreach (var row in data.Rows(File, 2))
        {
            roles[row[0]] = row[1] switch
            {
                "always" => ElementRole.AlwaysFurniture,
                "body" => ElementRole.Body,
                "caption" => ElementRole.Caption,
                "embedded" => ElementRole.Embedded,
                "byline" => ElementRole.Byline,
                "date" => ElementRole.Date,
                "lead" => ElementRole.Lead,
                _ => ElementRole.UsuallyFurniture,
            };
        }
    }

    /// <summary>The words that ship with the product.</summary>
    public static FurnitureWords Default { get; } = new(DataFolder.Default);

    /// <summary>The roles that the element's names tell, in the order of their words.</summary>
    public IEnumerable<ElementRole> Roles(PageNode element)
    {
        foreach (var named in Named)
        {
            if (element.Attribute(named) is not { Length: > 0 } value) continue;
            foreach (var name in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (name.Length > 100) continue;
                var words = Words(name);
                for (var i = 0; i < words.Count; i++)
                {
                    if (Role(words, i) is { } role) yield return role;
                }
            }
        }
    }

    /// <summary>What the longest sequence of words from a place on tells.</summary>
    private ElementRole? Role(List<string> words, int from)
    {
        for (var count = Math.Min(MostWords, words.Count - from); count > 0; count--)
        {
            if (roles.TryGetValue(count == 1 ? words[from] : string.Join(' ', words.Skip(from).Take(count)), out var role)) return role;
        }
        return null;
    }

    /// <summary>The words of a name, in lower case: <c>relatedStories</c>, <c>related-stories</c> and <c>related_stories</c> have two.</summary>
    internal static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetter(name[i]) || i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
            if (!ends) continue;
            if (i > start) words.Add(name[start..i].ToLowerInvariant());
            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }
        return words;
    }
}
