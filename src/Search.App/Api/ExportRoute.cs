using System.Buffers;
using System.Text.Json;
using Search.App.Server;
using Search.App.Server.Reference;
using Search.Searching;

namespace Search.App.Api;

/// <summary>Every hit of a search, streamed.</summary>
internal static class ExportRoute
{
    private const int FlushAt = 64 * 1024;

    /// <summary>One line or row per hit, in the search's order, from one frozen view.</summary>
    public static async Task<IResult> Get(HttpContext context, Corpus corpus, TimeProvider clock)
    {
        var read = RawUrl.Parameters(context.Request);
        if (read.Problem is { } broken) return Problems.From(broken);
        var formats = read.Value!.Where(pair => pair.Key == "format").Select(pair => pair.Value).ToList();
        if (formats.Count > 1 || (formats.Count == 1 && formats[0] is not ("jsonl" or "csv")))
        {
            return Problems.From(Problems.Parameter("format", formats.Count > 1 ? "'format' takes one value and was given twice." : $"'format' is jsonl or csv, not '{formats[0]}'."));
        }
        var csv = formats is ["csv"];
        if (!MediaTypes.Accepts(context.Request, csv ? MediaTypes.Csv : MediaTypes.JsonLines))
        {
            return Problems.Of("not_acceptable", $"The answer is {(csv ? MediaTypes.Csv : MediaTypes.JsonLines)}, which the header Accept leaves out.");
        }
        var asked = SearchRoutes.Request([.. read.Value!.Where(pair => pair.Key != "format")], clock, ApiReference.Export);
        if (asked.Problem is { } refused) return Problems.From(refused);

        // A search that is refused while it runs is told as a problem, before the first line.
        var tried = await corpus.SearchAsync(asked.Value! with { Limit = 0, Offset = 0, Cursor = null, Facets = [], Hints = HintMode.None }, context.RequestAborted);
        if (tried.Problem is { } failed) return Problems.From(failed);
        await WriteAsync(context.Response, corpus.ExportAsync(asked.Value!, context.RequestAborted), csv);
        return Results.Empty;
    }

    private static async Task WriteAsync(HttpResponse response, IAsyncEnumerable<Hit> hits, bool csv)
    {
        var cancel = response.HttpContext.RequestAborted;
        response.ContentType = csv ? MediaTypes.Csv + "; charset=utf-8; header=present" : MediaTypes.JsonLines;
        response.Headers.ContentDisposition = $"attachment; filename=\"search.{(csv ? "csv" : "jsonl")}\"";
        var page = new ArrayBufferWriter<byte>(FlushAt * 2);
        await using var json = new Utf8JsonWriter(page, new JsonWriterOptions { Encoder = SearchJson.Options.Encoder });
        if (csv) HitRows.Header(page);
        await foreach (var hit in hits.WithCancellation(cancel))
        {
            if (csv) HitRows.Row(page, hit);
            else
            {
                json.Reset();
                JsonSerializer.Serialize(json, hit, SearchJson.Options);
                page.Write("\n"u8);
            }
            if (page.WrittenCount < FlushAt) continue;
            await response.Body.WriteAsync(page.WrittenMemory, cancel);
            page.ResetWrittenCount();
        }
        await response.Body.WriteAsync(page.WrittenMemory, cancel);
    }
}
