using System.Globalization;
using Search.Indexing.Analysis;
using Search.Tagging;
using Search.Text;
using Xunit;

namespace Search.Tests.Indexing;

public class QuotedWordsTests
{
    [Theory]
    [InlineData("no quotes", "", "")]
    [InlineData("one two three", "4-7", "1-1")]
    [InlineData("one two three", "0-13", "0-2")]
    [InlineData("“one two” three", "1-8", "0-1")]
    [InlineData("one, two. three!", "0-3 10-15", "0-0 2-2")]
    [InlineData("one, two. three!", "10-15 0-3", "0-0 2-2")] // in any order
    [InlineData("one two three", "0-3 4-7", "0-0 1-1")] // neighbours stay two
    [InlineData("one two three", "0-13 4-7", "0-2")] // one inside the other
    [InlineData("one two three four", "0-7 4-18", "0-3")]
    [InlineData("one two three", "1-13", "1-2")] // a word that begins outside is not quoted
    [InlineData("one two three", "0-6", "0-0")]
    [InlineData("one … three", "4-5", "")] // no word in it
    [InlineData("the U.S. said", "4-8", "1-1")]
    public void A_quotation_holds_the_words_that_lie_in_it_whole(string text, string quotes, string expected)
    {
        var found = new QuotedWords([.. QuotedWords.Of(Tokenizer.Tokenize(text), [.. Pairs(quotes).Select(q => new Quote(0, q.First, q.Last, true, null, null, 1))])]);
        var shown = new List<string>();
        for (var i = 0; i < found.Count; i++) shown.Add($"{found[i].First}-{found[i].Last}");
        Assert.Equal(expected, string.Join(' ', shown));
    }

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(2, 4, true)]
    [InlineData(1, 2, false)]
    [InlineData(4, 5, false)]
    [InlineData(5, 5, true)]
    [InlineData(2, 6, false)]
    [InlineData(7, 7, false)]
    [InlineData(0, 0, false)]
    public void Places_lie_within_one_quotation_or_not(int first, int last, bool held) => Assert.Equal(held, new QuotedWords([2, 4, 5, 6]).Hold(first, last));

    private static IEnumerable<(int First, int Last)> Pairs(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('-'))
        .Select(p => (int.Parse(p[0], CultureInfo.InvariantCulture), int.Parse(p[1], CultureInfo.InvariantCulture)));
}
