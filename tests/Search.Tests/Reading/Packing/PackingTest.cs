using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Search.Reading;
using ZstdSharp;

namespace Search.Tests.Reading.Packing;

/// <summary>Packs in memory, and reads what was packed.</summary>
public abstract class PackingTest : ReadingTest
{
    protected static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>One of our articles.</summary>
    protected static byte[] Json(string body) => Utf8("{\n\"body\":\"" + body + "\"}");

    /// <summary>One of our articles on a line.</summary>
    protected static byte[] Line(string body) => Utf8("{\"body\":\"" + body + "\"}\n");

    /// <summary>A line that is an article, and so many megabytes of spaces.</summary>
    protected static byte[] Swollen(int megabytes)
    {
        var bytes = new byte[megabytes * 1024 * 1024];
        bytes.AsSpan().Fill((byte)' ');
        Utf8("{\"body\":\"x\"}\n").CopyTo(bytes, 0);
        return bytes;
    }

    protected static byte[] Zstd(byte[] bytes)
    {
        using var compressor = new Compressor(3);
        return compressor.Wrap(bytes).ToArray();
    }

    protected static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return packed.ToArray();
    }

    protected static byte[] Tar(params (string Name, byte[] Bytes)[] files) => Tar(TarEntryFormat.Pax, files);

    protected static byte[] Tar(TarEntryFormat format, params (string Name, byte[] Bytes)[] files) => Tar(format, [.. files.Select(f => Entry(format, f.Name, f.Bytes))]);

    protected static byte[] Tar(TarEntryFormat format, params TarEntry[] entries)
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, format, leaveOpen: true))
        {
            foreach (var entry in entries) tar.WriteEntry(entry);
        }
        return packed.ToArray();
    }

    protected static TarEntry Entry(TarEntryFormat format, string name, byte[] bytes)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
            TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
            TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
            _ => new PaxTarEntry(TarEntryType.RegularFile, name),
        };
        entry.DataStream = new MemoryStream(bytes);
        return entry;
    }

    /// <summary>Read as from a pipe: nothing can be sought.</summary>
    protected static List<ReadItem> ReadPiped(byte[] bytes)
    {
        using var stream = new Pipe(bytes);
        return [.. new ArticleReader().ReadStream(stream, "sample")];
    }

    /// <summary>Each item as its place and its text or reason.</summary>
    protected static List<string> Told(IEnumerable<ReadItem> items) => [.. items.Select(i => $"{i.Place}: {(i is ReadArticle a ? a.Draft.Body ?? a.Draft.Paragraphs[0].Text : ((ReadProblem)i).Reason)}")];

    private sealed class Pipe(byte[] bytes) : ForwardStream(Stream.Null)
    {
        private int at;

        public override int Read(Span<byte> buffer)
        {
            var read = Math.Min(Math.Min(buffer.Length, 1000), bytes.Length - at);
            bytes.AsSpan(at, read).CopyTo(buffer);
            at += read;
            return read;
        }
    }
}
