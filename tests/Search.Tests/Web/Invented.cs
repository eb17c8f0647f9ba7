using Search.App.Web;
using Search.Articles;
using Search.Searching;
using Search.Tagging;

namespace Search.Tests.Web;

/// <summary>Results and articles made by hand. <c>Text</c> goes into every field that foreign text can reach.</summary>
internal static class Invented
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 14, 12, 0, 0, TimeSpan.Zero);

    public static SearchResult Result(string text = "Harbour", string? html = null) => new()
    {
        Generation = 7,
        TookMs = 3.1,
        Parsed = "cable repair*",
        Counts = new(214, 131),
        Read = [new("prefix", text + "*") { Expansions = [text], ExpansionsTotal = 3 }],
        Warnings = [new(0, 5, text, text)],
        Hints = [new("scope", "scope", "article", 188, 402, "/v1/search?q=x&scope=article"), new("spelling", "q", text, 2, 3, "/v1/search"), new("drop_filter", "source", "wire", 3, 4, "/v1/search")],
        Hits = [ArticleHit(text, html), ParagraphHit(text, html)],
        Facets = [Actors(text), Topics(text), new DateFacet
        {
            Field = FacetField.Published, Interval = DateInterval.Month, Missing = new(1, 2),
            Buckets = [new("2026-09", Noon.AddDays(-74), Noon.AddDays(-44), 3, 4), new("2026-10", Noon.AddDays(-44), Noon.AddDays(-13), 0, 0), new("2026-11", Noon.AddDays(-13), Noon.AddDays(17), 9, 12)],
        }],
    };

    public static ArticleHit ArticleHit(string text, string? html = null) => new()
    {
        Id = text,
        Title = text,
        TitleMatches = [new(0, 2, "term", 0)],
        TitleDerived = true,
        Url = text,
        Source = text,
        Published = Noon,
        Revised = Noon,
        Version = 2,
        Language = "et",
        Authors = [text],
        ParagraphCount = 14,
        ParagraphMatches = 3,
        MatchingOrdinals = [3, 9, 11],
        Paragraphs = [new(text + "#3", 3, ParagraphKind.Body, 7, text) { Html = html, Matches = [new(0, 1, "term", 0)] }],
        Actors = [new("person:" + text, ActorType.Person, text, "she " + text, MentionVia.Alias, MentionRole.Subject)],
        ActorsTotal = 9,
        Topics = [new("topic:" + text, text)],
        Duplicates = new(1, [new(text, text, Noon, "near", 4)]),
    };

    public static ParagraphHit ParagraphHit(string text, string? html = null) => new()
    {
        Id = text + "#4",
        Ordinal = 4,
        Kind = ParagraphKind.Body,
        Text = text,
        Html = html,
        Article = new(text, text, text, text, null, "und"),
        Actors = [new("org:" + text, ActorType.Org, text, text, MentionVia.Name, MentionRole.Other)],
        Topics = [new(text, text)],
    };

    public static ValueFacet Actors(string text = "Estonia") => new()
    {
        Field = FacetField.Actor,
        ValuesTotal = 412,
        Other = new(409),
        Values =
        [
            new("country:estonia", "Estonia", 88, 141, FacetState.On) { Type = ActorType.Country },
            new("country:norway", "Norway", 0, 0, FacetState.On) { Type = ActorType.Country },
            new("org:" + text, text, 20, 36, FacetState.Not) { Type = ActorType.Org },
            new("person:" + text, text, 41, 66, FacetState.Off) { Type = ActorType.Person },
        ],
    };

    public static ValueFacet Topics(string text = "Energy") => new()
    {
        Field = FacetField.Topic,
        ValuesTotal = 3,
        Values =
        [
            new("t:economy", "economy", 9, 12, FacetState.Off) { Path = ["t:economy"], HasChildren = true },
            new("t:courts", text, 8, 9, FacetState.Off) { Path = ["t:courts"] },
            new("t:oil", text, 3, 4, FacetState.Off) { Path = ["t:economy", "t:energy", "t:oil"] },
        ],
    };

    public static ArticleView Article(string text = "Tallinn will pay the cost", string? url = "https://news.example/a") => new()
    {
        Id = text,
        Title = text,
        Url = url,
        Source = text,
        Published = Noon,
        Revised = Noon,
        Version = 2,
        Language = "en",
        Authors = [text],
        Section = text,
        Paragraphs =
        [
            new(text + "#0", 0, ParagraphKind.Headline, text) { Mentions = [Mention(text)] },
            new(text + "#1", 1, ParagraphKind.Lead, text)
            {
                Matches = [new(1, 3, "term", 0)], Mentions = [Mention(text)],
                Quotes = [new(0, 2, text, true, 0.5f) { Speaker = text, SpeakerLabel = text, SpeakerSurface = text }],
            },
            new(text + "#2", 2, ParagraphKind.Heading, text),
            new(text + "#3", 3, ParagraphKind.Boilerplate, text) { Reason = text },
        ],
        Actors = [new("country:" + text, ActorType.Country, text, 2, 3, MentionRole.Subject)],
        Topics = [new(text, text, "rule") { Rule = text, EvidenceOrdinal = 1 }, new("t", text, text) { Confidence = 0.5f }],
        Duplicates = new(1, [new(text, text, null, "identical", 3)]),
        Previous = text,
        Next = text,
    };

    public static IndexStatus Status(int articles = 3, string text = "Dispatch") =>
        new(articles, articles * 4, [new(text, articles)], [new("en", articles)], new(Noon, Noon), Noon, 0, 7, 7);

    public static Task<string> Results(SearchLink link, SearchResult result) =>
        Rendered.Page<ResultsPage>(new { Link = link, Call = PageCall.Results(link), Result = result, Zone = TimeZoneInfo.Utc });

    public static Task<string> Start(SearchResult result, IndexStatus status) =>
        Rendered.Page<StartPage>(new { Link = SearchLink.Start, Call = PageCall.Start(SearchLink.Start), Result = result, Status = status });

    public static Task<string> Reading(SearchLink link, ArticleView article) => Rendered.Page<ArticlePage>(new { Link = link, Article = article });

    public static Task<string> Problem(SearchLink link, RequestProblem problem) => Rendered.Page<ProblemPage>(new { Link = link, Problem = problem });

    private static ArticleMention Mention(string text) =>
        new(0, Math.Min(7, text.Length), text[..Math.Min(7, text.Length)], "country:" + text, ActorType.Country, text, MentionVia.Metonym, MentionRole.Subject, 0.9f, text);
}
