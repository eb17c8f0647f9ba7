using System.Text.Json.Serialization;
using Search.App.Server;
using Search.Archive;
using Search.Articles;
using Search.Reading;

namespace Search.App.Api;

/// <summary>The answer to a write: durable when you hold it.</summary>
internal sealed record ArticleWritten(string Id, WriteResult Result, int Version, int Paragraphs, long Generation)
{
    /// <summary>Only with <c>wait=visible</c>: whether searches see it already.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? Visible { get; init; }
}

/// <summary>The answer to a delete.</summary>
internal sealed record ArticleDeleted(string Id, WriteResult Result, long Generation)
{
    /// <summary>Only with <c>wait=visible</c>: whether searches have forgotten it already.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public bool? Visible { get; init; }
}

/// <summary>Writes of one article.</summary>
internal static class WriteRoutes
{
    /// <summary>The longest that <c>wait=visible</c> waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Stores an article under an id.</summary>
    public static async Task<IResult> Put(HttpContext context, Corpus corpus, ServerMeter meter)
    {
        if (RawUrl.LastSegment(context.Request) is not { } id) return ArticleRoutes.BrokenId;
        var (first, all, wait, problem) = await ReadAsync(context.Request);
        if (problem is not null) return problem;
        if (all is not null) return Problems.Of(ArticleProblem.InvalidBody, "The body holds several articles. PUT stores one; POST /v1/articles takes several.");
        if (first.Article.Value is not { } draft) return Problems.From(first.Article.Problem!);
        if (first.IsJson && draft.Id is { } other && other != id)
        {
            return Problems.Of(ArticleProblem.InvalidBody, $"The path names the article '{id}' and the body '{other}'. Leave the id out of the body, or make them the same.");
        }
        return await StoreAsync(context, corpus, meter, draft with { Id = id }, wait);
    }

    /// <summary>Stores an article under the id that it brings, or one made from its address or its content; several are answered as bulk.</summary>
    public static async Task<IResult> Post(HttpContext context, Corpus corpus, ServerMeter meter)
    {
        var (first, all, wait, problem) = await ReadAsync(context.Request);
        if (problem is not null) return problem;
        if (all is not null) return await BulkRoute.StoreAsync(context, all, wait, corpus, meter);
        return first.Article.Value is { } draft ? await StoreAsync(context, corpus, meter, draft, wait) : Problems.From(first.Article.Problem!);
    }

    /// <summary>Forgets an article.</summary>
    public static async Task<IResult> Delete(HttpContext context, Corpus corpus, ServerMeter meter)
    {
        if (RawUrl.LastSegment(context.Request) is not { } id) return ArticleRoutes.BrokenId;
        var asked = Asked.Read(context.Request, "wait");
        if (asked.Problem is { } problem) return Problems.From(problem);
        if (asked.Value!.Wait(out var wait) is { } bad) return Problems.From(bad);
        var answer = await corpus.DeleteAsync(id, context.RequestAborted);
        if (answer.Problem is { } refused) return Problems.From(refused);
        if (answer.Result != WriteResult.Deleted) return ArticleRoutes.Unknown("article", id);
        meter.Wrote(answer.Result);
        return Results.Ok(new ArticleDeleted(id, WriteResult.Deleted, answer.Generation) { Visible = await VisibleAsync(context, corpus, answer.Generation, wait) });
    }

    /// <summary>The problem of a write that was refused; null when it was not.</summary>
    public static ArticleProblem? Refusal(WriteAnswer answer) =>
        answer.Problem ?? (answer.Result is WriteResult.Conflict or null
            ? new ArticleProblem(ArticleProblem.VersionConflict, $"A newer revision of '{answer.Id}' is stored, as version {answer.Version}.")
            : null);

    /// <summary>What was handed in first and, when there is more, all of it.</summary>
    private static async Task<(HandedIn First, IEnumerable<HandedIn>? All, bool Wait, Problem? Problem)> ReadAsync(HttpRequest request)
    {
        var asked = Asked.Read(request, "wait");
        if (asked.Problem is { } problem) return (default, null, false, Problems.From(problem));
        if (asked.Value!.Wait(out var wait) is { } bad) return (default, null, false, Problems.From(bad));
        if (!MediaTypes.MayHoldArticles(request.ContentType)) return (default, null, false, MediaTypes.Unsupported(request.ContentType, "JSON, text, HTML, XML, WARC, or any of them packed with gzip, zip, tar or zstd"));
        var body = await RequestBody.ReadAsync(request, SearchServer.MaxBody, RequestBody.Packings);
        if (body.Problem is { } unread) return (default, null, false, unread);
        if (HandedIn.IsTooLarge(body.Bytes)) return (default, null, false, RequestBody.UnpacksTooLarge(HandedIn.MaxUnpacked));
        var all = HandedIn.Read(body.Bytes, request.ContentType);
        var begin = all.Take(2).ToList();
        if (begin.Count > 1) return (begin[0], all, wait, null);
        // The article format's own reader knows best why a JSON body is none.
        var isBadJson = begin[0] is { Article.Problem: not null, IsForeignJson: false } && MediaTypes.IsJson(request.ContentType) && !ArticleReader.IsPacked(body.Bytes.Span);
        return (isBadJson && ArticleJson.Parse(body.Bytes.Span) is { Problem: not null } json ? new(json, true) : begin[0], null, wait, null);
    }

    private static async Task<IResult> StoreAsync(HttpContext context, Corpus corpus, ServerMeter meter, ArticleDraft draft, bool wait)
    {
        var answer = (await corpus.PutAsync([draft], context.RequestAborted))[0];
        var refused = Refusal(answer);
        meter.Wrote(refused is null ? answer.Result : null);
        if (refused is not null) return Problems.From(refused);
        var written = new ArticleWritten(answer.Id!, answer.Result!.Value, answer.Version, answer.Paragraphs, answer.Generation)
        {
            Visible = await VisibleAsync(context, corpus, answer.Generation, wait),
        };
        return written.Result == WriteResult.Created ? Results.Created("/v1/articles/" + Uri.EscapeDataString(written.Id), written) : Results.Ok(written);
    }

    private static async Task<bool?> VisibleAsync(HttpContext context, Corpus corpus, long generation, bool wait) =>
        wait ? await corpus.WaitVisibleAsync(generation, Patience, context.RequestAborted) : null;
}
