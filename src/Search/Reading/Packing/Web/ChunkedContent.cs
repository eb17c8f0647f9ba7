using System.Buffers;
using System.Globalization;

namespace Search.Reading.Packing.Web;

/// <summary>
/// The content of a message that was sent in chunks (RFC 9112, 7.1). Content that does not begin with a chunk was joined by whoever stored it, and is
/// taken as it is; one that ends before the last chunk was cut, and ends there.
/// </summary>
internal sealed class ChunkedContent(RecordInput input) : ForwardStream(input)
{
    private const int LongestSize = 16;
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);
    private readonly bool isJoined = Size(input.Ahead(LongestSize + 1)) is null;
    private long left;
    private bool begun;
    private bool ended;

    public override int Read(Span<byte> buffer)
    {
        if (isJoined || buffer.IsEmpty) return input.Read(buffer);
        while (left == 0 && !ended) BeginChunk();
        if (ended) return 0;
        var read = input.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
        left -= read;
        ended = read == 0;
        return read;
    }

    private void BeginChunk()
    {
        if (begun) input.Line();
        begun = true;
        var ahead = input.Ahead(LongestSize + 1);
        if (ahead.IsEmpty) ended = true;
        else
        {
            left = Size(ahead) ?? throw new InvalidDataException("Its chunks are damaged: one does not begin where the one before ends.");
            input.Line();
            ended = left == 0;
        }
    }

    /// <summary>The size of a chunk in the line that begins so; null when it is none.</summary>
    private static long? Size(ReadOnlySpan<byte> ahead)
    {
        var digits = ahead.IndexOfAnyExcept(HexDigits);
        if (digits < 0) digits = ahead.Length;
        if (digits is 0 or > 15 || digits < ahead.Length && ahead[digits] is not ((byte)'\r' or (byte)'\n' or (byte)';' or (byte)' ')) return null;
        return long.Parse(ahead[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
