using Search.App.Server;
using Search.Searching;

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
        await WriteAsync(context, corpus.ExportAsync(export.Search, context.RequestAborted), export);
        return Results.Empty;
    }

    /// <summary>Writes the headers and, unless these are all that is asked for, the hits. A failure before the first byte leaves the answer free for a problem.</summary>
    internal static async Task WriteAsync(HttpContext context, IAsyncEnumerable<Hit> hits, ExportRequest export)
    {
        var (response, cancel) = (context.Response, context.RequestAborted);
        response.ContentType = export.IsCsv ? MediaTypes.Csv + "; charset=utf-8; header=present" : MediaTypes.JsonLines;
        response.Headers.ContentDisposition = $"attachment; filename=\"search.{(export.IsCsv ? "csv" : "jsonl")}\"";
        if (HeadRequests.IsHead(context)) return;
        BulkRoute.AllowPauses(context.Features);
        try
        {
            await ExportLines.WriteAsync(hits, export.IsCsv, piece => response.Body.WriteAsync(piece, cancel), cancel);
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
