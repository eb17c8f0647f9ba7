namespace Search.Reading.Packing.Deflate;

/// <summary>Reads a stream by bits, the lowest of a byte first, or by bytes where one begins.</summary>
internal sealed class BitInput(Stream stream)
{
    /// <summary>So many bytes can be given back after the buffer was filled anew.</summary>
    private const int Kept = 8;
    private readonly byte[] buffer = new byte[Kept + 32 * 1024];
    private int at = Kept;
    private int end = Kept;
    private uint bits;
    private int count;
    /// <summary>How many of the bits stand behind the end of the stream.</summary>
    private int missing;

    /// <summary>The next bits, which stay, as a number; zeros behind the end.</summary>
    /// <param name="wanted">At most 16.</param>
    public int Peek(int wanted)
    {
        while (count < wanted)
        {
            var next = at < end || Fill() ? buffer[at++] : Missing();
            bits |= (uint)next << count;
            count += 8;
        }
        return (int)(bits & ((1u << wanted) - 1));
    }

    /// <summary>Moves past bits that were peeked at.</summary>
    /// <exception cref="InvalidDataException">They stand behind the end.</exception>
    public void Drop(int dropped)
    {
        bits >>= dropped;
        count -= dropped;
        if (count < missing) throw Ended();
    }

    public int Take(int wanted)
    {
        var value = Peek(wanted);
        Drop(wanted);
        return value;
    }

    /// <summary>Moves to where the next byte begins.</summary>
    public void Align()
    {
        at -= (count - missing) / 8;
        (bits, count, missing) = (0, 0, 0);
    }

    /// <summary>The next byte where one begins; -1 at the end.</summary>
    public int Byte() => at < end || Fill() ? buffer[at++] : -1;

    /// <summary>Reads bytes where one begins; fewer than asked for, and none only at the end.</summary>
    public int Bytes(Span<byte> to)
    {
        if (at == end && !Fill()) return 0;
        var read = Math.Min(to.Length, end - at);
        buffer.AsSpan(at, read).CopyTo(to);
        at += read;
        return read;
    }

    /// <summary>Gives back bytes that were read last, at most <see cref="Kept"/>.</summary>
    public void Back(int bytes) => at -= bytes;

    public static InvalidDataException Ended() => new("The packed data ends in the middle; the file is not whole. Fetch it again.");

    private byte Missing()
    {
        missing += 8;
        return 0;
    }

    private bool Fill()
    {
        buffer.AsSpan(end - Kept, Kept).CopyTo(buffer);
        (at, end) = (Kept, Kept);
        end += stream.Read(buffer, Kept, buffer.Length - Kept);
        return at < end;
    }
}
