namespace Search.Reading.Packing;

/// <summary>
/// Bounds what one file may unpack to, however its packings lie in each other: always bytes that come out against bytes read of the outermost file, so
/// that no chain of small ratios adds up to a great one. One for each file; not safe to share between threads.
/// </summary>
internal sealed class UnpackLimits
{
    /// <summary>How many packings may lie in each other: a <c>.warc.gz</c> in a zip in a <c>.tar.gz</c>.</summary>
    public const int MostDepth = 5;

    /// <summary>Bytes that may come out for each byte that is read.</summary>
    public const int MostRatio = 100;

    /// <summary>What a member may give before its ratio counts.</summary>
    public const long FreeBytes = 10 * 1024 * 1024;

    /// <summary>What all members of a file may give before their ratio counts: a file of many members that share the same bytes ends here.</summary>
    public const long FreeInAll = 10 * FreeBytes;

    /// <summary>What buffers on the way may have read ahead for a member before it began.</summary>
    private const long Slack = 64 * 1024;

    private readonly long[] totals = new long[MostDepth + 1];

    /// <summary>The most bytes that may come out at all; with it no ratio counts.</summary>
    public long? MostBytes { get; init; }

    /// <summary>Bytes read of the outermost file, no more than it has.</summary>
    public Func<long> Outermost { get; set; } = () => 0;

    /// <summary>Whether the file as a whole has given all that it may; nothing more is read of it.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>A member's stream, which throws <see cref="InvalidDataException"/>, the same each time, once it gives too much. Disposing it disposes <paramref name="stream"/>.</summary>
    /// <param name="depth">How many packings it lies in.</param>
    /// <param name="intake">See <see cref="Packed.Intake"/>.</param>
    /// <param name="begin">See <see cref="Packed.Begin"/>.</param>
    public Stream Bound(Stream stream, int depth, Func<long> intake, long begin) => new Bounded(this, stream, depth, () => begin == 0 ? intake() : intake() - begin + Slack);

    private InvalidDataException? Refusal(int depth, int read, long bytes, long intake)
    {
        totals[depth] += read;
        if (MostBytes is { } most)
        {
            IsSpent |= totals[depth] > most;
            return IsSpent ? new InvalidDataException($"It unpacks to more than {most / (1024 * 1024):N0} MB.") : null;
        }
        if (totals[depth] > FreeInAll && totals[depth] > MostRatio * Outermost())
        {
            IsSpent = true;
            return new InvalidDataException($"The members of the file together unpack to more than {MostRatio} times its size, which is refused; the rest was not read. Unpack it yourself if it is sound.");
        }
        return bytes > FreeBytes && bytes > MostRatio * intake
            ? new InvalidDataException($"It unpacks to more than {MostRatio} times its size, which is refused; unpack it yourself if it is sound.")
            : null;
    }

    private sealed class Bounded(UnpackLimits limits, Stream below, int depth, Func<long> intake) : ForwardStream(below)
    {
        private readonly Stream below = below;
        private InvalidDataException? refusal;
        private long bytes;

        public override int Read(Span<byte> buffer)
        {
            if (refusal is not null) throw refusal;
            var read = below.Read(buffer);
            bytes += read;
            refusal = limits.Refusal(depth, read, bytes, intake());
            return refusal is null ? read : throw refusal;
        }
    }
}
