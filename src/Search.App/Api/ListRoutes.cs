using Search.App.Server;
using Search.Tagging;

namespace Search.App.Api;

/// <summary>What the index knows, by itself.</summary>
internal static class ListRoutes
{
    /// <summary>Actors by name and type, the most named first.</summary>
    public static async Task<IResult> Actors(HttpContext context, Corpus corpus)
    {
        var asked = Asked.Read(context.Request, "name", "type", "limit", "cursor");
        if (asked.Problem is { } problem) return Problems.From(problem);
        if (asked.Value!.Word<ActorType>("type", out var type) is { } badType) return Problems.From(badType);
        if (asked.Value.Number("limit", 20, 0, 100, out var limit) is { } badLimit) return Problems.From(badLimit);
        var page = await corpus.ActorsAsync(asked.Value["name"], type, limit, asked.Value["cursor"], context.RequestAborted);
        return page.Problem is { } refused ? Problems.From(refused) : Results.Ok(page.Value);
    }

    /// <summary>The tree of topics with counts.</summary>
    public static async Task<IResult> Topics(HttpContext context, Corpus corpus) =>
        Asked.Read(context.Request).Problem is { } problem ? Problems.From(problem) : Results.Ok(await corpus.TopicsAsync(context.RequestAborted));

    /// <summary>What the index holds and how fresh it is.</summary>
    public static async Task<IResult> Status(HttpContext context, Corpus corpus) =>
        Asked.Read(context.Request).Problem is { } problem ? Problems.From(problem) : Results.Ok(await corpus.StatusAsync(context.RequestAborted));
}
