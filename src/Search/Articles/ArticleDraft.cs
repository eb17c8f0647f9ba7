namespace Search.Articles;

/// <summary>A paragraph as a source marked it; <paramref name="Kind"/> is null when it did not say what it is.</summary>
public sealed record DraftParagraph(string Text, ParagraphKind? Kind = null);

/// <summary>
/// An article as it was handed in, before anything is derived from it. It is what the archive keeps: paragraphs, language,
/// headline and id can always be derived from it again.
/// </summary>
public sealed record ArticleDraft
{
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }
    public string? Source { get; init; }
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Revised { get; init; }
    public string? Language { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Section { get; init; }
    public IReadOnlyList<FeedTopic> Topics { get; init; } = [];
    public IReadOnlyList<FeedActor> Actors { get; init; } = [];
    /// <summary>Plain text; paragraphs are found in it. Null when <see cref="Paragraphs"/> are given.</summary>
    public string? Body { get; init; }
    /// <summary>Paragraphs as the source gave them; each stays one paragraph. Empty when <see cref="Body"/> is given.</summary>
    public IReadOnlyList<DraftParagraph> Paragraphs { get; init; } = [];
}
