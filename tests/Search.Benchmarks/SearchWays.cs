using Search.Searching;

namespace Search.Benchmarks;

/// <summary>A way to carry out a query; <paramref name="Prepare"/> does what is no part of the measurement and gives the search, which tells how many it found.</summary>
/// <param name="Name">What the report calls it.</param>
internal sealed record SearchWay(string Name, Func<SizedQuery, Func<Task<int>>> Prepare);

/// <summary>All ways that are compared.</summary>
internal static class SearchWays
{
    public const string Alone = "alone";
    public const string Unmarked = "no marks";
    public const string Five = "five facets";
    public const string LuceneTop = "Lucene.NET, top 10";
    public const string LuceneFacet = "Lucene.NET, top 10 and actors";

    /// <summary>On a busy machine a search may wait long for its turn.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static readonly string[] Units = ["article", "paragraph"];
    public static readonly string[] Facets = ["actor", "topic", "source", "lang", "published"];

    public static string Name(string unit, string what) => $"{unit}, {what}";

    /// <summary>In the order of each round: the product and Lucene take turns.</summary>
    public static IReadOnlyList<SearchWay> All(Corpus corpus, LuceneBaseline lucene) =>
    [
        Of(corpus, Units[0], Alone),
        new SearchWay(LuceneTop, q => Prepare(q, query => lucene.Top(query).TotalHits)),
        Of(corpus, Units[1], Alone),
        Of(corpus, Units[0], Five, ("facet", string.Join(',', Facets))),
        new SearchWay(LuceneFacet, q => Prepare(q, query => lucene.TopAndActors(query).Top.TotalHits)),
        Of(corpus, Units[1], Five, ("facet", string.Join(',', Facets))),
        .. Units.Select(u => Of(corpus, u, Unmarked, ("highlight", "none"))),
        .. Facets.Select(f => Of(corpus, Units[0], f, ("facet", f))),
    ];

    /// <summary>How many paragraphs the product matches.</summary>
    public static async Task<int> CountAsync(Corpus corpus, string query) => await CountAsync(corpus, Request(query, ("limit", "0"), ("sort", "date"), ("hints", "none")));

    private static SearchWay Of(Corpus corpus, string unit, string what, params (string, string)[] more) => new(Name(unit, what), query =>
    {
        var request = Request(query.Text, [("unit", unit), ("limit", "10"), ("hints", "none"), .. more]);
        return () => CountAsync(corpus, request);
    });

    private static Func<Task<int>> Prepare(SizedQuery query, Func<Lucene.Net.Search.Query, int> search)
    {
        var made = LuceneBaseline.Any(query.Words);
        return () => Task.FromResult(search(made));
    }

    private static async Task<int> CountAsync(Corpus corpus, SearchRequest request)
    {
        var answer = await corpus.SearchAsync(request);
        if (answer.Value is not { } result) throw new InvalidOperationException(answer.Problem!.Detail);
        return result.TimedOut ? throw new InvalidOperationException($"'{request.Text}' took longer than {request.Timeout}.") : result.Counts.Paragraphs;
    }

    private static SearchRequest Request(string query, params (string Name, string Value)[] parameters)
    {
        var given = parameters.Select(p => KeyValuePair.Create(p.Name, p.Value));
        if (query.Length > 0) given = given.Prepend(KeyValuePair.Create("q", query));
        return SearchRequestReader.Read(given, TimeProvider.System.GetUtcNow()).Value! with { Timeout = Patience };
    }
}
