using Search.Text;
using Xunit;

namespace Search.Tests.Text;

public class EditsTests
{
    [Theory]
    [InlineData("word", "word", 0)]
    [InlineData("word", "wrod", 1)]
    [InlineData("word", "wor", 1)]
    [InlineData("word", "words", 1)]
    [InlineData("word", "ward", 1)]
    [InlineData("government", "goverment", 1)]
    [InlineData("president", "presdient", 1)]
    [InlineData("president", "persident", 1)]
    [InlineData("parliament", "parlament", 1)]
    [InlineData("comission", "commision", 2)]
    [InlineData("abcd", "badc", 2)]
    [InlineData("ca", "abc", 3)] // no letter is edited twice
    [InlineData("word", "wards", 2)]
    [InlineData("word", "sentence", 3)]
    public void Edits_between_two_words_are_counted_up_to_two(string a, string b, int edits)
    {
        Assert.Equal(edits, Edits.Count(a, b, 2));
        Assert.Equal(edits, Edits.Count(b, a, 2));
        Assert.Equal(edits <= 1, Edits.WithinOne(a, b));
    }

    [Fact]
    public void Words_of_hundreds_of_letters_are_no_spelling_of_each_other() => Assert.Equal(2, Edits.Count(new string('a', 500), new string('a', 500), 1));

    [Fact]
    public void Both_ways_of_counting_agree_on_random_words()
    {
        var random = new Random(1);
        for (var i = 0; i < 5000; i++)
        {
            var (a, b) = (Word(random), Word(random));
            Assert.True(Edits.WithinOne(a, b) == (Edits.Count(a, b, 2) <= 1), $"{a} {b}");
        }
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (char)('a' + random.Next(3)))]);
}
