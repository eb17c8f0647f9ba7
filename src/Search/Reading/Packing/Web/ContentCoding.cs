using System.IO.Compression;
using Search.Reading.Packing.Deflate;

namespace Search.Reading.Packing.Web;

/// <summary>Undoes what <c>Content-Encoding</c> names. As in a browser, content that was cut gives what is there, and content that is not coded at all is taken as it is.</summary>
internal static class ContentCoding
{
    private const int Most = 3;

    /// <summary>The content without its codings.</summary>
    /// <param name="codings">In the order in which they were laid on, divided by commas.</param>
    /// <exception cref="InvalidDataException">One is not known, or there are too many.</exception>
    public static Stream Decode(Stream content, string codings)
    {
        var names = codings.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > Most) throw new InvalidDataException($"Its content is coded {names.Length} times over; at most {Most} are undone.");
        foreach (var name in names.Reverse()) content = Decoded(content, name);
        return content;
    }

    private static Stream Decoded(Stream content, string coding)
    {
        var (head, whole) = HeadedStream.Peek(content, 4);
        return coding switch
        {
            "gzip" or "x-gzip" => GzipContent.Recognises(head) ? Guarded(new GZipStream(whole, CompressionMode.Decompress)) : whole,
            "deflate" => Guarded(IsZlib(head) ? new ZLibStream(whole, CompressionMode.Decompress) : new DeflateStream(whole, CompressionMode.Decompress)),
            "br" => Guarded(new BrotliStream(whole, CompressionMode.Decompress)),
            "zstd" => ZstdContent.Recognises(head) ? new ZstdContent(whole) : whole,
            "identity" or "none" or "utf-8" => whole,
            _ => throw new InvalidDataException($"Its content is coded as '{MemberName.Shown(coding)}', which is not read."),
        };

        CodedStream Guarded(Stream decoded) => new(decoded, coding);
    }

    private static bool IsZlib(byte[] head) => head.Length >= 2 && (head[0] & 15) == 8 && (head[0] << 8 | head[1]) % 31 == 0;

    /// <summary>Says in words of ours what the platform's streams mean by their exceptions.</summary>
    private sealed class CodedStream(Stream decoded, string coding) : ForwardStream(decoded)
    {
        private readonly Stream decoded = decoded;

        public override int Read(Span<byte> buffer)
        {
            try { return decoded.Read(buffer); }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException) { throw new InvalidDataException($"Its content, coded as {coding}, is damaged.", e); }
        }
    }
}
