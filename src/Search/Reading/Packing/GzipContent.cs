using System.IO.Compression;

namespace Search.Reading.Packing;

/// <summary>What a gzip stream holds. A bomb is refused: beyond 100:1 after its first 10 MB the reading ends with <see cref="InvalidDataException"/>.</summary>
internal sealed class GzipContent : ForwardStream
{
    public const int MostRatio = 100;
    public const long FreeBytes = 10 * 1024 * 1024;
    private readonly Counted packed;
    private readonly GZipStream unpacked;
    private long bytes;

    private GzipContent(Counted packed, GZipStream unpacked) : base(unpacked) => (this.packed, this.unpacked) = (packed, unpacked);

    public static bool Recognises(ReadOnlySpan<byte> head) => head.Length >= 3 && head[0] == 0x1F && head[1] == 0x8B && head[2] == 8;

    public static GzipContent Of(Stream stream)
    {
        var counted = new Counted(stream);
        return new GzipContent(counted, new GZipStream(counted, CompressionMode.Decompress));
    }

    public override int Read(Span<byte> buffer)
    {
        var count = unpacked.Read(buffer);
        bytes += count;
        if (bytes > FreeBytes && bytes > packed.Bytes * MostRatio)
            throw new InvalidDataException($"It unpacks to more than {MostRatio} times its size, which is refused; unpack it yourself if it is sound.");
        return count;
    }

    private sealed class Counted(Stream below) : ForwardStream(below)
    {
        private readonly Stream below = below;

        public long Bytes { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var count = below.Read(buffer);
            Bytes += count;
            return count;
        }
    }
}
