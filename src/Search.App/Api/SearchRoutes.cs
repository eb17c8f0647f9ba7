using System.Diagnostics;
using Search.App.Server;
using Search.App.Server.Reference;
using Search.Searching;

namespace Search.App.Api;

/// <summary>Searches and what is counted under a search.</summary>
internal static class SearchRoutes
{
    public const int MaxQueryInUrl = 2_048;
    public const int MaxQueryInBody = 16_384;
    public const int MaxBody = 256 * 1024;
    private const int MaxFacetValues = 1_000;
    private static readonly string Listed = string.Join(", ", Enum.GetValues<FacetField>().Where(field => field != FacetField.Published)).ToLowerInvariant();

    /// <summary>Searches by the parameters of the address.</summary>
    public static async Task<IResult> Get(HttpContext context, Corpus corpus, TimeProvider clock, ServerMeter meter) =>
        await Answer(Request(context, clock, ApiReference.Search), corpus, meter, context.RequestAborted);

    /// <summary>The same search by the same names in a JSON body, for long queries.</summary>
    public static async Task<IResult> Post(HttpContext context, Corpus corpus, TimeProvider clock, ServerMeter meter)
    {
        if (!MediaTypes.IsJson(context.Request.ContentType)) return MediaTypes.Unsupported(context.Request.ContentType, MediaTypes.Json);
        var inUrl = Asked.Read(context.Request);
        if (inUrl.Problem is { } misplaced) return Problems.From(misplaced with { Detail = misplaced.Detail + " POST takes its parameters from the body." });
        var body = await RequestBody.ReadAsync(context.Request, MaxBody);
        if (body.Problem is { } unread) return unread;
        var pairs = SearchBody.Read(body.Bytes.Span);
        if (pairs.Problem is { } refused) return Problems.From(refused);
        return await Answer(SearchRequestReader.Read(pairs.Value!, clock.GetUtcNow(), maxQueryLength: MaxQueryInBody), corpus, meter, context.RequestAborted);
    }

    /// <summary>The values of one facet under a search.</summary>
    public static async Task<IResult> Facet(HttpContext context, string field, Corpus corpus, TimeProvider clock)
    {
        var read = RawUrl.Parameters(context.Request);
        if (read.Problem is { } broken) return Problems.From(broken);
        var own = read.Value!.Where(p => p.Key is "facet_q" or "cursor" or "limit" or "facet").ToLookup(p => p.Key, p => p.Value);
        if (own.FirstOrDefault(values => values.Count() > 1) is { } twice) return Problems.From(Problems.Parameter(twice.Key, $"'{twice.Key}' takes one value and was given twice."));
        if (own.Contains("facet")) return Problems.From(Problems.Parameter("facet", "The facet is named by the path."));
        if (!int.TryParse(own["limit"].FirstOrDefault() ?? "20", System.Globalization.CultureInfo.InvariantCulture, out var limit) || limit is < 0 or > MaxFacetValues)
        {
            return Problems.From(Problems.Parameter("limit", $"'limit' is a whole number from 0 to {MaxFacetValues}, not '{own["limit"].First()}'."));
        }
        if (!Enum.GetNames<FacetField>().Any(name => name.Equals(field, StringComparison.OrdinalIgnoreCase)))
        {
            return Problems.Of(RequestProblem.NotFound, $"There is no facet '{field}'. The facets are {Listed}.");
        }
        if (field.Equals(nameof(FacetField.Published), StringComparison.OrdinalIgnoreCase))
        {
            return Problems.From(Problems.Parameter("field", $"Dates are counted by time and have no list of values. Ask /v1/search for facet=published; listed here are {Listed}."));
        }
        var asked = Request([.. read.Value!.Where(p => !own.Contains(p.Key)), new("facet", field.ToLowerInvariant())], clock, ApiReference.Facet);
        if (asked.Problem is { } refused) return Problems.From(refused);
        var facet = asked.Value!.Facets[0] with { Limit = limit };
        var page = await corpus.FacetAsync(facet, asked.Value, own["facet_q"].FirstOrDefault(), own["cursor"].FirstOrDefault(), context.RequestAborted);
        return page.Problem is { } problem ? Problems.From(problem) : Results.Ok(page.Value);
    }

    /// <summary>The search that the address asks for.</summary>
    internal static Answer<SearchRequest> Request(HttpContext context, TimeProvider clock, RouteReference route)
    {
        var read = RawUrl.Parameters(context.Request);
        return read.Problem is { } problem ? problem : Request(read.Value!, clock, route);
    }

    /// <summary>The search that parameters ask for; for an unknown one the nearest of the whole route is named.</summary>
    internal static Answer<SearchRequest> Request(List<KeyValuePair<string, string>> parameters, TimeProvider clock, RouteReference route)
    {
        var read = SearchRequestReader.Read(parameters, clock.GetUtcNow(), maxQueryLength: MaxQueryInUrl);
        return read.Problem is { } problem ? Nearest(problem, route) : read;
    }

    /// <summary>The problem; of a parameter that a search does not know, with the nearest of the whole route.</summary>
    internal static RequestProblem Nearest(RequestProblem problem, RouteReference route) => problem is { Code: RequestProblem.UnknownParameter, Parameter: { } name }
        ? SearchRequestReader.Unknown(name, route.Parameters.Where(p => !p.InPath).Select(p => p.Name))
        : problem;

    private static async Task<IResult> Answer(Answer<SearchRequest> request, Corpus corpus, ServerMeter meter, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = request.Value is { } asked ? await corpus.SearchAsync(asked, cancel) : new(null, request.Problem);
        meter.Searched(Stopwatch.GetElapsedTime(start), answer.Problem is not null);
        return answer.Problem is { } problem ? Problems.From(problem) : Results.Ok(answer.Value);
    }
}
