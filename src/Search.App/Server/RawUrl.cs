using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Search.Searching;

namespace Search.App.Server;

/// <summary>
/// Reads an address as it was sent. The framework's own reading keeps <c>%2F</c> in paths, so that an id that holds a slash and one that holds
/// <c>%2F</c> look alike, and lets broken escapes and broken UTF-8 pass.
/// </summary>
internal static class RawUrl
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>
    /// The last segment of the path, decoded; null when its escapes are broken, and for <c>.</c> and <c>..</c>, with which the path that was
    /// routed is another than the one that was sent.
    /// </summary>
    public static string? LastSegment(HttpRequest request) => Last(Path(request));

    /// <summary>The segment before the last, read in the same way.</summary>
    public static string? SegmentBeforeLast(HttpRequest request)
    {
        var path = Path(request);
        return Last(path[..Math.Max(0, path.LastIndexOf('/'))]);
    }

    private static ReadOnlySpan<char> Path(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        return (end < 0 ? target : target[..end]).AsSpan().TrimEnd('/');
    }

    private static string? Last(ReadOnlySpan<char> path) =>
        Decode(path[(path.LastIndexOf('/') + 1)..], plusIsSpace: false) is var last and not ("." or "..") ? last : null;

    /// <summary>The parameters of the query string in their order. Names and values are decoded strictly; empty parts are skipped.</summary>
    public static Answer<List<KeyValuePair<string, string>>> Parameters(HttpRequest request)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        var query = request.QueryString.Value.AsSpan().TrimStart('?');
        foreach (var range in query.Split('&'))
        {
            var part = query[range];
            if (part.IsEmpty) continue;
            var equals = part.IndexOf('=');
            var name = Decode(equals < 0 ? part : part[..equals], plusIsSpace: true);
            if (name is null) return new RequestProblem(RequestProblem.InvalidParameter, $"The name of a parameter is not percent-encoded UTF-8: '{Shown(part)}'. Write a percent sign as %25.");
            var value = equals < 0 ? "" : Decode(part[(equals + 1)..], plusIsSpace: true);
            if (value is null) return Problems.Parameter(name, $"The value of '{name}' is not percent-encoded UTF-8. Write a percent sign as %25.");
            pairs.Add(new(name, value));
        }
        return pairs;
    }

    /// <summary>Percent-decoded; null when an escape is cut or the bytes are no UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<char> text, bool plusIsSpace)
    {
        if (text.IndexOfAny('%', '+') < 0 && System.Text.Ascii.IsValid(text)) return text.ToString();
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])) return null;
                bytes[count++] = (byte)(Convert.FromHexString(text.Slice(i + 1, 2))[0]);
                i += 2;
            }
            else if (text[i] == '+' && plusIsSpace) bytes[count++] = (byte)' ';
            else if (char.IsAscii(text[i])) bytes[count++] = (byte)text[i];
            else
            {
                var length = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
                count += Encoding.UTF8.GetBytes(text.Slice(i, length), bytes.AsSpan(count));
                i += length - 1;
            }
        }
        try { return Strict.GetString(bytes, 0, count); }
        catch (DecoderFallbackException) { return null; }
    }

    private static string Shown(ReadOnlySpan<char> part) => part.Length <= 40 ? part.ToString() : part[..40].ToString() + "…";
}
