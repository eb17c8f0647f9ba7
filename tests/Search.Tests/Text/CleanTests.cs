using Search.Text;
using Xunit;

namespace Search.Tests.Text;

public class CleanTests
{
    [Theory]
    [InlineData("  a \t b\r\nc ", "a b c")]
    [InlineData("a\u00A0b\u2009c\u3000d", "a b c d")]
    [InlineData("zero\u200Bwidth\uFEFF and soft\u00ADhyphen", "zerowidth and softhyphen")]
    [InlineData("bell\u0007 and \0 nul", "bell and nul")]
    [InlineData("Se\u0301journe\u0301", "Séjourné")]
    [InlineData("“curly” ‘quotes’ — stay", "“curly” ‘quotes’ — stay")]
    [InlineData("whole 😀 pair", "whole 😀 pair")]
    [InlineData("right\u202Eto left", "rightto left")]
    [InlineData("\u0085\u2028", "")]
    public void A_paragraph_is_one_clean_line(string text, string expected)
    {
        Assert.Equal(expected, Clean.Line(text));
        Assert.Equal(expected, Clean.Line(Clean.Line(text)));
    }

    [Fact]
    public void Every_kind_of_line_end_becomes_one() => Assert.Equal("a\nb\nc\nd\n\ne", Clean.Lines("a\r\nb\rc\u2028d\u2029e"));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_sign_for_it()
    {
        Assert.Equal("half \uFFFD pair\uFFFD", Clean.Line("half \uD83D pair\uDE00"));
        Assert.Equal("\uFFFD\n\uFFFD", Clean.Lines("\uDC00\r\uDBFF"));
    }

    [Fact]
    public void Clean_text_is_the_same_string()
    {
        const string text = "Nothing to do here, “Séjourné” said.";
        Assert.Same(text, Clean.Line(text));
    }
}
