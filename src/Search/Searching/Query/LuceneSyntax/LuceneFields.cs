namespace Search.Searching.Query.LuceneSyntax;

/// <summary>
/// The fields that a query in Lucene's syntax may name: ours, and names of other products that can mean only one thing here.
/// </summary>
internal static class LuceneFields
{
    /// <summary>What stands for the paragraphs' text, where words are searched anyway.</summary>
    public const string Text = "";

    private static readonly Dictionary<string, string> Others = new()
    {
        ["text"] = Text,
        ["content"] = Text,
        ["headline"] = "title",
        ["language"] = "lang",
        ["date"] = "published",
    };

    /// <summary>Our name of a field, case aside; null when there is none.</summary>
    public static string? Known(string name)
    {
        var lower = name.ToLowerInvariant();
        return name.Length == 0 || QueryFields.Names.Contains(lower) ? lower : Others.GetValueOrDefault(lower);
    }
}
