using Microsoft.Net.Http.Headers;

namespace Search.App.Server;

/// <summary>The kinds of bodies that go in and come out.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string JsonLines = "application/x-ndjson";
    public const string Csv = "text/csv";

    /// <summary>What an article may come as; the format itself is told by the content.</summary>
    public static IReadOnlyList<string> Articles { get; } =
    [
        Json, "text/plain", "text/html", JsonLines, "application/jsonl", "application/ndjson", "application/xml", "application/xhtml+xml", "application/sgml", "application/warc", "application/gzip", "application/x-gzip",
        "application/zip", "application/x-zip-compressed", "application/zstd", "application/x-zstd", "application/x-tar", "application/x-gtar", "application/x-compressed-tar", "application/octet-stream",
    ];

    /// <summary>Whether a body of this kind may hold articles: the list, any text, any kind built on JSON or XML. None given is told by content too.</summary>
    public static bool MayHoldArticles(string? contentType) =>
        contentType is null || (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Value is { } name
            && (type.Type.Equals("text", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
                || Articles.Contains(name, StringComparer.OrdinalIgnoreCase)));

    public static bool IsJson(string? contentType) => Is(contentType, Json);

    /// <summary>JSON lines, by any of their names.</summary>
    public static bool IsJsonLines(string? contentType) =>
        Is(contentType, JsonLines) || Is(contentType, "application/jsonl") || Is(contentType, "application/ndjson") || Is(contentType, "application/json-lines");

    /// <summary>The problem of a body of another kind.</summary>
    public static Problem Unsupported(string? contentType, string wanted) =>
        Problems.Of("unsupported_media_type", $"Content-Type {(contentType is null ? "is missing" : $"'{contentType}' is not read here")}. Send {wanted}.");

    /// <summary>Refuses a client that accepts no JSON.</summary>
    public static ValueTask<object?> AcceptsJson(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Accepts(context.HttpContext.Request, Json) || Accepts(context.HttpContext.Request, Problem.MediaType)
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Of("not_acceptable", $"The answer is {Json}, which the header Accept leaves out."));

    /// <summary>Whether the client takes this kind; one that says nothing takes all, and so does one whose header cannot be read.</summary>
    public static bool Accepts(HttpRequest request, string mediaType)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) || accepted.Count == 0) return true;
        var offered = new MediaTypeHeaderValue(mediaType);
        return accepted.Any(range => range.Quality is not 0 && offered.IsSubsetOf(new MediaTypeHeaderValue(range.MediaType)));
    }

    private static bool Is(string? contentType, string mediaType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);
}
