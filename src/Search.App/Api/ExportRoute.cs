using Search.App.Server;

namespace Search.App.Api;

/// <summary>Every hit of a search, streamed.</summary>
internal static class ExportRoute
{
    /// <summary>One line or row per hit, in the search's order, from one frozen view. The work stops when the client has gone.</summary>
    public static async Task<IResult> Get(HttpContext context, Corpus corpus, TimeProvider clock)
    {
        var read = RawUrl.Parameters(context.Request);
        if (read.Problem is { } broken) return Problems.From(broken);
        var asked = ExportRequest.Read(read.Value!, clock);
        if (asked.Value is not { } export) return Problems.From(asked.Problem!);
        if (!MediaTypes.Accepts(context.Request, export.MediaType))
        {
            return Problems.Of("not_acceptable", $"The answer is {export.MediaType}, which the header Accept leaves out.");
        }

        // A search that is refused while it runs is told as a problem, before the first line.
        var tried = await corpus.SearchAsync(export.Trial, context.RequestAborted);
        if (tried.Problem is { } failed) return Problems.From(failed);
        await WriteAsync(context, corpus, export);
        return Results.Empty;
    }

    private static async Task WriteAsync(HttpContext context, Corpus corpus, ExportRequest export)
    {
        var (response, cancel) = (context.Response, context.RequestAborted);
        response.ContentType = export.IsCsv ? MediaTypes.Csv + "; charset=utf-8; header=present" : MediaTypes.JsonLines;
        response.Headers.ContentDisposition = $"attachment; filename=\"search.{(export.IsCsv ? "csv" : "jsonl")}\"";
        if (HeadRequests.IsHead(context)) return;
        BulkRoute.AllowPauses(context.Features);
        try
        {
            await ExportLines.WriteAsync(corpus.ExportAsync(export.Search, cancel), export.IsCsv, piece => response.Body.WriteAsync(piece, cancel), cancel);
        }
        catch when (!response.HasStarted)
        {
            // What comes now is a problem, not a file.
            response.ContentType = null;
            response.Headers.ContentDisposition = default;
            throw;
        }
    }
}
