using Search.Text;
using Xunit;

namespace Search.Tests.Text;

public class BlocksTests
{
    [Theory]
    [InlineData("One.\n\nTwo.", "One.|Two.")]
    [InlineData("One.\r\n \t\r\n\r\nTwo.\r\n", "One.|Two.")]
    [InlineData("The mayor said on Monday that\nthe bridge would open in spring.\n\nNobody believed him.", "The mayor said on Monday that the bridge would open in spring.|Nobody believed him.")]
    [InlineData("The first line is a sentence.\nThe second is one too.\nAnd so is the third.", "The first line is a sentence.|The second is one too.|And so is the third.")]
    [InlineData("The mayor said on Monday that the\nbridge would open in spring if the\nmoney was found in time.", "The mayor said on Monday that the bridge would open in spring if the money was found in time.")]
    [InlineData("a peace-\nkeeping force came", "a peace-keeping force came")]
    [InlineData("", "")]
    [InlineData("\n\n \n", "")]
    public void Text_is_broken_where_its_paragraphs_end(string text, string expected) => Assert.Equal(expected, string.Join('|', Blocks.Of(text)));

    [Fact]
    public void Long_lines_without_blank_ones_between_are_paragraphs()
    {
        var line = string.Join(' ', Enumerable.Repeat("word", 40));
        Assert.Equal([line, line], Blocks.Of($"{line}\n{line}"));
    }
}
