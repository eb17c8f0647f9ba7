using Search.Searching;

namespace Search.App.Server.Reference;

/// <summary>Every parameter of a search.</summary>
internal static class SearchParameters
{
    private static readonly string[] Fields = [.. Enum.GetNames<FacetField>().Select(name => name.ToLowerInvariant())];

    /// <summary>In the order of the contract.</summary>
    public static IReadOnlyList<ParameterReference> All { get; } = [.. Query(), .. Paging(), .. Filters(), .. Facets(), .. Answer()];

    private static ParameterReference[] Query() => Under("Query",
        Text("q", "The query; nothing finds everything, newest first. Words must all match; \"phrase\", a NEAR/5 b, OR, NOT, wor*, word~1, =exact, @actor, title: actor: and other fields; quote:(a b) finds words where somebody is quoted.", example: "sanctions NEAR/5 @country:china"),
        Word("unit", "What a hit is.", "article", "article", "paragraph"),
        Word("scope", "Where all clauses must hold: in one paragraph, or anywhere in the article.", "paragraph", "paragraph", "article"),
        Word("match", "How many members of the outermost AND must match.", "all", "all", "most", "any"),
        Word("syntax", "The query language: this product's, or Lucene's as Kibana, Datashare and OpenAleph have it. In Lucene's, AND, OR, NOT, + and - say what must match and words side by side follow match; precedence is NOT, AND, OR, then words side by side. Refused with their place: regular expressions, boosts, fuzzy words over ~1, ranges but on published, unknown fields.", "news", "news", "lucene"),
        Flag("strict", "Whether a query that does not parse is refused instead of read as plain words."),
        Word("sort", "The order; ties by id. -date is newest first.", "relevance", "relevance", "-date", "date"),
        Text("half_life", "After this time a hit counts half: recency takes part in the order.", example: "14d"),
        Text("tz", "The time zone of date buckets and of dates without one, by its IANA name.", "UTC", "Europe/Paris"));

    private static ParameterReference[] Paging() => Under("Paging",
        Number("limit", "How many hits.", "20", 0, SearchRequest.MaxLimit),
        Number("offset", "How many to pass over; offset and limit together reach 10,000, a cursor goes deeper.", "0", 0, SearchRequest.MaxDepth),
        Text("cursor", "The cursor of the last answer, with the same parameters: the next page of the same frozen view, kept five minutes from its last use."),
        Number("best", "How many of its best paragraphs an article hit shows.", "3", 0, 10));

    private static ParameterReference[] Filters() => Under("Filters",
    [
        .. from field in Fields where field != "published"
           from mode in new[] { ("", $"Has one of these values of {field}"), (".all", $"Has every one of these values of {field}"), (".not", $"Has none of these values of {field}") }
           select Text(field + mode.Item1, mode.Item2 + "; whole values, as the facet's ids.", example: Example(field)) with { Repeats = true },
        Word("actor.type", "Only mentions of such actors count.", null, "person", "org", "country", "place", "group") with { Repeats = true },
        Word("actor.via", "Only mentions by such names count.", null, "name", "alias", "metonym", "coref", "feed") with { Repeats = true },
        Word("actor.role", "Only mentions in such roles count.", null, "subject", "speaker", "object", "other") with { Repeats = true },
        Text("published", "When it was published: 2024, 2024-01..2024-03, 2024-05-02.., 7d; both ends included.", example: "2024-01..2024-06"),
        Text("article", "Within these articles, by id.") with { Repeats = true },
        Word("include", "Also searches what is left out otherwise.", null, "boilerplate"),
        Word("dedupe", "Folds near-duplicates under the best of their group. None are found yet: until then every article is its own group.", "none", "none", "near"),
    ]);

    private static ParameterReference[] Facets() => Under("Facets",
    [
        Word("facet", "Which values to count.", null, Fields) with { Repeats = true, Example = "actor,topic" },
        .. from field in Fields
           from parameter in (ParameterReference[])
           [
               Number($"facet.{field}.limit", $"How many values of {field}.", "20", 0, 1000),
               Word($"facet.{field}.sort", $"The order of the values of {field}.", "count", "count", "score", "label"),
               Number($"facet.{field}.min", $"Leaves out values of {field} with fewer hits.", "1", 0, null),
               Text($"facet.{field}.prefix", $"Only values of {field} whose label begins so."),
               Word($"facet.{field}.type", field == "actor" ? "Only actors of this type." : "Concerns actors only.", null, "person", "org", "country", "place", "group"),
           ]
           select parameter,
        Word("facet.published.interval", "The width of a date bucket.", "auto", "auto", "hour", "day", "week", "month", "year"),
    ]);

    private static ParameterReference[] Answer() => Under("Answer",
        Word("hints", "Whether wider readings are counted: below 10 articles, always, never.", "auto", "auto", "all", "none"),
        Word("highlight", "How matches are shown.", "html", "html", "offsets", "none"),
        Number("snippet", "Shortens paragraphs to about so many characters around the densest window.", null, 1, null) with { Example = "240" },
        Flag("explain", "Whether hits say what their score is made of."),
        Text("timeout", "The time after which an answer says timed_out; at most 10s.", "2s"),
        Number("min_generation", "Waits up to two seconds until the index has seen this change, then answers with stale.", null, 0, null));

    private static ParameterReference[] Under(string group, params ParameterReference[] parameters) => [.. parameters.Select(p => p with { Group = group })];

    private static ParameterReference Text(string name, string meaning, string? otherwise = null, string? example = null) => new(name, meaning) { Default = otherwise, Example = example };

    private static ParameterReference Word(string name, string meaning, string? otherwise, params string[] words) => new(name, meaning) { Default = otherwise, Words = words };

    private static ParameterReference Number(string name, string meaning, string? otherwise, int from, int? to) =>
        new(name, meaning) { Kind = ParameterKind.Number, Default = otherwise, From = from, To = to };

    private static ParameterReference Flag(string name, string meaning) => new(name, meaning) { Kind = ParameterKind.Flag, Default = "false", Words = ["false", "true"] };

    private static string? Example(string field) => field switch { "actor" => "country:china", "lang" => "en", "kind" => "lead", _ => null };
}
