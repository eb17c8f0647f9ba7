using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Search.Reading;
using Search.Reading.Packing;
using Xunit;

namespace Search.Tests.Reading.Packing;

public class ZipTests : PackingTest
{
    private static readonly byte[] Sound = Zip(("a.json", Json("a")), ("b.json", Json("b")), ("c.json", Json("c")));

    [Fact]
    public void Stored_and_deflated_files_are_read_also_under_the_same_name()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var level in (CompressionLevel[])[CompressionLevel.NoCompression, CompressionLevel.Optimal])
            {
                using var entry = zip.CreateEntry("same.json", level).Open();
                entry.Write(Json(level.ToString()));
            }
            zip.CreateEntry("folder/");
        }
        Assert.Equal(["same.json: NoCompression", "same.json: Optimal"], Told(Read(packed.ToArray())));
        Assert.Equal([": The zip file has no files."], Told(Read(Zip())));
    }

    [Fact]
    public void A_zip_without_its_list_of_files_says_so()
    {
        foreach (var cut in (int[])[10, 60, 200])
            Assert.Contains("The list of files at the end of the zip file is missing or damaged", Reason(Assert.Single(Read(Sound[..^cut]))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_member_is_told_and_the_next_is_read() => Assert.Equal(
        ["a.json: a", "b.json: It is encrypted. Unpack it with its password first.", "c.json: c"],
        Told(Read(With(Sound, local: 6, central: 8, entry: 1, (byte)(Sound[Local(Sound, 1) + 6] | 1)))));

    [Fact]
    public void A_member_packed_in_another_way_is_told_and_the_next_is_read()
    {
        var told = Told(Read(With(Sound, local: 8, central: 10, entry: 1, 14)));
        Assert.Equal(["a.json: a", "c.json: c"], [told[0], told[2]]);
        Assert.Contains("Read are files that are stored or packed with deflate.", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_checksum_and_a_wrong_length_are_told()
    {
        var central = Central(Sound, 1);
        byte[] checksum = [.. Sound], length = [.. Sound];
        checksum[central + 16] ^= 1;
        length[central + 24] += 5;
        Assert.Equal(["a.json: a", "b.json: b", "b.json: It cannot be unpacked: It is damaged: its checksum is wrong.", "c.json: c"], Told(Read(checksum)));
        Assert.StartsWith("b.json: It cannot be unpacked: It is damaged: it has", Told(Read(length))[2], StringComparison.Ordinal);
        length[central + 24] -= 10;
        // The platform stops at the length that is listed.
        Assert.StartsWith("b.json: It cannot be unpacked: It is damaged: its checksum", Told(Read(length))[1], StringComparison.Ordinal);
        Assert.Equal("c.json: c", Told(Read(length))[2]);
    }

    [Theory]
    [InlineData("[Content_Types].xml"), InlineData("mimetype")]
    public void A_document_of_an_office_program_is_no_archive(string first) =>
        Assert.StartsWith(": It is a document of an office program or an e-book", Assert.Single(Told(Read(Zip((first, Json("x")), ("word/document.xml", Json("y")))))), StringComparison.Ordinal);

    [Fact]
    public void A_link_is_told()
    {
        var link = (byte[])Sound.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(link.AsSpan(Central(link, 0) + 38), 0xA1FF0000);
        Assert.Equal("a.json: It is a link, which is not followed in a packed file.", Told(Read(link))[0]);
    }

    [Fact]
    public void A_place_where_no_file_is_is_told()
    {
        var lost = (byte[])Sound.Clone();
        lost[Central(lost, 1) + 42] += 3;
        Assert.Equal(["a.json: a", "c.json: c"], Told(Read(lost).OfType<ReadArticle>()));
        Assert.Single(Read(lost).OfType<ReadProblem>());
    }

    [Fact]
    public void Names_in_utf8_or_windows_1252_are_shown()
    {
        var zip = Zip(("xx.json", Json("a")));
        foreach (var at in (int[])[Local(zip, 0) + 30, Central(zip, 0) + 46]) (zip[at], zip[at + 1]) = (0xC3, 0xA9);
        Assert.Equal("é.json: a", Told(Read(zip))[0]);
        foreach (var at in (int[])[Local(zip, 0) + 30, Central(zip, 0) + 46]) (zip[at], zip[at + 1]) = (0xE9, (byte)'e');
        Assert.Equal("ée.json: a", Told(Read(zip))[0]);
    }

    [Fact]
    public void Many_entries_for_the_same_bytes_are_refused_together()
    {
        var one = Zip(("kernel.jsonl", Swollen(9)));
        var (central, end) = (Central(one, 0), one.Length - 22);
        var entry = one[central..end];
        byte[] overlapping = [.. one[..central], .. Enumerable.Repeat(entry, 2000).SelectMany(e => e), .. one[end..]];
        foreach (var at in (int[])[8, 10]) BinaryPrimitives.WriteUInt16LittleEndian(overlapping.AsSpan(overlapping.Length - 22 + at), 2000);
        BinaryPrimitives.WriteInt32LittleEndian(overlapping.AsSpan(overlapping.Length - 22 + 12), 2000 * entry.Length);
        var items = Read(overlapping);
        Assert.InRange(items.Count, 11, 80);
        Assert.Contains("together unpack to more than 100 times", Reason(items[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void From_a_pipe_it_is_copied_first_and_no_copy_stays()
    {
        var before = Directory.GetFiles(Path.GetTempPath(), "news-*.tmp");
        var noise = new byte[3_000_000];
        new Random(5).NextBytes(noise);
        var items = ReadPiped(Zip(("noise.json", [.. "{\"body\":\""u8, .. Encoding.ASCII.GetBytes(Convert.ToHexString(noise)[..900_000]), .. "\"}"u8]), ("pad.bin", noise), ("b.json", Json("b"))));
        Assert.Equal(2, items.OfType<ReadArticle>().Count());
        Assert.Equal(before, Directory.GetFiles(Path.GetTempPath(), "news-*.tmp"));
    }

    [Fact]
    public void A_copy_over_its_limit_is_refused()
    {
        using var copy = Spool.Of(new MemoryStream(new byte[3_000_000]), 3_000_000);
        Assert.Equal(3_000_000, copy.Length);
        Assert.IsType<FileStream>(copy);
        Assert.Contains("may take 2 MB", Assert.Throws<InvalidDataException>(() => Spool.Of(new MemoryStream(new byte[3_000_000]), 2 * 1024 * 1024)).Message, StringComparison.Ordinal);
    }

    private static int Local(byte[] zip, int entry) => Nth(zip, [0x50, 0x4B, 3, 4], entry);

    private static int Central(byte[] zip, int entry) => Nth(zip, [0x50, 0x4B, 1, 2], entry);

    private static int Nth(byte[] zip, byte[] signature, int entry)
    {
        var at = -1;
        for (; entry >= 0; entry--) at += 1 + zip.AsSpan(at + 1).IndexOf(signature);
        return at;
    }

    /// <summary>The zip with another byte in both headers of an entry.</summary>
    private static byte[] With(byte[] zip, int local, int central, int entry, byte value)
    {
        var changed = (byte[])zip.Clone();
        changed[Local(zip, entry) + local] = value;
        changed[Central(zip, entry) + central] = value;
        return changed;
    }
}
