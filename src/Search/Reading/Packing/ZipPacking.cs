using System.IO.Compression;

namespace Search.Reading.Packing;

/// <summary>zip, by the list of files at its end. A zip that cannot be sought in is copied first, see <see cref="Spool"/>.</summary>
internal sealed class ZipPacking : IPacking
{
    private const int FileType = 0xF000, Link = 0xA000;

    public string Name => "zip";

    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("PK\x3\x4"u8) || head.StartsWith("PK\x5\x6"u8) || head.StartsWith("PK\x7\x8PK\x3\x4"u8);

    public IEnumerable<Member> Open(Packed packed)
    {
        var isFile = packed.Stream.CanSeek;
        using var copy = isFile ? Stream.Null : Spool.Of(packed.Stream);
        var counted = new CountedStream(isFile ? packed.Stream : copy);
        // What is read of a copy stands for as much of the outermost file as the whole copy took.
        var taken = packed.Intake() - packed.Begin;
        Func<long> intake = isFile ? () => counted.Bytes : () => (long)((double)counted.Bytes / Math.Max(1, copy.Length) * Math.Min(taken, copy.Length));
        using var archive = Archive(counted);
        if (IsDocument(archive))
        {
            yield return new Member("") { Problem = "It is a document of an office program or an e-book, which is not read. Save it as text or HTML." };
            yield break;
        }
        var any = false;
        foreach (var entry in archive.Entries)
        {
            if (MemberName.IsFolder(entry.FullName) || MemberName.IsHidden(entry.FullName)) continue;
            any = true;
            using var content = Content(entry, out var problem);
            yield return new Member(MemberName.Shown(entry.FullName)) { Stream = content, Problem = problem, Intake = intake };
        }
        if (!any) yield return new Member("") { Problem = "The zip file has no files." };
    }

    /// <summary>Whether it is a zip only to those who look inside.</summary>
    private static bool IsDocument(ZipArchive archive) => archive.Entries.Any(e => e.FullName == "[Content_Types].xml") || archive.Entries is [{ FullName: "mimetype" }, ..];

    private static ZipArchive Archive(Stream stream)
    {
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, TextEncoding.LenientUtf8);
            _ = archive.Entries;
            return archive;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            throw new InvalidDataException($"The list of files at the end of the zip file is missing or damaged; most often the file is not whole. Fetch it again. ({e.Message})", e);
        }
    }

    private static Stream Content(ZipArchiveEntry entry, out string? problem)
    {
        problem = entry switch
        {
            { IsEncrypted: true } => "It is encrypted. Unpack it with its password first.",
            _ when (entry.ExternalAttributes >> 16 & FileType) == Link => "It is a link, which is not followed in a packed file.",
            _ => null,
        };
        if (problem is not null) return Stream.Null;
        try { return new ZipContent(entry); }
        catch (InvalidDataException e)
        {
            problem = $"It cannot be unpacked: {e.Message} Read are files that are stored or packed with deflate.";
            return Stream.Null;
        }
    }
}
