namespace Search.Reading;

/// <summary>A stream of which the first bytes were read already; gives them again.</summary>
internal sealed class HeadedStream(ReadOnlyMemory<byte> head, Stream rest) : ForwardStream(rest)
{
    private readonly Stream rest = rest;
    private ReadOnlyMemory<byte> head = head;

    /// <summary>Reads up to <paramref name="length"/> bytes of a stream; gives them, and the stream from its beginning.</summary>
    public static (byte[] Head, Stream Stream) Peek(Stream stream, int length)
    {
        var bytes = new byte[length];
        var read = stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
        Array.Resize(ref bytes, read);
        return (bytes, new HeadedStream(bytes, stream));
    }

    public override int Read(Span<byte> buffer)
    {
        if (head.IsEmpty) return rest.Read(buffer);
        var count = Math.Min(buffer.Length, head.Length);
        head.Span[..count].CopyTo(buffer);
        head = head[count..];
        return count;
    }
}
