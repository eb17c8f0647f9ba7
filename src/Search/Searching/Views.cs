using System.Text.Json.Serialization;
using Search.Articles;
using Search.Tagging;

namespace Search.Searching;

/// <summary>An article as it is read: its newest durable version with everything found in it.</summary>
public sealed record ArticleView
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public IReadOnlyList<Match> TitleMatches { get; init; } = [];
    public bool TitleDerived { get; init; }
    public string? Url { get; init; }
    public string? Source { get; init; }
    public DateTimeOffset? Published { get; init; }
    public bool PublishedMissing => Published is null;
    public DateTimeOffset? Revised { get; init; }
    public int Version { get; init; }
    public string Language { get; init; } = "und";
    public IReadOnlyList<string> Authors { get; init; } = [];
    public string? Section { get; init; }
    public long Generation { get; init; }
    /// <summary>In the result of the query that came along; 0 without one.</summary>
    public double Score { get; init; }
    public int ParagraphCount => Paragraphs.Count;
    public int ParagraphMatches => MatchingOrdinals.Count;
    /// <summary>The paragraphs that match the query that came along.</summary>
    public IReadOnlyList<int> MatchingOrdinals { get; init; } = [];
    public IReadOnlyList<ArticleParagraph> Paragraphs { get; init; } = [];
    public IReadOnlyList<ArticleActor> Actors { get; init; } = [];
    public int ActorsTotal => Actors.Count;
    public IReadOnlyList<ArticleTopic> Topics { get; init; } = [];
    public Duplicates Duplicates { get; init; } = new(0, []);
    /// <summary>The article before this one in the result of the query it was opened from.</summary>
    public string? Previous { get; init; }
    public string? Next { get; init; }
}

/// <summary>A paragraph of an article that is read.</summary>
public sealed record ArticleParagraph(string Id, int Ordinal, ParagraphKind Kind, string Text)
{
    /// <summary>Offset in the article's text, UTF-16 code units.</summary>
    public int Start { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Reason { get; init; }
    /// <summary>Only when a query came along.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<Match>? Matches { get; init; }
    public IReadOnlyList<ArticleMention> Mentions { get; init; } = [];
    public IReadOnlyList<ArticleQuote> Quotes { get; init; } = [];
    public IReadOnlyList<HitTopic> Topics { get; init; } = [];
}

/// <summary>A mention; offsets in UTF-16 code units of the paragraph's text.</summary>
public sealed record ArticleMention(int Start, int End, string Surface, string Actor, ActorType Type, string Label, MentionVia Via, MentionRole Role, float Confidence, string Reason);

/// <summary>A quote; offsets in UTF-16 code units of the paragraph's text.</summary>
public sealed record ArticleQuote(int Start, int End, string Text, bool Direct, float Confidence)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Speaker { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? SpeakerLabel { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? SpeakerSurface { get; init; }
}

/// <summary>An actor of an article.</summary>
public sealed record ArticleActor(string Id, ActorType Type, string Label, int Paragraphs, int Mentions, MentionRole Role);

/// <summary>A topic of an article and where it comes from.</summary>
public sealed record ArticleTopic(string Id, string Label, string By)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Rule { get; init; }
    /// <summary>The first paragraph that gave the tag.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? EvidenceOrdinal { get; init; }
    /// <summary>The words of the rule in that paragraph, as written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Evidence { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public float? Confidence { get; init; }
}

/// <summary>A paragraph by its id, with its neighbours when asked for.</summary>
public sealed record ParagraphView(long Generation, string Id, int Ordinal, ParagraphKind Kind, string Text, HitArticle Article)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Reason { get; init; }
    public IReadOnlyList<ArticleMention> Mentions { get; init; } = [];
    public IReadOnlyList<HitTopic> Topics { get; init; } = [];
    public IReadOnlyList<ArticleParagraph> Before { get; init; } = [];
    public IReadOnlyList<ArticleParagraph> After { get; init; } = [];
}

/// <summary>An actor in a list.</summary>
public sealed record ActorSummary(string Id, ActorType Type, string Label, int Articles, int Paragraphs)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? MatchedAlias { get; init; }
}

/// <summary>Actors, the most named first.</summary>
public sealed record ActorPage(long Generation, IReadOnlyList<ActorSummary> Actors, int Total, string? Cursor);

/// <summary>A topic with its counts and what stands below it. Counts include descendants.</summary>
public sealed record TopicBranch(string Id, string Label, int Articles, int Paragraphs, IReadOnlyList<TopicBranch> Children);

/// <summary>The tree of topics.</summary>
public sealed record TopicTree(long Generation, IReadOnlyList<TopicBranch> Topics);

/// <summary>A name and how many articles it has.</summary>
public sealed record NamedCount(string Id, int Articles);

/// <summary>Dates of publication, from the oldest to the newest.</summary>
public sealed record PublishedSpan(DateTimeOffset? First, DateTimeOffset? Last);

/// <summary>What the index holds and how fresh it is.</summary>
/// <param name="Generation">The newest change that searches see.</param>
/// <param name="Sequence">The newest change that is durable.</param>
/// <param name="Today">Articles published since midnight UTC.</param>
public sealed record IndexStatus(
    int Articles, int Paragraphs, IReadOnlyList<NamedCount> Sources, IReadOnlyList<NamedCount> Languages, PublishedSpan Published,
    DateTimeOffset? LastArrived, int Today, long Generation, long Sequence)
{
    /// <summary>Rows of the user's own topics and rules that could not be used, with file and line.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? DataProblems { get; init; }
    /// <summary>Articles that are stored but could not be indexed, with the reason.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? SetAside { get; init; }
}
