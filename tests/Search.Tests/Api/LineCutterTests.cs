using System.Buffers;
using System.Text;
using Search.App.Api;
using Xunit;

namespace Search.Tests.Api;

public class LineCutterTests
{
    /// <summary>Feeds the text in pieces of every size and gives the lines; one that was too long is a "!".</summary>
    private static List<string> Cut(string text, int piece, int limit)
    {
        var cutter = new LineCutter(limit);
        var lines = new List<string>();
        var bytes = Encoding.UTF8.GetBytes(text);
        var kept = Array.Empty<byte>();
        for (var at = 0; ; at += piece)
        {
            var isLast = at + piece >= bytes.Length;
            var buffer = new ReadOnlySequence<byte>([.. kept, .. bytes[Math.Min(at, bytes.Length)..Math.Min(at + piece, bytes.Length)]]);
            while (cutter.TryTake(ref buffer, isLast, out var line, out var tooLong)) lines.Add(tooLong ? "!" : Encoding.UTF8.GetString(line.ToArray()));
            kept = buffer.ToArray();
            Assert.True(kept.Length <= limit + piece);
            if (isLast) return lines;
        }
    }

    [Theory]
    [InlineData("one\ntwo\n", "one|two")]
    [InlineData("one\n\ntwo", "one||two")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    [InlineData("123456789\nshort\n123456789", "!|short|!")]
    [InlineData("12345678\n123456789\n", "12345678|!")]
    public void Lines_come_out_the_same_however_they_come_in(string text, string expected)
    {
        for (var piece = 1; piece <= text.Length + 1; piece++) Assert.Equal(expected, string.Join('|', Cut(text, piece, 8)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" \t\r", true)]
    [InlineData(" x", false)]
    public void A_line_of_white_space_is_blank(string line, bool blank) => Assert.Equal(blank, LineCutter.IsBlank(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(line))));
}
