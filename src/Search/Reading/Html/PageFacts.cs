namespace Search.Reading.Html;

/// <summary>What one source of facts in a page says of its article; what it does not say is null or empty. Nothing is checked yet.</summary>
internal sealed record PageFacts
{
    public static PageFacts None { get; } = new();

    public string? Title { get; init; }
    public string? Published { get; init; }
    public string? Revised { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Source { get; init; }
    public string? Section { get; init; }
    public string? Language { get; init; }
    public string? Url { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    /// <summary>The article's text, where the page carries it beside its mark-up.</summary>
    public string? Body { get; init; }
    /// <summary>Whether the source says that the page is an article.</summary>
    public bool IsArticle { get; init; }
}
