using System.Text.Json.Serialization;
using Search.Searching.Query;
using Search.Searching.Query.LuceneSyntax;
using Search.Tagging;

namespace Search.Searching;

/// <summary>What a hit is.</summary>
public enum SearchUnit { Article, Paragraph }

/// <summary>Where all clauses must hold: in one paragraph, or anywhere in one article.</summary>
public enum SearchScope { Paragraph, Article }

/// <summary>How many members of the outermost AND must match.</summary>
public enum MatchMode { All, Most, Any }

/// <summary>In which syntax a query is written.</summary>
public enum QuerySyntax { News, Lucene }

/// <summary>The order of hits.</summary>
public enum SortOrder
{
    [JsonStringEnumMemberName("relevance")] Relevance,
    [JsonStringEnumMemberName("-date")] NewestFirst,
    [JsonStringEnumMemberName("date")] OldestFirst,
}

/// <summary>Which wider readings an answer counts.</summary>
public enum HintMode { Auto, All, None }

/// <summary>How matches are shown.</summary>
public enum HighlightMode { Html, Offsets, None }

/// <summary>How values of one filter go together.</summary>
public enum FilterMode { Any, All, None }

/// <summary>The order of facet values.</summary>
public enum FacetSort { Count, Score, Label }

/// <summary>The width of a date bucket; <see cref="Auto"/> takes the finest that gives at most about 60 buckets.</summary>
public enum DateInterval { Auto, Hour, Day, Week, Month, Year }

/// <summary>The fields that filter and that facets count.</summary>
public enum FacetField { Actor, Topic, Source, Lang, Author, Speaker, Kind, Published }

/// <summary>A filter by parameter: whole values of one field.</summary>
public sealed record FieldFilter(FacetField Field, FilterMode Mode, IReadOnlyList<string> Values);

/// <summary>What counts as a mention when actors are filtered and counted; an empty list allows all.</summary>
public sealed record MentionFilter(IReadOnlyList<ActorType> Types, IReadOnlyList<MentionVia> Vias, IReadOnlyList<MentionRole> Roles)
{
    public static MentionFilter Every { get; } = new([], [], []);

    /// <summary>Whether it allows every mention.</summary>
    public bool IsEvery => Types.Count + Vias.Count + Roles.Count == 0;
}

/// <summary>A span of time; <see cref="To"/> is exclusive, a null end is open.</summary>
public sealed record DateSpan(DateTimeOffset? From, DateTimeOffset? To);

/// <summary>A facet that is asked for.</summary>
public sealed record FacetRequest(FacetField Field)
{
    public int Limit { get; init; } = 20;
    public FacetSort Sort { get; init; } = FacetSort.Count;
    public int Min { get; init; } = 1;
    /// <summary>The beginning of the label, case and accents aside.</summary>
    public string? Prefix { get; init; }
    public ActorType? Type { get; init; }
    public DateInterval Interval { get; init; } = DateInterval.Auto;
}

/// <summary>
/// A search that can be carried out: it has been checked. Make one from parameters with <see cref="SearchRequestReader"/>; page, API and
/// terminal use the same names.
/// </summary>
public sealed record SearchRequest
{
    public const int MaxLimit = 100;
    public const int MaxDepth = 10_000;
    /// <summary>Values of all filters together.</summary>
    public const int MaxValues = 512;

    /// <summary>The query as typed; null when nothing is asked.</summary>
    public string? Text { get; init; }
    public QuerySyntax Syntax { get; init; }
    public ParsedQuery Query { get; init; } = ParsedQuery.Empty;
    public SearchUnit Unit { get; init; } = SearchUnit.Article;
    public SearchScope Scope { get; init; } = SearchScope.Paragraph;
    public MatchMode Match { get; init; } = MatchMode.All;
    public SortOrder Sort { get; init; } = SortOrder.Relevance;
    /// <summary>After this time a hit's score counts half; null leaves age out.</summary>
    public TimeSpan? HalfLife { get; init; }
    public int Limit { get; init; } = 20;
    public int Offset { get; init; }
    public string? Cursor { get; init; }
    /// <summary>How many best paragraphs an article hit shows.</summary>
    public int Best { get; init; } = 3;
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];
    /// <summary>The zone of date buckets and of dates without one.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
    public IReadOnlyList<FieldFilter> Filters { get; init; } = [];
    public MentionFilter Mentions { get; init; } = MentionFilter.Every;
    public DateSpan? Published { get; init; }
    /// <summary>The text of <see cref="Published"/>: a time back from now (<c>7d</c>) is read again from the moment that a cursor froze.</summary>
    internal string? PublishedText { get; init; }
    public IReadOnlyList<string> Articles { get; init; } = [];
    /// <summary>An article that is not looked at, by id.</summary>
    internal string? ExceptArticle { get; init; }
    /// <summary>The languages in which the query's words are read; null for all of the index.</summary>
    internal IReadOnlyList<string>? WordLanguages { get; init; }
    public bool IncludeBoilerplate { get; init; }
    /// <summary>Whether near-duplicates fold under the best of their group.</summary>
    public bool FoldDuplicates { get; init; }
    public HintMode Hints { get; init; } = HintMode.Auto;
    public HighlightMode Highlight { get; init; } = HighlightMode.Html;
    /// <summary>About how many characters of a paragraph are shown; null shows it whole.</summary>
    public int? Snippet { get; init; }
    public bool Explain { get; init; }
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);
    public long? MinGeneration { get; init; }
    /// <summary>The parameters as given, in order: links to other views of the same search are made from them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>Whether what is found, or its order, changes as time goes by.</summary>
    public bool IsRelativeToNow => HalfLife is not null || (PublishedText is { } published && DateForms.IsRelative(published)) || Query.IsRelativeToNow;

    /// <summary>Reads another query as this request's own is read.</summary>
    internal ParsedQuery Parse(string text, bool strict = false) => Syntax == QuerySyntax.Lucene ? LuceneReader.Parse(text, Match, strict) : QueryParser.Parse(text, strict);
}

/// <summary>Why a request was refused: a code of the contract and a sentence that says what to do. Position and what follows it concern the query text.</summary>
public sealed record RequestProblem(string Code, string Detail)
{
    public const string QuerySyntax = "query_syntax";
    public const string InvalidParameter = "invalid_parameter";
    public const string UnknownParameter = "unknown_parameter";
    public const string QueryTooComplex = "query_too_complex";
    public const string WildcardTooBroad = "wildcard_too_broad";
    public const string CursorExpired = "cursor_expired";
    public const string NotFound = "not_found";

    /// <summary>The parameter that is meant.</summary>
    public string? Parameter { get; init; }
    public QueryError? Query { get; init; }
}

/// <summary>A value or the problem in its place.</summary>
public readonly record struct Answer<T>(T? Value, RequestProblem? Problem) where T : class
{
    public static implicit operator Answer<T>(T value) => new(value, null);
    public static implicit operator Answer<T>(RequestProblem problem) => new(null, problem);
}
