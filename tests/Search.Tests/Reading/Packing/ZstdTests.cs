using Xunit;

namespace Search.Tests.Reading.Packing;

public class ZstdTests : PackingTest
{
    private static readonly byte[] Frame = Zstd(Utf8("{\"body\":\"one\"}\n"));
    private static readonly byte[] Skipped = [0x5A, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4];

    [Fact]
    public void Frames_in_sequence_are_one_file_and_those_to_be_skipped_are() =>
        Assert.Equal(["line 1: one", "line 2: one"], Told(Read([.. Skipped, .. Frame, .. Skipped, .. Frame])));

    [Fact]
    public void What_is_torn_damaged_or_something_else_is_a_problem()
    {
        Assert.Contains("ends in the middle", Reason(Read(Frame[..^3])[^1]), StringComparison.Ordinal);
        Assert.Contains("ends in the middle", Reason(Read(Skipped[..^2])[^1]), StringComparison.Ordinal);
        Assert.Contains("bytes that are no zstd", Reason(Read([.. Frame, .. "rubbish"u8])[^1]), StringComparison.Ordinal);
        var damaged = Zstd(Utf8("{\"body\":\"" + string.Concat(Enumerable.Range(0, 500)) + "\"}\n"));
        damaged[20] ^= 0xFF;
        Assert.Contains("cannot be unpacked", Reason(Read(damaged)[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_or_a_dictionary_that_we_do_not_have_is_told()
    {
        Assert.Contains("a window of more than 128 MB", Reason(Read([0x28, 0xB5, 0x2F, 0xFD, 0, 21 << 3, 1, 0, 0])[^1]), StringComparison.Ordinal);
        Assert.Contains("a dictionary, which is not here", Reason(Read([0x28, 0xB5, 0x2F, 0xFD, 1, 10 << 3, 7, 1, 0, 0])[^1]), StringComparison.Ordinal);
    }
}
