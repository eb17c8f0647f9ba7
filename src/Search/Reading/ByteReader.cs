namespace Search.Reading;

/// <summary>Reads a stream byte by byte or line by line through a buffer of its own.</summary>
internal sealed class ByteReader(Stream stream)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;

    /// <summary>The next byte, which stays; -1 at the end.</summary>
    public int Peek() => at < end || Fill() ? buffer[at] : -1;

    /// <summary>Moves past the byte that was peeked at.</summary>
    public void Next() => at++;

    /// <summary>The next line without its end; false at the end of the stream. A line longer than <paramref name="longest"/> bytes is read over and comes as null.</summary>
    public bool NextLine(int longest, out byte[]? line)
    {
        line = null;
        if (Peek() < 0) return false;
        MemoryStream? parts = null;
        var length = 0L;
        while (Peek() >= 0)
        {
            var rest = buffer.AsSpan(at, end - at);
            var stop = rest.IndexOf((byte)'\n');
            var part = stop < 0 ? rest : rest[..stop];
            length += part.Length;
            at += part.Length + (stop < 0 ? 0 : 1);
            if (stop >= 0 && parts is null)
            {
                line = length <= longest ? part.ToArray() : null;
                return true;
            }
            if (length <= longest) (parts ??= new MemoryStream()).Write(part);
            else parts ??= new MemoryStream();
            if (stop >= 0) break;
        }
        line = length <= longest ? parts!.ToArray() : null;
        return true;
    }

    private bool Fill()
    {
        at = 0;
        end = stream.Read(buffer, 0, buffer.Length);
        return end > 0;
    }
}
