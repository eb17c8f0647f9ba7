using Microsoft.AspNetCore.Http.Features;
using Search.App.Server;
using Search.Articles;

namespace Search.App.Api;

/// <summary>A request's body read whole, or the problem.</summary>
internal readonly record struct RequestBody(ReadOnlyMemory<byte> Bytes, Problem? Problem)
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>What a body may be encoded with where articles are read, which tell by their content that they are packed.</summary>
    public static IReadOnlyList<string> Packings { get; } = ["gzip", "x-gzip", "zstd"];

    /// <summary>Reads the body as it comes, or refuses one that is longer than the limit in bytes or compressed.</summary>
    /// <param name="encodings">Content encodings that are taken; the body comes with them.</param>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, int limit, IReadOnlyList<string>? encodings = null)
    {
        if (Refused(request, limit, encodings) is { } refused) return new(default, refused);
        using var bytes = new MemoryStream((int)Math.Min(request.ContentLength ?? FirstBuffer, FirstBuffer));
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            foreach (var segment in read.Buffer) bytes.Write(segment.Span);
            reader.AdvanceTo(read.Buffer.End);
            if (bytes.Length > limit) return new(default, TooLarge(limit));
            if (read.IsCompleted) return new(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), null);
        }
    }

    /// <summary>
    /// The problem of a body that need not be read: compressed, or announced as longer than the limit. Otherwise whoever reads on counts for
    /// himself: the web server's own limit would cut the connection before the client has read why.
    /// </summary>
    public static Problem? Refused(HttpRequest request, int limit, IReadOnlyList<string>? encodings = null)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } web) web.MaxRequestBodySize = null;
        return Encoded(request, encodings ?? []) ?? (request.ContentLength > limit ? TooLarge(limit) : null);
    }

    /// <summary>The problem of a body over the limit.</summary>
    public static Problem TooLarge(int limit) => Problems.Of(ArticleProblem.TooLarge, $"The body is longer than {limit / 1024:N0} KB. Send it in parts.");

    /// <summary>The problem of a packed body that holds more than the limit.</summary>
    public static Problem UnpacksTooLarge(int limit) => Problems.Of(ArticleProblem.TooLarge, $"The body unpacks to more than {limit / 1024:N0} KB. Send it in parts.");

    /// <summary>The problem of a body that was compressed on its way; null when it was not, or with one of the encodings.</summary>
    private static Problem? Encoded(HttpRequest request, IReadOnlyList<string> encodings)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase) || encodings.Contains(encoding, StringComparer.OrdinalIgnoreCase)) return null;
        var others = encodings.Count == 0 ? "" : $", or with one of {string.Join(", ", encodings)}";
        return Problems.Of("unsupported_media_type", $"Content-Encoding '{encoding}' is not read here. Send the body as it is{others}.");
    }
}
