namespace Search.Reading;

/// <summary>A stream of which the first bytes were read already; gives them again, and what ended their reading behind them.</summary>
internal sealed class HeadedStream(ReadOnlyMemory<byte> head, Exception? failure, Stream rest) : ForwardStream(rest)
{
    private readonly Stream rest = rest;
    private ReadOnlyMemory<byte> head = head;
    private Exception? failure = failure;

    /// <summary>
    /// Reads up to <paramref name="length"/> bytes of a stream; gives them, and the stream from its beginning, which can be sought in if it could.
    /// What fails behind the first byte fails again, once, when the stream is read up to there.
    /// </summary>
    public static (byte[] Head, Stream Stream) Peek(Stream stream, int length)
    {
        var isWhole = stream.CanSeek && stream.Position == 0;
        var bytes = new byte[length];
        var (count, failure) = (0, (Exception?)null);
        try
        {
            for (int read; count < length && (read = stream.Read(bytes, count, length - count)) > 0;) count += read;
        }
        catch (Exception e) when (count > 0 && ReadErrors.IsForeign(e)) { failure = e; }
        Array.Resize(ref bytes, count);
        if (!isWhole) return (bytes, new HeadedStream(bytes, failure, stream));
        stream.Position = 0;
        return (bytes, stream);
    }

    public override int Read(Span<byte> buffer)
    {
        if (head.IsEmpty)
        {
            if (failure is not { } met) return rest.Read(buffer);
            failure = null;
            throw met;
        }
        var count = Math.Min(buffer.Length, head.Length);
        head.Span[..count].CopyTo(buffer);
        head = head[count..];
        return count;
    }
}
