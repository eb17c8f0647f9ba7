namespace Search.Reading.Packing.Web;

/// <summary>A stream of lines and bytes in turn, which knows where it stands. Does not dispose the stream below.</summary>
internal sealed class RecordInput(Stream below) : ForwardStream(Null)
{
    /// <summary>In bytes; the rest of a longer line is read over.</summary>
    private const int LongestLine = 64 * 1024;
    private readonly byte[] buffer = new byte[16 * 1024];
    private int at;
    private int end;

    /// <summary>How many bytes have been taken.</summary>
    public long Offset { get; private set; }

    /// <summary>The next bytes, which stay: as many as asked for, fewer only at the end.</summary>
    public ReadOnlySpan<byte> Ahead(int length)
    {
        if (end - at < length)
        {
            buffer.AsSpan(at, end - at).CopyTo(buffer);
            (at, end) = (0, end - at);
            while (end < length && below.Read(buffer, end, buffer.Length - end) is > 0 and var read) end += read;
        }
        return buffer.AsSpan(at, Math.Min(length, end - at));
    }

    /// <summary>The next line without its end; null at the end of the stream.</summary>
    public string? Line()
    {
        if (Ahead(1).IsEmpty) return null;
        var line = new MemoryStream();
        while (Ahead(1).Length > 0)
        {
            var rest = buffer.AsSpan(at, end - at);
            var stop = rest.IndexOf((byte)'\n');
            var part = stop < 0 ? rest : rest[..(stop + 1)];
            Take(part.Length);
            line.Write(part[..(int)Math.Min(part.Length, LongestLine - line.Length)]);
            if (stop >= 0) break;
        }
        return TextEncoding.LenientUtf8.GetString(line.GetBuffer().AsSpan(0, (int)line.Length).TrimEnd("\r\n"u8));
    }

    public override int Read(Span<byte> to)
    {
        if (to.IsEmpty || Ahead(1).IsEmpty) return 0;
        var read = Math.Min(to.Length, end - at);
        buffer.AsSpan(at, read).CopyTo(to);
        Take(read);
        return read;
    }

    private void Take(int bytes)
    {
        at += bytes;
        Offset += bytes;
    }
}
