using Search.Articles;
using Search.Searching;
using Search.Searching.Timelines;

namespace Search.App.Server.Reference;

/// <summary>Every route of the contract that the server has.</summary>
internal static class ApiReference
{
    private const string Searching = "Search";
    private const string Reading = "Read";
    private const string Writing = "Write";
    private const string Operating = "Operate";
    private static readonly ParameterReference Id = new("id", "The article's id, percent-encoded.") { InPath = true, Example = "harbour-strike-1" };
    private static readonly ParameterReference Wait = new("wait", "Answers only when searches see the change.") { Words = ["visible"] };
    private static readonly string[] SearchProblems =
        [RequestProblem.QuerySyntax, RequestProblem.InvalidParameter, RequestProblem.UnknownParameter, RequestProblem.QueryTooComplex, RequestProblem.WildcardTooBroad, RequestProblem.CursorExpired];
    private static readonly string[] WriteProblems =
        [ArticleProblem.InvalidBody, ArticleProblem.VersionConflict, ArticleProblem.TooLarge, ArticleProblem.Unprocessable, "unsupported_media_type", "rate_limited", "disk_full"];

    public static RouteReference Search { get; } = new("search", Searching, "GET", "/v1/search", "Find articles or paragraphs")
    {
        Remarks = "Counts are exact. A word that is not known as a parameter is refused and the nearest named.",
        Parameters = SearchParameters.All,
        Problems = SearchProblems,
        Answer = Examples.SearchAnswer,
    };

    public static RouteReference SearchByBody { get; } = new("searchByBody", Searching, "POST", "/v1/search", "The same search by a JSON body")
    {
        Remarks = "The same names with their dots, lists for what repeats. A query may be 16,384 characters long.",
        Parameters = SearchParameters.All,
        ParametersInBody = true,
        Body = new(MediaTypes.Json, Examples.SearchBody, []),
        Problems = SearchProblems,
        Answer = Examples.SearchAnswer,
    };

    public static RouteReference Facet { get; } = new("facet", Searching, "GET", "/v1/facets/{field}", "Page through the values of a facet")
    {
        Remarks = "All parameters of a search apply; limit and cursor concern the values.",
        Parameters =
        [
            new("field", "Which facet.") { InPath = true, Words = ["actor", "topic", "source", "lang", "author", "speaker", "kind"], Example = "actor" },
            new("facet_q", "Keeps values with words that begin so, accents and case aside; actors by any of their names: matched_alias tells which when it is not the label.") { Example = "mac" },
            new("limit", "How many values.") { Kind = ParameterKind.Number, Default = "20", From = 0, To = 1000 },
            .. SearchParameters.All.Where(p => p.Name is not ("limit" or "facet")),
        ],
        Problems = [.. SearchProblems, RequestProblem.NotFound],
        Answer = Examples.FacetAnswer,
    };

    public static RouteReference Suggest { get; } = new("suggest", Searching, "GET", "/v1/suggest", "Suggest while somebody types")
    {
        Remarks = "Actors, topics, sources, frequent phrases of headlines and leads, and headlines with the words typed, the last of which may be unfinished; accents and case aside, "
            + "actors by their other names too. When but for headlines nothing is found as typed, one typo is forgiven in a word of four letters or more, its first letter kept. All other parameters of a search are the "
            + "current filters. articles says how many articles a search finds with those filters and without what was typed, once the parameter of apply is set to its value in the place of "
            + "any value it had. matches are offsets in matched_alias where there is one, else in label. What is not found in time is left out, never counted short.",
        Parameters =
        [
            new("q", "What was typed so far, as plain words.") { Example = "mac" },
            new("limit", "How many suggestions.") { Kind = ParameterKind.Number, Default = "10", From = 0, To = SearchRequest.MaxLimit },
            .. SearchParameters.All.Where(p => p.Name is not ("q" or "limit")),
        ],
        Problems = [RequestProblem.InvalidParameter, RequestProblem.UnknownParameter, RequestProblem.QueryTooComplex],
        Answer = Examples.SuggestAnswer,
    };

    public static RouteReference Export { get; } = new("export", Searching, "GET", "/v1/export", "All hits of a search, streamed")
    {
        Remarks = "One line or row per hit of the asked unit, in the order of the search, from one frozen view; paging and facets have no effect. An article's line holds all its matching paragraphs; "
            + "in CSV its text has them in their order, divided by blank lines, and ordinal and kind are empty. CSV has a header row and no byte order mark; several actors or topics in a value are divided by |; "
            + "a value that a spreadsheet might run as a formula has an apostrophe in front.",
        Parameters = [new("format", "JSON lines or CSV.") { Default = "jsonl", Words = ["jsonl", "csv"] }, .. SearchParameters.All],
        Problems = SearchProblems,
    };

    public static RouteReference AtomFeed { get; } = Feed("feedAtom", "/v1/feed.atom", "Any search as an Atom feed", "Entries have the best matching paragraphs as HTML.");

    public static RouteReference JsonFeed { get; } = Feed("feedJson", "/v1/feed.json", "Any search as a JSON feed", "JSON Feed 1.1; items have the best matching paragraphs as content_html.");

    private static RouteReference Feed(string id, string path, string summary, string form) => new(id, Searching, "GET", path, summary)
    {
        Remarks = form + " All parameters of a search apply; newest first unless sort is given. Answered with ETag and, when that is certain, Last-Modified; a client that holds the same gets 304.",
        Parameters = [.. SearchParameters.All.Select(p => p.Name == "sort" ? p with { Default = "-date" } : p)],
        Problems = [.. SearchProblems, "busy"],
    };

    public static RouteReference Timeline { get; } = new("timeline", Searching, "GET", "/v1/timeline", "Count several queries or actors by time")
    {
        Remarks = "All series on the same buckets, and together: what matches all of them in one paragraph, or in one article with scope=article. Each has the counts of a search for it (of an actor: q=actor:ID) "
            + "with the other parameters; q and filters narrow all series, published also the buckets. Paging, order and facets have no effect.",
        Parameters =
        [
            new(TimelineRequest.SeriesName, "A query, or an actor's id; once for each series, at most 8, not divided by commas.") { Repeats = true, Example = "country:france" },
            .. SearchParameters.All.Where(p => p.Name is "facet.published.interval" or "tz"),
            .. SearchParameters.All.Where(p => p.Name is not ("facet.published.interval" or "tz" or "facet")),
        ],
        Problems = SearchProblems,
        Answer = Examples.TimelineAnswer,
    };

    public static RouteReference Article { get; } = new("article", Reading, "GET", "/v1/articles/{id}", "The newest version of an article")
    {
        Remarks = "With the parameters of a search: its matches, and the neighbours in its result.",
        Parameters = [Id, .. SearchParameters.All],
        Problems = [RequestProblem.NotFound],
    };

    /// <summary>Parameters of a search that mean nothing where an article is the query.</summary>
    public static IReadOnlyList<string> NotOfSimilar { get; } = ["q", "match", "syntax", "strict", "sort", "unit", "cursor", "hints"];

    public static RouteReference Similar { get; } = new("similar", Reading, "GET", "/v1/articles/{id}/similar", "Articles like one")
    {
        Remarks = "Ranked by the words and actors that tell the article from others, at most 25, which read lists; a hit shares at least one, and shared says which. Never the article itself; copies of it may come. "
            + "Filters choose among the articles. An article that is stored but not indexed yet has its answer too.",
        Parameters = [Id, .. SearchParameters.All.Where(p => !NotOfSimilar.Contains(p.Name))],
        Problems = [RequestProblem.InvalidParameter, RequestProblem.UnknownParameter, RequestProblem.QueryTooComplex, RequestProblem.NotFound],
        Answer = Examples.SimilarAnswer,
    };

    public static RouteReference Paragraph { get; } = new("paragraph", Reading, "GET", "/v1/paragraphs/{id}", "One paragraph")
    {
        Parameters =
        [
            new("id", "The paragraph's id: the article's, a #, and the ordinal; percent-encoded.") { InPath = true, Example = "harbour-strike-1#2" },
            new("context", "How many neighbours on each side.") { Kind = ParameterKind.Number, Default = "0", From = 0, To = 3 },
        ],
        Problems = [RequestProblem.NotFound],
    };

    public static RouteReference Actors { get; } = new("actors", Reading, "GET", "/v1/actors", "Actors, the most named first")
    {
        Parameters =
        [
            new("name", "Keeps actors with words of a name that begin so, accents and case aside; matched_alias tells which name when it is not the label.") { Example = "mac" },
            new("type", "Of this type.") { Words = ["person", "org", "country", "place", "group"] },
            new("limit", "How many.") { Kind = ParameterKind.Number, Default = "20", From = 0, To = 100 },
            new("cursor", "The cursor of the last answer."),
        ],
        Problems = [RequestProblem.CursorExpired],
    };

    public static RouteReference Topics { get; } = new("topics", Reading, "GET", "/v1/topics", "The tree of topics with counts");

    public static RouteReference Status { get; } = new("status", Operating, "GET", "/v1/status", "What the index holds and how fresh it is")
    {
        Remarks = "data_problems tells rows of your own topics and rules that could not be used, set_aside articles that could not be indexed; both are left out when there are none.",
        Answer = Examples.StatusAnswer,
    };

    public static RouteReference PutArticle { get; } = new("putArticle", Writing, "PUT", "/v1/articles/{id}", "Store an article under an id")
    {
        Remarks = "Durable when answered: 201 created, 200 updated or unchanged. An older revised than stored is 409. The body may be packed as with POST /v1/articles, when it holds one article.",
        Parameters = [Id, Wait],
        Body = new(MediaTypes.Json, Examples.ArticleBody, MediaTypes.Articles),
        Problems = WriteProblems,
        Answer = Examples.WrittenAnswer,
    };

    public static RouteReference PostArticle { get; } = new("postArticle", Writing, "POST", "/v1/articles", "Store an article under its own id")
    {
        Remarks = "The id is the body's, else it comes from the canonical address, else from the content. A body with several articles, such as a feed or an archive, is answered as bulk. JSON may also be IPTC ninjs 1.x to 3.x or a JSON feed; a table (text/csv) needs a header row of usual names. "
            + "A body may be packed with gzip, zip, tar or zstd, or be a WARC or ARC file, also in each other, five deep; it is told by its content, and Content-Encoding gzip or zstd may say so too. A packed body may hold 100 MB unpacked.",
        Parameters = [Wait],
        Body = new(MediaTypes.Json, Examples.ArticleBody, MediaTypes.Articles),
        Problems = WriteProblems,
        Answer = Examples.WrittenAnswer,
    };

    public static RouteReference BulkArticles { get; } = new("bulkArticles", Writing, "POST", "/v1/articles/bulk", "Store many articles, one JSON object a line")
    {
        Remarks = "Streamed both ways: one result line per input line, in order, as soon as it is durable. A bad line stops nothing; blank lines are skipped.",
        Parameters = [Wait],
        Body = new(MediaTypes.JsonLines, Examples.BulkBody, []),
        Problems = ["unsupported_media_type", ArticleProblem.TooLarge, "rate_limited"],
    };

    public static RouteReference DeleteArticle { get; } = new("deleteArticle", Writing, "DELETE", "/v1/articles/{id}", "Forget an article")
    {
        Parameters = [Id, Wait],
        Problems = [RequestProblem.NotFound, "rate_limited", "disk_full"],
        Answer = Examples.DeletedAnswer,
    };

    public static RouteReference Alive { get; } = new("alive", Operating, "GET", "/healthz", "Whether the process answers");

    public static RouteReference Ready { get; } = new("ready", Operating, "GET", "/readyz", "Whether searches see everything that is stored") { Problems = ["busy"] };

    /// <summary>In the order in which they are told.</summary>
    public static IReadOnlyList<RouteReference> All { get; } =
        [Search, SearchByBody, Facet, Suggest, Timeline, Export, AtomFeed, JsonFeed, Article, Similar, Paragraph, Actors, Topics, PutArticle, PostArticle, BulkArticles, DeleteArticle, Status, Alive, Ready];
}
