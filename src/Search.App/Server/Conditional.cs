using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Search.App.Server;

/// <summary>Answers that a client may hold already: it then gets 304 without a body (RFC 9110, 13).</summary>
internal static class Conditional
{
    /// <summary>
    /// The body with its validators, or 304. The tag is made from the body, weak because compression may change the bytes. A client that sends tags
    /// is judged by them alone.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="body">The whole answer.</param>
    /// <param name="mediaType">Its kind.</param>
    /// <param name="modified">The body has not changed since; null when that is not certain.</param>
    public static IResult Answer(HttpContext context, ReadOnlyMemory<byte> body, string mediaType, DateTimeOffset? modified)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 16))}\"", isWeak: true);
        var answered = context.Response.GetTypedHeaders();
        answered.ETag = tag;
        answered.LastModified = modified;
        answered.CacheControl = new CacheControlHeaderValue { NoCache = true };
        return IsHeld(context.Request, tag, answered.LastModified) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(body, mediaType);
    }

    private static bool IsHeld(HttpRequest request, EntityTagHeaderValue tag, DateTimeOffset? modified)
    {
        var asked = request.GetTypedHeaders();
        if (request.Headers.IfNoneMatch.Count > 0) return asked.IfNoneMatch.Any(held => held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false));
        return modified is not null && asked.IfModifiedSince >= modified;
    }
}
