using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Search.App.Server;
using Search.Articles;

namespace Search.App.Api;

/// <summary>Articles as JSON lines, streamed in, one result line each streamed out in their order.</summary>
internal static class BulkRoute
{
    public const int MaxBody = 100 * 1024 * 1024;
    private const int MaxLine = SearchServer.MaxBody;

    /// <summary>Stores article after article; a bad line stops nothing.</summary>
    public static async Task<IResult> Post(HttpContext context, Corpus corpus, ServerMeter meter)
    {
        var request = context.Request;
        var asked = Asked.Read(request, "wait");
        if (asked.Problem is { } problem) return Problems.From(problem);
        if (asked.Value!.Wait(out var wait) is { } bad) return Problems.From(bad);
        if (!MediaTypes.IsJsonLines(request.ContentType)) return MediaTypes.Unsupported(request.ContentType, MediaTypes.JsonLines);
        if (RequestBody.Refused(request, MaxBody) is { } refused) return refused;
        if (!MediaTypes.Accepts(request, MediaTypes.JsonLines)) return Problems.Of("not_acceptable", $"The answer is {MediaTypes.JsonLines}, which the header Accept leaves out.");
        AllowPauses(context.Features);
        return await AnswerAsync(context, new BulkAnswer(corpus, meter, context.RequestAborted), wait, answer => ReadAsync(request.BodyReader, answer, context.RequestAborted));
    }

    /// <summary>Stores articles that came in another format; each counts as one line.</summary>
    public static Task<IResult> StoreAsync(HttpContext context, IEnumerable<HandedIn> articles, bool wait, Corpus corpus, ServerMeter meter) =>
        AnswerAsync(context, new BulkAnswer(corpus, meter, context.RequestAborted), wait, async answer =>
        {
            var number = 0;
            foreach (var article in articles) await answer.AddAsync(++number, article.Article, article.Length);
        });

    private static async Task<IResult> AnswerAsync(HttpContext context, BulkAnswer answer, bool wait, Func<BulkAnswer, Task> fill)
    {
        context.Response.ContentType = MediaTypes.JsonLines;
        var sending = answer.SendAsync(context.Response.BodyWriter);
        try
        {
            await fill(answer);
            await answer.EndAsync(wait);
        }
        catch (Exception e)
        {
            await answer.FailAsync(e);
            if (!context.Response.HasStarted) context.Response.ContentType = null;
            throw;
        }
        finally
        {
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return Results.Empty;
    }

    private static async Task ReadAsync(PipeReader body, BulkAnswer answer, CancellationToken cancel)
    {
        var lines = new LineCutter(MaxLine);
        var number = 0;
        var left = (long)MaxBody;
        while (true)
        {
            var reading = body.ReadAsync(cancel);
            if (!reading.IsCompleted) await answer.FlushAsync();
            var read = await reading;
            var buffer = read.Buffer;
            while (true)
            {
                var before = buffer.Length;
                var taken = lines.TryTake(ref buffer, read.IsCompleted, out var line, out var tooLong);
                left -= before - buffer.Length;
                if (taken) number++;
                if (tooLong) await answer.AddAsync(number, new ArticleProblem(ArticleProblem.TooLarge, $"The line is longer than {MaxLine / 1024:N0} KB."), 0);
                else if (taken && Bare(line, number == 1) is { IsEmpty: false } text) await answer.AddAsync(number, ArticleJson.Parse(text.IsSingleSegment ? text.FirstSpan : text.ToArray()), text.Length);
                if (left < 0)
                {
                    // Lines before it have been answered, so the status cannot say it any more.
                    await answer.AddAsync(number + 1, new ArticleProblem(ArticleProblem.TooLarge, $"The body is longer than {MaxBody / 1024:N0} KB; what follows was not read. Send it in parts."), 0);
                    body.AdvanceTo(buffer.Start);
                    return;
                }
                if (!taken) break;
            }
            body.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted) return;
        }
    }

    /// <summary>The line without a byte order mark; nothing for a blank one.</summary>
    private static ReadOnlySequence<byte> Bare(ReadOnlySequence<byte> line, bool isFirst)
    {
        var text = isFirst && line.Length >= 3 && line.Slice(0, 3).ToArray() is [0xEF, 0xBB, 0xBF] ? line.Slice(3) : line;
        return LineCutter.IsBlank(text) ? default : text;
    }

    /// <summary>A sender may wait for its result lines before it goes on, and one that sends everything first does not read meanwhile.</summary>
    internal static void AllowPauses(IFeatureCollection features)
    {
        if (features.Get<IHttpMinRequestBodyDataRateFeature>() is { } reading) reading.MinDataRate = new MinDataRate(100, TimeSpan.FromMinutes(1));
        if (features.Get<IHttpMinResponseDataRateFeature>() is { } writing) writing.MinDataRate = new MinDataRate(100, TimeSpan.FromMinutes(5));
    }
}
