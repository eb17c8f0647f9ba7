using Search.App.Server;
using Search.App.Server.Reference;
using Search.Searching.Timelines;

namespace Search.App.Api;

/// <summary>Several queries or actors by time.</summary>
internal static class TimelineRoute
{
    public static async Task<IResult> Get(HttpContext context, Corpus corpus, TimeProvider clock)
    {
        var read = RawUrl.Parameters(context.Request);
        if (read.Problem is { } broken) return Problems.From(broken);
        var asked = TimelineRequest.Read(read.Value!, clock.GetUtcNow(), SearchRoutes.MaxQueryInUrl);
        if (asked.Problem is { } refused) return Problems.From(SearchRoutes.Nearest(refused, ApiReference.Timeline));
        var answer = await corpus.TimelineAsync(asked.Value!, context.RequestAborted);
        return answer.Problem is { } problem ? Problems.From(problem) : Results.Ok(answer.Value);
    }
}
