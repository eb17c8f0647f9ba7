using Search.App.Commands.Printing;
using Xunit;

namespace Search.Tests.Commands;

public class PrintableTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("Séjourné, “quoted” – 中国 🐟", "Séjourné, “quoted” – 中国 🐟")]
    [InlineData("\u001b[31mred\u0007", "\uFFFD[31mred\uFFFD")]
    [InlineData("\u009b2J", "\uFFFD2J")]
    [InlineData("a\tb\r\nc", "a b  c")]
    [InlineData("\u202Eevil\u2066", "\uFFFDevil\uFFFD")]
    [InlineData(null, "")]
    public void Nothing_that_moves_the_cursor_or_turns_the_writing_gets_through(string? text, string expected) =>
        Assert.Equal(expected, Printable.Line(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_and_a_whole_one_kept() =>
        Assert.Equal("\uFFFDx🐟\uFFFD", Printable.Line("\udc1fx🐟\ud83d"));

    [Fact]
    public void Line_ends_stay_where_several_lines_are_allowed() => Assert.Equal("a\nb", Printable.Text("a\nb"));

    [Fact]
    public void Offsets_stay_true()
    {
        const string text = "a\u001b\u0000\u202e\tb🐟\ud83dz";
        Assert.Equal(text.Length, Printable.Line(text).Length);
    }
}
