namespace Search.Reading.Packing;

/// <summary>The blocks of a tar file.</summary>
internal sealed class TarBlocks(Stream stream)
{
    private readonly byte[] block = new byte[TarHeader.Length];
    private long end;

    /// <summary>The block that was read last.</summary>
    public ReadOnlySpan<byte> Block => block;

    /// <summary>Where it begins.</summary>
    public long Begin => end - TarHeader.Length;

    public bool IsZero => !block.AsSpan().ContainsAnyExcept((byte)0);

    /// <summary>Whether the file ends inside a block.</summary>
    public bool IsTorn { get; private set; }

    /// <summary>Reads the next block; false at the end.</summary>
    public bool Next()
    {
        var read = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        end += read;
        IsTorn = read > 0 && read < block.Length;
        return read == block.Length;
    }

    /// <summary>Reads over the rest of an entry, up to where the next block begins.</summary>
    public void Skip(LimitedStream body, long size)
    {
        body.Skip();
        var filling = (int)(-size & (TarHeader.Length - 1));
        Span<byte> filled = stackalloc byte[filling];
        end += size + stream.ReadAtLeast(filled, filling, throwOnEndOfStream: false);
    }
}
