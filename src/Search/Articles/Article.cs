namespace Search.Articles;

/// <summary>What a paragraph is in its article.</summary>
public enum ParagraphKind
{
    /// <summary>The given headline, always paragraph 0. A derived headline is no paragraph.</summary>
    Headline,
    /// <summary>The first paragraph of the body.</summary>
    Lead,
    /// <summary>Running text.</summary>
    Body,
    /// <summary>A sub-heading; it gives the paragraphs below it their context.</summary>
    Heading,
    /// <summary>The text of a picture.</summary>
    Caption,
    /// <summary>Furniture of the site or agency; kept, with a reason, but neither searched nor counted.</summary>
    Boilerplate,
}

/// <summary>A passage: the unit that is retrieved.</summary>
/// <param name="Ordinal">Place in the article, from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Normalised text, never empty.</param>
/// <param name="Start">Offset of <paramref name="Text"/> in the article's text (<see cref="Article.Text"/>), in UTF-16 code units.</param>
/// <param name="Reason">Why it is boilerplate, or a heading; null when the source said so or nothing is to be said.</param>
internal sealed record Paragraph(int Ordinal, ParagraphKind Kind, string Text, int Start, string? Reason = null)
{
    /// <summary>Whether searches, facets and alerts see it.</summary>
    public bool IsSearched => Kind != ParagraphKind.Boilerplate;
}

/// <summary>A topic as the source tagged it: a label, with an id of a scheme when there is one.</summary>
public sealed record FeedTopic(string? Id, string Label);

/// <summary>An actor as the source tagged it. <paramref name="Type"/> is the source's own word for its kind, if any.</summary>
public sealed record FeedActor(string Name, string? Type);

/// <summary>An article as the product works with it: identified, broken into paragraphs, its language known.</summary>
internal sealed record Article
{
    /// <summary>1-200 characters without control characters.</summary>
    public required string Id { get; init; }
    /// <summary>The given headline, or one derived from the lead.</summary>
    public required string Title { get; init; }
    /// <summary>Whether the source gave no headline and it was made from the lead.</summary>
    public bool TitleDerived { get; init; }
    public string? Url { get; init; }
    public string? Source { get; init; }
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Revised { get; init; }
    /// <summary>ISO 639-1 code in lower case, or <c>und</c>.</summary>
    public string Language { get; init; } = "und";
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Section { get; init; }
    public IReadOnlyList<FeedTopic> Topics { get; init; } = [];
    public IReadOnlyList<FeedActor> Actors { get; init; } = [];
    /// <summary>In order; ordinals are their places. At least one is searched.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>The paragraphs joined by one blank line: what <see cref="Paragraph.Start"/> counts in.</summary>
    public string Text => string.Join("\n\n", Paragraphs.Select(p => p.Text));
}
