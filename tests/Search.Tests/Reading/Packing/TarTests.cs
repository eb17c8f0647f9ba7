using System.Formats.Tar;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading.Packing;

public class TarTests : PackingTest
{
    [Theory]
    [InlineData(TarEntryFormat.V7), InlineData(TarEntryFormat.Ustar), InlineData(TarEntryFormat.Pax), InlineData(TarEntryFormat.Gnu)]
    public void Every_kind_of_tar_is_read(TarEntryFormat format) =>
        Assert.Equal(["a.json: a", "dir/b.json: b"], Told(Read(Tar(format, ("a.json", Json("a")), ("dir/b.json", Json("b"))))));

    [Theory]
    [InlineData(TarEntryFormat.Ustar, 150), InlineData(TarEntryFormat.Pax, 400), InlineData(TarEntryFormat.Gnu, 400)]
    public void Long_names_are_whole(TarEntryFormat format, int length)
    {
        var name = string.Concat(Enumerable.Repeat("folder-ä/", length / 10)) + "b.json";
        Assert.Equal([name + ": b", "c.json: c"], Told(Read(Tar(format, (name, Json("b")), ("c.json", Json("c"))))));
    }

    [Fact]
    public void What_lies_at_its_end_need_not_be_there()
    {
        var tar = Tar(("a.json", Json("a")));
        Assert.Equal(["a.json: a"], Told(Read(tar[..^1024])));
        Assert.Equal(["a.json: a", "a.json: a"], Told(Read([.. tar, .. tar])));
    }

    [Fact]
    public void A_torn_tar_keeps_what_was_read_before()
    {
        var tar = Tar(TarEntryFormat.Ustar, ("a.json", Json("a")), ("b.jsonl", Utf8(string.Concat(Enumerable.Repeat("{\"body\":\"b\"}\n", 100)))));
        var inside = Told(Read(tar[..2000]));
        Assert.Equal("a.json: a", inside[0]);
        Assert.Equal("b.jsonl: The tar file ends inside this entry; it is not whole.", inside[^1]);
        Assert.Equal(["a.json: a", ": The tar file ends in the middle of a block; it is not whole."], Told(Read(tar[..1200])));
    }

    [Fact]
    public void Behind_a_damaged_header_it_goes_on()
    {
        var tar = Tar(TarEntryFormat.Ustar, ("a.json", Json("a")), ("b.json", Json("b")), ("c.json", Json("c")));
        tar[1024 + 3] ^= 1;
        var told = Told(Read(tar));
        Assert.Equal(["a.json: a", "c.json: c"], [told[0], told[2]]);
        Assert.StartsWith(": There is no entry at byte 1024", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Links_devices_and_sparse_files_are_told()
    {
        var link = new UstarTarEntry(TarEntryType.SymbolicLink, "link.json") { LinkName = "/etc/passwd" };
        var hard = new UstarTarEntry(TarEntryType.HardLink, "hard.json") { LinkName = "a.json" };
        var sparse = new PaxTarEntry(TarEntryType.RegularFile, "sparse.json", new Dictionary<string, string> { ["GNU.sparse.major"] = "1" }) { DataStream = new MemoryStream(Json("s")) };
        var told = Told(Read(Tar(TarEntryFormat.Pax, link, hard, new UstarTarEntry(TarEntryType.Fifo, "pipe"), new UstarTarEntry(TarEntryType.Directory, "dir"), sparse, Entry(TarEntryFormat.Ustar, "a.json", Json("a")))));
        Assert.Equal(["link.json: It is a link, which is not followed in a packed file.", "hard.json: It is a link, which is not followed in a packed file.", "pipe: It is a device or a pipe, which is not read.",
            "sparse.json: It is a sparse file, which is not read. Pack it without --sparse.", "a.json: a"], told);
    }

    [Fact]
    public void A_failure_below_is_told_once()
    {
        var packed = Gzip(Tar(("a.json", Json("a")), ("b.json", Utf8(string.Concat(Enumerable.Range(0, 20_000))))));
        packed[packed.Length / 2] ^= 0x55;
        var items = Read(packed);
        Assert.Equal("a", Draft(items[0]).Body);
        Assert.Single(items.OfType<ReadProblem>());
    }
}
