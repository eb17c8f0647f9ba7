namespace Search.Reading.Packing;

/// <summary>Counts what is read of a stream. Seeks as that does; does not dispose it.</summary>
internal sealed class CountedStream(Stream below) : Stream
{
    private long bytes;

    /// <summary>Bytes read; what is read again counts once more, but never more than a seekable stream has.</summary>
    public long Bytes => below.CanSeek ? Math.Min(bytes, below.Length) : bytes;

    public override bool CanRead => true;
    public override bool CanSeek => below.CanSeek;
    public override bool CanWrite => false;
    public override long Length => below.Length;
    public override long Position { get => below.Position; set => below.Position = value; }

    public override int Read(Span<byte> buffer)
    {
        var count = below.Read(buffer);
        bytes += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override long Seek(long offset, SeekOrigin origin) => below.Seek(offset, origin);
    public override void Flush() { }
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
