using Search.Text;
using Xunit;

namespace Search.Tests.Text;

public class TokenizerTests
{
    [Theory]
    [InlineData("AT&T and at&t", "at&t and at&t")]
    [InlineData("R&D, r&d; PG&E's S&P-500", "r&d r&d pg&e s&p 500")]
    [InlineData("Marks&Spencer & BBC&ITV", "marks spencer bbc itv")]
    [InlineData("a& b &c &", "a b c")]
    public void An_ampersand_beside_a_single_letter_belongs_to_the_word_in_capitals_or_not(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("U.S. u.s. U.S", "us us us")]
    [InlineData("O'Neill O’Neill's l’accord", "oneill oneill laccord")]
    [InlineData("1,250.75 3.5% 10:30", "1,250.75 3.5 10 30")]
    [InlineData("和平x協議", "和 平 x 協 議")]
    public void A_word_is_what_readers_take_for_one(string text, string words) => Assert.Equal(words, Words(text));

    private static string Words(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(t => Tokenizer.Form(text, t)));
}
