using System.IO.Compression;
using System.IO.Hashing;

namespace Search.Reading.Packing;

/// <summary>A file in a zip, checked at its end by the length and the checksum that the list of files gives.</summary>
/// <exception cref="InvalidDataException">It lies where nothing can, or is packed in a way that is not read.</exception>
internal sealed class ZipContent(ZipArchiveEntry entry) : ForwardStream(Null)
{
    private readonly Stream unpacked = entry.Open();
    private readonly Crc32 checksum = new();
    private long length;
    private bool ended;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || ended) return 0;
        var read = Unpack(buffer);
        length += read;
        checksum.Append(buffer[..read]);
        ended = read == 0;
        if (length > entry.Length || ended && length < entry.Length) throw new InvalidDataException($"It is damaged: it has {(ended ? length : "more than " + entry.Length)} bytes where the zip file lists {entry.Length}.");
        if (ended && checksum.GetCurrentHashAsUInt32() != entry.Crc32) throw new InvalidDataException("It is damaged: its checksum is wrong.");
        return read;
    }

    private int Unpack(Span<byte> buffer)
    {
        try { return unpacked.Read(buffer); }
        // The platform's own words speak of an unsupported method.
        catch (InvalidDataException e) { throw new InvalidDataException("The packed data is damaged.", e); }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }
}
