using System.Buffers.Binary;
using ZstdSharp;

namespace Search.Reading.Packing;

/// <summary>What a zstd file holds (RFC 8878): its frames one after the other, without those that are to be skipped.</summary>
internal sealed class ZstdContent(Stream stream) : ForwardStream(Null)
{
    private const uint Frame = 0xFD2FB528;
    private const uint Skippable = 0x184D2A50;
    private readonly DecompressionStream unpacked = new(stream, leaveOpen: true);

    public static bool Recognises(ReadOnlySpan<byte> head) =>
        BinaryPrimitives.TryReadUInt32LittleEndian(head, out var magic) && (magic == Frame || (magic & 0xFFFFFFF0) == Skippable);

    public override int Read(Span<byte> buffer)
    {
        try { return unpacked.Read(buffer); }
        catch (EndOfStreamException e) { throw new InvalidDataException("The packed data ends in the middle; the file is not whole. Fetch it again.", e); }
        catch (ZstdException e) { throw new InvalidDataException(Reason(e), e); }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static string Reason(ZstdException e) => e.Message switch
    {
        var m when m.Contains("Dictionary mismatch", StringComparison.Ordinal) => "It was packed with a dictionary, which is not here. Pack it without one.",
        var m when m.Contains("too much memory", StringComparison.Ordinal) => "It was packed with a window of more than 128 MB. Pack it without --long, or with at most --long=27.",
        var m when m.Contains("Unknown frame", StringComparison.Ordinal) => "Behind its end are bytes that are no zstd; they were not read.",
        _ => $"The packed data is damaged ({e.Message}).",
    };
}
