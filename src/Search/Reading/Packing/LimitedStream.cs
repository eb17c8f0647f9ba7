namespace Search.Reading.Packing;

/// <summary>The next bytes of a stream that goes on behind them. Does not dispose that stream.</summary>
internal sealed class LimitedStream(Stream below, long length) : ForwardStream(Null)
{
    private long left = length;

    /// <summary>Whether the stream below ended before the length was reached.</summary>
    public bool IsShort { get; private set; }

    /// <summary>Whether reading below failed, so that nobody knows where these bytes end.</summary>
    public bool IsBroken { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (left == 0 || IsBroken || buffer.IsEmpty) return 0;
        var whole = false;
        try
        {
            var read = below.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
            left -= read;
            if (read == 0) (IsShort, left) = (true, 0);
            whole = true;
            return read;
        }
        finally { IsBroken = !whole; }
    }

    /// <summary>Reads over what is left.</summary>
    public void Skip()
    {
        var buffer = new byte[(int)Math.Min(left, 64 * 1024)];
        while (Read(buffer) > 0) { }
    }
}
