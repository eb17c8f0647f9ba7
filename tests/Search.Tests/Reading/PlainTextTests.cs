using Xunit;

namespace Search.Tests.Reading;

public class PlainTextTests : ReadingTest
{
    [Fact]
    public void The_first_block_is_no_title_when_it_is_text()
    {
        var draft = One($"{Lead}\n\n{Body}\n");
        Assert.Null(draft.Title);
        Assert.Equal($"{Lead}\n\n{Body}", draft.Body);
    }

    [Fact]
    public void A_first_line_that_reads_like_a_headline_is_one()
    {
        var draft = One($"\nNew bridge opens after two years\r\n\r\n{Lead}\n");
        Assert.Equal(("New bridge opens after two years", Lead), (draft.Title, draft.Body));
    }

    [Theory]
    [InlineData("By Ada Hill"), InlineData("Advertisement"), InlineData("READ ALSO: Team wins the cup"), InlineData("2 May 2024"), InlineData("OSLO, Monday -"), InlineData("Share"), InlineData("Is it open?")]
    public void Other_short_lines_are_none(string line) => Assert.Null(One($"{line}\n\n{Lead}").Title);

    [Fact]
    public void Lines_at_the_top_that_name_things_are_understood()
    {
        var draft = One($"Title: Bridge opens\nSource: Example\nDate: 2 May 2024\nURL: https://news.example/b\nAuthors: A. Writer, B. Second\nLanguage: en\n\n{Lead}\n\nSource: this line is text.");
        Assert.Equal(("Bridge opens", "Example", "https://news.example/b", "en"), (draft.Title, draft.Source, draft.Url, draft.Language));
        Assert.Equal(new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero), draft.Published);
        Assert.Equal(["A. Writer", "B. Second"], draft.Authors);
        Assert.Equal($"{Lead}\n\nSource: this line is text.", draft.Body);
    }

    [Fact]
    public void A_line_with_a_colon_that_names_nothing_known_is_text() => Assert.StartsWith("Oslo: ", One($"Oslo: {Lead}").Body, StringComparison.Ordinal);

    [Fact]
    public void A_text_beyond_all_measure_is_a_problem() =>
        Assert.Contains("holds one article", Reason(Assert.Single(Read(string.Concat(Enumerable.Repeat("some words ", 400_000))))), StringComparison.Ordinal);
}
