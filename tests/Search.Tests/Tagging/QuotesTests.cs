using Search.Tagging;
using Xunit;

namespace Search.Tests.Tagging;

public sealed class QuotesTests : IDisposable
{
    private readonly TaggingData data = new();

    public void Dispose() => data.Dispose();

    private Quote Direct(params string[] paragraphs) => data.Tag(paragraphs).Quotes.Last(q => q.Direct);

    [Theory]
    [InlineData("“We will keep the harbour open all night,” said Marta Olin.")]
    [InlineData("“We will keep the harbour open all night”, Marta Olin said.")]
    [InlineData("\"We will keep the harbour open all night,\" Marta Olin told the crew.")]
    [InlineData("Marta Olin said: «We will keep the harbour open all night».")]
    [InlineData("„We will keep the harbour open all night“, said Marta Olin.")]
    [InlineData("Marta Olin added, ‘We will keep the harbour open all night.’")]
    public void Every_style_of_marks_is_read_and_its_speaker_found(string text)
    {
        var quote = Direct(text);
        Assert.StartsWith("We will keep", text[quote.Start..quote.End], StringComparison.Ordinal);
        Assert.Equal("Marta Olin", quote.Speaker?.Label);
    }

    [Fact]
    public void He_said_is_the_last_speaker() =>
        Assert.Equal("John Olin", Direct("“It was a long night for all of us,” said John Olin.", "“We will sleep for a whole week now,” he said.").Speaker?.Label);

    [Fact]
    public void A_quotation_that_runs_on_keeps_its_speaker() =>
        Assert.Equal("John Olin", Direct("John Olin said: “It was a long night for all of us.", "“And it will not be the last one either.”").Speaker?.Label);

    [Fact]
    public void The_rest_of_an_interrupted_quotation_is_the_same_speaker() =>
        Assert.All(data.Tag("“It was a long night for us,” said John Olin. “We will sleep for a whole week.”").Quotes, q => Assert.Equal("John Olin", q.Speaker?.Label));

    [Fact]
    public void A_few_words_inside_what_he_said_are_a_quote() =>
        Assert.Equal("John Olin", Direct("John Olin said it was late.", "And the town, he said, could play a “key role” in it.").Speaker?.Label);

    [Fact]
    public void Scare_quotes_are_no_quotes() => Assert.Empty(data.Tag("The “so-called” harbour was shut.").Quotes);

    [Fact]
    public void A_quotation_that_nobody_is_near_has_no_speaker() => Assert.Null(Direct("A poster read “everyone is welcome here at any time”.").Speaker);

    [Fact]
    public void What_somebody_said_that_without_marks_is_reported()
    {
        var quote = Assert.Single(data.Tag("Marta Olin said that the harbour would stay open.").Quotes);
        Assert.False(quote.Direct);
        Assert.Equal("Marta Olin", quote.Speaker?.Label);
    }

    [Fact]
    public void The_speaker_of_a_quote_has_the_role() =>
        Assert.Equal(MentionRole.Speaker, Assert.Single(data.Tag("“We will keep the harbour open all night,” said Marta Olin.").Mentions).Role);
}
