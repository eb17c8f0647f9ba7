using System.Text;
using Search.Reading;
using Search.Reading.Json;
using Xunit;

namespace Search.Tests.Reading;

public class JsonReadingTests : ReadingTest
{
    [Fact]
    public void A_list_is_read_entry_by_entry_and_a_bad_entry_stops_nothing()
    {
        var items = Read("""[ {"body":"one, {two} [\"three\"]"} , 7, {"body":3}, "text", {"body":"last"} ]""");
        Assert.Equal(["entry 1", "entry 2", "entry 3", "entry 4", "entry 5"], items.Select(i => i.Place));
        Assert.Equal("one, {two} [\"three\"]", Draft(items[0]).Body);
        Assert.Equal("An object is expected, a number was found.", Reason(items[1]));
        Assert.Equal("`body`: text is expected, a number was found.", Reason(items[2]));
        Assert.Equal("last", Draft(items[4]).Body);
    }

    [Theory]
    [InlineData("""[{"body":"a"}""", "entry 2", "The list ends without its closing bracket.")]
    [InlineData("""[{"body":"a"},{"body":""", "entry 2", "The text ends inside this article.")]
    [InlineData("""[{"body":"a"}] more""", "", "There is more text behind the list's end; it was not read.")]
    [InlineData("""[{"body":"a"},?]""", "entry 2", "An object is expected, '?' was found; the rest was not read.")]
    public void A_list_that_ends_badly_says_where(string json, string place, string reason)
    {
        var items = Read(json);
        Assert.Equal("a", Draft(items[0]).Body);
        Assert.Equal((place, reason), (items[1].Place, Reason(items[1])));
    }

    [Fact]
    public void An_object_over_many_lines_is_one_article()
    {
        var item = Assert.Single(Read("{\n  \"title\": \"T\",\n  \"body\": \"B\"\n}\n"));
        Assert.Equal(("", "T"), (item.Place, Draft(item).Title));
    }

    [Fact]
    public void Lines_are_counted_from_one_and_blank_ones_are_skipped()
    {
        var items = Read("{\"body\":\"a\"}\n\n \r\nnonsense\n{\"body\":\"b\"}\r\n{\"body\":\"c\"}");
        Assert.Equal(["line 1", "line 4", "line 5", "line 6"], items.Select(i => i.Place));
        Assert.IsType<ReadProblem>(items[1]);
        Assert.Equal("c", Draft(items[3]).Body);
    }

    [Fact]
    public void A_line_that_never_ends_is_read_over()
    {
        var reader = new ByteReader(new MemoryStream(Encoding.UTF8.GetBytes(new string('x', 200_000) + "\nshort\n" + new string('y', 70_000))));
        Assert.True(reader.NextLine(1000, out var line));
        Assert.Null(line);
        Assert.True(reader.NextLine(1000, out line));
        Assert.Equal("short", Encoding.UTF8.GetString(line!));
        Assert.True(reader.NextLine(70_000, out line));
        Assert.Equal(70_000, line!.Length);
        Assert.False(reader.NextLine(1000, out _));
    }

    [Fact]
    public void An_article_beyond_all_limits_is_a_problem_and_the_next_is_read()
    {
        var huge = new string('x', JsonArticle.MostBytes + 1);
        var items = Read($"[{{\"body\":\"{huge}\"}},{{\"body\":\"b\"}}]");
        Assert.Equal("The article has more than 16 MB; split it.", Reason(items[0]));
        Assert.Equal("b", Draft(items[1]).Body);
    }
}
