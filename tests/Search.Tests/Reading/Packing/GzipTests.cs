using System.IO.Compression;
using Search.Reading.Packing.Deflate;
using Xunit;

namespace Search.Tests.Reading.Packing;

public class GzipTests : PackingTest
{
    private static readonly byte[] First = Gzip(Utf8("{\"body\":\"one\"}\n"));
    private static readonly byte[] Second = Gzip(Utf8("{\"body\":\"two\"}\n"));

    [Fact]
    public void Members_in_sequence_are_one_file() => Assert.Equal(["line 1: one", "line 2: two"], Told(Read([.. First, .. Second])));

    [Fact]
    public void Zeros_behind_the_end_are_filling() => Assert.Equal(["line 1: one"], Told(Read([.. First, .. new byte[512]])));

    [Fact]
    public void Other_bytes_behind_the_end_are_a_problem() =>
        Assert.Equal(["line 1: one", ": It cannot be unpacked: Behind its end are bytes that are no gzip; they were not read."], Told(Read([.. First, .. "rubbish"u8])));

    [Fact]
    public void A_torn_file_keeps_what_was_read_before()
    {
        foreach (var torn in (byte[][])[[.. First, .. Second[..^9]], [.. First, .. Second[..^3]], [.. First, .. Second[..5]]])
        {
            var told = Told(Read(torn));
            Assert.Equal("line 1: one", told[0]);
            Assert.StartsWith(": It cannot be unpacked: The packed data ends in the middle", told[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wrong_checksum_is_a_problem()
    {
        byte[] wrong = [.. First, .. Second];
        wrong[^6] ^= 1;
        Assert.Contains("checksum is wrong", Reason(Read(wrong)[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_comments_and_extra_fields_are_read_over()
    {
        byte[] full = [0x1F, 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7, .. "name\0"u8, .. "comment\0"u8, 1, 2, .. First[10..]];
        Assert.Equal(["line 1: one"], Told(Read(full)));
    }

    [Theory]
    [InlineData(CompressionLevel.Optimal), InlineData(CompressionLevel.Fastest), InlineData(CompressionLevel.NoCompression), InlineData(CompressionLevel.SmallestSize)]
    public void Whatever_was_packed_comes_out_the_same(CompressionLevel level)
    {
        var random = new Random(7);
        foreach (var size in (int[])[1, 300, 70_000, 1_000_000])
        {
            var bytes = new byte[size];
            for (var i = 0; i < size; i++) bytes[i] = i % 3 == 0 || i < 40_000 ? (byte)random.Next(i % 1000 < 500 ? 4 : 256) : bytes[i - 33_000 % (i / 2 + 1)];
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, level, leaveOpen: true)) gzip.Write(bytes);
            packed.Position = 0;
            using var unpacked = new MemoryStream();
            using (var content = new GzipContent(packed)) content.CopyTo(unpacked, 1 + size / 7);
            Assert.True(bytes.AsSpan().SequenceEqual(unpacked.ToArray()));
        }
    }

    [Fact]
    public void No_damage_makes_it_hang_or_throw_another_thing()
    {
        var random = new Random(3);
        var sound = Gzip([.. Enumerable.Range(0, 3000).SelectMany(n => Utf8($"line {n * n}\n"))]);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = (byte[])sound.Clone();
            for (var i = random.Next(1, 4); i > 0; i--) bytes[random.Next(3, bytes.Length)] = (byte)random.Next(256);
            using var content = new GzipContent(new MemoryStream(bytes));
            try { content.CopyTo(Stream.Null); }
            catch (InvalidDataException) { }
        }
    }

    [Fact]
    public void Behind_a_damaged_member_the_next_is_found()
    {
        var damaged = (byte[])First.Clone();
        damaged[^5] ^= 1;
        using var content = new GzipContent(new MemoryStream([.. damaged, .. Second]));
        Assert.Throws<InvalidDataException>(() => content.CopyTo(Stream.Null));
        using var rest = new StreamReader(content);
        Assert.Equal("{\"body\":\"two\"}\n", rest.ReadToEnd());
    }
}
