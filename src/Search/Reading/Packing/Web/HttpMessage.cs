using System.Globalization;

namespace Search.Reading.Packing.Web;

/// <summary>What a server sent.</summary>
/// <param name="Status">Of the answer; 200 for content that came without one.</param>
/// <param name="Content">Free of all that HTTP laid around it.</param>
internal sealed record HttpMessage(int Status, string? MediaType, Stream Content)
{
    private const int MostHeaders = 1000;
    /// <summary>In characters, of all lines of a head together.</summary>
    private const int LongestHead = 256 * 1024;

    /// <summary>Reads the answer's head, if there is one, and leaves the content to be read.</summary>
    /// <param name="mediaType">Holds unless the head says another.</param>
    /// <exception cref="InvalidDataException">The content is coded in a way that is not read, or its head has no end.</exception>
    public static HttpMessage Read(Stream stream, string? mediaType)
    {
        var input = new RecordInput(stream);
        if (!input.Ahead(5).SequenceEqual("HTTP/"u8)) return new(200, mediaType, input);
        var status = StatusOf(input.Line()!);
        var headers = Headers(input);
        var content = headers.GetValueOrDefault("transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true ? (Stream)new ChunkedContent(input) : input;
        var type = headers.GetValueOrDefault("content-type") ?? (IsHttp(mediaType) ? null : mediaType);
        return new(status, type, status == 200 ? ContentCoding.Decode(content, headers.GetValueOrDefault("content-encoding") ?? "") : content);
    }

    /// <summary>Lines <c>Name: value</c> up to an empty one, names in lower case, the last of a name; a line that begins with a space goes on with the one before.</summary>
    /// <exception cref="InvalidDataException">There is no end of them.</exception>
    public static Dictionary<string, string> Headers(RecordInput input)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = "";
        var length = 0;
        for (var count = 0; input.Line() is { Length: > 0 } line; count++)
        {
            if ((length += line.Length) > LongestHead) throw new InvalidDataException($"A head has more than {LongestHead / 1024} KB.");
            if (count == MostHeaders) throw new InvalidDataException($"A head has more than {MostHeaders} lines.");
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && name.Length > 0) headers[name] += " " + line.Trim();
            else if (colon > 0)
            {
                name = line[..colon].Trim().ToLowerInvariant();
                headers[name] = line[(colon + 1)..].Trim();
            }
        }
        return headers;
    }

    private static int StatusOf(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var code, ..] && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;

    private static bool IsHttp(string? mediaType) => mediaType?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true;
}
