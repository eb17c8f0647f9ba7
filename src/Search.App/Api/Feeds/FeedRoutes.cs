using Search.App.Server;
using Search.App.Server.Reference;
using Search.Searching;

namespace Search.App.Api.Feeds;

/// <summary>Any search as a feed: newest first unless it asks for another order, and answered again only when it has changed.</summary>
internal static class FeedRoutes
{
    public const string AtomPath = "/v1/feed.atom";
    public const string JsonPath = "/v1/feed.json";

    /// <summary>After the last change, so long no time of change is told: a second change within the same second would look the same.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    /// <summary>As Atom.</summary>
    public static Task<IResult> Atom(HttpContext context, Corpus corpus, TimeProvider clock) =>
        AnswerAsync(context, corpus, clock, AtomPath, ApiReference.AtomFeed, AtomWriter.Write, AtomWriter.MediaType, "application/xml", "text/xml");

    /// <summary>As JSON Feed.</summary>
    public static Task<IResult> Json(HttpContext context, Corpus corpus, TimeProvider clock) =>
        AnswerAsync(context, corpus, clock, JsonPath, ApiReference.JsonFeed, JsonFeed.Write, JsonFeed.MediaType, MediaTypes.Json);

    private static async Task<IResult> AnswerAsync(
        HttpContext context, Corpus corpus, TimeProvider clock, string path, RouteReference route, Func<Feed, byte[]> write, string mediaType, params string[] alsoCalled)
    {
        if (!alsoCalled.Append(mediaType).Any(type => MediaTypes.Accepts(context.Request, type)))
        {
            return Problems.Of("not_acceptable", $"The answer is {mediaType}, which the header Accept leaves out.");
        }
        var read = RawUrl.Parameters(context.Request);
        if (read.Problem is { } broken) return Problems.From(broken);
        var parameters = read.Value!;
        List<KeyValuePair<string, string>> asked = parameters.Exists(p => p.Key == "sort") ? parameters : [.. parameters, new("sort", "-date")];
        var request = SearchRoutes.Request(asked, clock, route);
        if (request.Problem is { } refused) return Problems.From(refused);

        var (modified, sequence) = (corpus.LastArrived, corpus.Sequence);
        var found = await corpus.SearchAsync(request.Value! with { Facets = [], Hints = HintMode.None }, context.RequestAborted);
        if (found.Problem is { } failed) return Problems.From(failed);
        if (found.Value!.TimedOut) return Problems.Of("busy", "The search ran out of time, and a feed cannot say that it holds a part only. Narrow the search, or give it more time by timeout=10s.");
        var feed = new FeedOfSearch(Origin(context.Request), corpus.Arrived).Of(path, parameters, request.Value!, found.Value);
        var movesWithTime = request.Value!.IsRelativeToNow;
        var isSettled = !movesWithTime && found.Value.Generation >= sequence && clock.GetUtcNow() - modified > Settling;
        return Conditional.Answer(context, write(feed), mediaType == AtomWriter.MediaType ? mediaType + "; charset=utf-8" : mediaType, isSettled ? modified : null);
    }

    private static string Origin(HttpRequest request) => $"{request.Scheme}://{(request.Host.HasValue ? request.Host.ToUriComponent() : "localhost")}";
}
