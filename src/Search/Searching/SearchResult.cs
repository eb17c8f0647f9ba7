using System.Text.Json.Serialization;
using Search.Articles;
using Search.Searching.Query;
using Search.Searching.Similar;
using Search.Tagging;

namespace Search.Searching;

/// <summary>How many paragraphs match and how many articles have one.</summary>
public sealed record Counts(int Paragraphs, int Articles, bool Exact = true)
{
    /// <summary>Groups of near-duplicates; only when duplicates are folded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Groups { get; init; }
}

/// <summary>A marked stretch of a text. Offsets in UTF-16 code units of the text beside it.</summary>
/// <param name="Kind"><c>term phrase prefix fuzzy actor quote</c>.</param>
/// <param name="Clause">Which entry of <see cref="SearchResult.Read"/> it belongs to.</param>
public sealed record Match(int Start, int End, string Kind, int Clause)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Actor { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public MentionVia? Via { get; init; }
}

/// <summary>An actor named in a hit, and by what.</summary>
public sealed record HitActor(string Id, ActorType Type, string Label, string Surface, MentionVia Via, MentionRole Role);

/// <summary>A topic of a hit.</summary>
public sealed record HitTopic(string Id, string Label);

/// <summary>A hit: an article, or a paragraph.</summary>
[JsonDerivedType(typeof(ArticleHit)), JsonDerivedType(typeof(ParagraphHit))]
public abstract record Hit
{
    [JsonPropertyOrder(-2)] public required string Id { get; init; }
    [JsonPropertyOrder(-1)] public double Score { get; init; }
    public IReadOnlyList<HitActor> Actors { get; init; } = [];
    public IReadOnlyList<HitTopic> Topics { get; init; } = [];
    /// <summary>What each part of the query gave to the score; only when asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<ScorePart>? Explanation { get; init; }
}

/// <summary>A part of a score, in words.</summary>
public sealed record ScorePart(string What, double Score);

/// <summary>An article with its best matching paragraphs.</summary>
public sealed record ArticleHit : Hit
{
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
    public int ParagraphCount { get; init; }
    public int ParagraphMatches { get; init; }
    public IReadOnlyList<int> MatchingOrdinals { get; init; } = [];
    public IReadOnlyList<HitParagraph> Paragraphs { get; init; } = [];
    public int ActorsTotal { get; init; }
    public Duplicates Duplicates { get; init; } = new(0, []);
    /// <summary>What it has in common with an article; only when articles like that one were asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public SharedTerms? Shared { get; init; }
}

/// <summary>A paragraph inside an article hit.</summary>
public sealed record HitParagraph(string Id, int Ordinal, ParagraphKind Kind, double Score, string Text)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Html { get; init; }
    public IReadOnlyList<Match> Matches { get; init; } = [];
}

/// <summary>A paragraph found by itself.</summary>
public sealed record ParagraphHit : Hit
{
    public int Ordinal { get; init; }
    public ParagraphKind Kind { get; init; }
    public required string Text { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Html { get; init; }
    public IReadOnlyList<Match> Matches { get; init; } = [];
    public required HitArticle Article { get; init; }
}

/// <summary>The article of a paragraph hit.</summary>
public sealed record HitArticle(string Id, string Title, string? Url, string? Source, DateTimeOffset? Published, string Language)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? Revised { get; init; }
    /// <summary>Null when none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? Authors { get; init; }
}

/// <summary>Copies of an article.</summary>
public sealed record Duplicates(int Count, IReadOnlyList<DuplicateArticle> Articles);

/// <summary>One copy. <paramref name="Relation"/>: <c>identical near version</c>.</summary>
public sealed record DuplicateArticle(string Id, string? Source, DateTimeOffset? Published, string Relation, int SharedParagraphs);

/// <summary>The counts of one facet.</summary>
[JsonDerivedType(typeof(ValueFacet)), JsonDerivedType(typeof(DateFacet))]
public abstract record FacetResult
{
    [JsonPropertyOrder(-2)] public required FacetField Field { get; init; }
    [JsonPropertyOrder(-1)] public bool Exact { get; init; } = true;
}

/// <summary>Whether a value is chosen in a filter.</summary>
public enum FacetState { Off, On, Not }

/// <summary>A facet of values.</summary>
public sealed record ValueFacet : FacetResult
{
    public IReadOnlyList<FacetValue> Values { get; init; } = [];
    /// <summary>How many values the result has, listed or not.</summary>
    public int ValuesTotal { get; init; }
    public FacetOther Other { get; init; } = new(0);
}

/// <summary>What a facet does not list.</summary>
public sealed record FacetOther(int Values);

/// <summary>A value with how many matching paragraphs carry it and how many articles have such a paragraph.</summary>
public sealed record FacetValue(string Id, string Label, int Articles, int Paragraphs, FacetState State)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ActorType? Type { get; init; }
    /// <summary>From the root to the topic.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? Path { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? HasChildren { get; init; }
    /// <summary>The alias that a type-ahead met, when it was not the label.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? MatchedAlias { get; init; }
}

/// <summary>Articles and paragraphs by time.</summary>
public sealed record DateFacet : FacetResult
{
    public DateInterval Interval { get; init; }
    /// <summary>In order, empty ones between the first and the last included.</summary>
    public IReadOnlyList<DateBucket> Buckets { get; init; } = [];
    public BucketCounts Missing { get; init; } = new(0, 0);
    public DateTimeOffset? First { get; init; }
    public DateTimeOffset? Last { get; init; }
}

/// <summary>One bucket, from inclusive to exclusive.</summary>
public sealed record DateBucket(string Id, DateTimeOffset From, DateTimeOffset To, int Articles, int Paragraphs);

/// <summary>Counts without a bucket.</summary>
public sealed record BucketCounts(int Articles, int Paragraphs);

/// <summary>A page of one facet's values.</summary>
public sealed record FacetPage(long Generation, FacetField Field, bool Exact, IReadOnlyList<FacetValue> Values, int ValuesTotal, string? Cursor);

/// <summary>Another reading of the search, with what it would find.</summary>
/// <param name="Type"><c>scope match spelling drop_filter</c>.</param>
public sealed record Hint(string Type, string Parameter, string? Value, int Articles, int Paragraphs, string Href);

/// <summary>The answer to a search: what page, API and terminal show.</summary>
public sealed record SearchResult
{
    /// <summary>The number of the newest change that the answer has seen.</summary>
    public long Generation { get; init; }
    public double TookMs { get; init; }
    /// <summary>The query in canonical form; null when nothing was asked.</summary>
    public string? Parsed { get; init; }
    public IReadOnlyList<ReadClause> Read { get; init; } = [];
    public SearchUnit Unit { get; init; }
    public SearchScope Scope { get; init; }
    public MatchMode Match { get; init; }
    public SortOrder Sort { get; init; }
    public required Counts Counts { get; init; }
    public IReadOnlyList<Hit> Hits { get; init; } = [];
    public IReadOnlyList<FacetResult> Facets { get; init; } = [];
    public IReadOnlyList<Hint> Hints { get; init; } = [];
    public IReadOnlyList<QueryWarning> Warnings { get; init; } = [];
    public string? Cursor { get; init; }
    public string? CursorPrevious { get; init; }
    /// <summary>The generation asked for was not reached in time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Stale { get; init; }
    /// <summary>Time ran out; counts are of the part that was seen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool TimedOut { get; init; }
}

/// <summary>How one clause of the query was read.</summary>
public sealed record ReadClause(string Op, string Text)
{
    /// <summary>The distance of NEAR and BEFORE, the slop of a phrase.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Distance { get; init; }
    public IReadOnlyList<string> Words { get; init; } = [];
    /// <summary>Words that a wildcard or a fuzzy word stands for in this index, the most frequent first; at most 20.</summary>
    public IReadOnlyList<string> Expansions { get; init; } = [];
    public int ExpansionsTotal { get; init; }
}
