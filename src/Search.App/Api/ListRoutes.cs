using Search.App.Server;
using Search.Searching;
using Search.Tagging;

namespace Search.App.Api;

/// <summary>What the index knows, by itself.</summary>
internal static class ListRoutes
{
    /// <summary>Actors by name and type, the most named first.</summary>
    public static async Task<IResult> Actors(HttpContext context, Corpus corpus)
    {
        var read = RawUrl.Parameters(context.Request);
        var page = read.Value is { } parameters ? await ActorsAsync(corpus, parameters, context.RequestAborted) : read.Problem!;
        return page.Problem is { } refused ? Problems.From(refused) : Results.Ok(page.Value);
    }

    /// <summary>The same by pairs of name and value.</summary>
    public static async Task<Answer<ActorPage>> ActorsAsync(Corpus corpus, List<KeyValuePair<string, string>> parameters, CancellationToken cancel)
    {
        var asked = Asked.Read(parameters, ["name", "type", "limit", "cursor"]);
        if (asked.Problem is { } unknown) return unknown;
        if (asked.Value!.Word<ActorType>("type", out var type) is { } badType) return badType;
        if (asked.Value.Number("limit", 20, 0, 100, out var limit) is { } badLimit) return badLimit;
        return await corpus.ActorsAsync(asked.Value["name"], type, limit, asked.Value["cursor"], cancel);
    }

    /// <summary>The tree of topics with counts.</summary>
    public static async Task<IResult> Topics(HttpContext context, Corpus corpus) =>
        Asked.Read(context.Request).Problem is { } problem ? Problems.From(problem) : Results.Ok(await corpus.TopicsAsync(context.RequestAborted));

    /// <summary>What the index holds and how fresh it is.</summary>
    public static async Task<IResult> Status(HttpContext context, Corpus corpus) =>
        Asked.Read(context.Request).Problem is { } problem ? Problems.From(problem) : Results.Ok(await corpus.StatusAsync(context.RequestAborted));
}
