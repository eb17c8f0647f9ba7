namespace Search.Reading.Agency;

/// <summary>Why an agency's item is no article, in words for people.</summary>
internal static class AgencyProblems
{
    public const string Cancelled = "The item was cancelled by its provider.";
    public const string Withheld = "The item is withheld by its provider.";
    public const string NoText = "The item has no text.";
    public const string ByReference = "The item refers to its content by reference and holds none; hand that in.";
    public const string Package = "A package refers to its items by reference; hand those in.";
    public const string NoItems = "There is no news item in it.";
    public const string TooLarge = "The item is too large: more than 4 million characters. Split it.";

    /// <summary>For a kind of item that never holds an article, such as a planning item.</summary>
    public static string NoArticle(string kind) => $"{(kind.Length > 0 && "aeiou".Contains(kind[0], StringComparison.Ordinal) ? "An" : "A")} {kind} is no article.";

    /// <summary>For content that is data, such as scores.</summary>
    public static string Data(string element) => $"The item holds <{element}> data, which is no text.";
}
