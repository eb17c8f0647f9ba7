using Search.Searching;
using Search.Searching.Matching;
using Search.Text;
using Xunit;

namespace Search.Tests.Searching.Matching;

public class ExpansionTests : CorpusTest
{
    [Theory]
    [InlineData("word", "word", true)]
    [InlineData("word", "wor", true)]
    [InlineData("word", "words", true)]
    [InlineData("word", "ward", true)]
    [InlineData("word", "wrod", true)]
    [InlineData("word", "wodr", true)]
    [InlineData("word", "worrd", true)]
    [InlineData("word", "wrd", true)]
    [InlineData("word", "wo", false)]
    [InlineData("word", "wards", false)]
    [InlineData("word", "drow", false)]
    [InlineData("word", "wdro", false)]
    [InlineData("abcd", "bacd", true)]
    [InlineData("abcd", "badc", false)]
    [InlineData("w", "", true)]
    [InlineData("", "", true)]
    public void One_edit_is_an_insertion_deletion_replacement_or_swap(string a, string b, bool within)
    {
        Assert.Equal(within, Edits.WithinOne(a, b));
        Assert.Equal(within, Edits.WithinOne(b, a));
    }

    [Theory]
    [InlineData("wor*", "wor word wordy world worth")]
    [InlineData("word*", "word wordy")]
    [InlineData("wo?d", "wood word")]
    [InlineData("wo*d", "wood word world")]
    [InlineData("wo*r*d", "word world")]
    [InlineData("wo**d", "wood word world")]
    [InlineData("wo?ld", "world")]
    [InlineData("wor?", "")] // a question mark at the end is punctuation: the word itself, which stands for nothing
    [InlineData("WÖR*", "wor word wordy world worth")]
    [InlineData("word~1", "wood wor word wordy world")]
    [InlineData("wrod~1", "wood word")]
    [InlineData("ford~1", "")] // the first letter stays
    [InlineData("zz*", "")]
    public async Task Wildcards_and_fuzzy_words_stand_for_words_as_written(string query, string expected)
    {
        var corpus = await OpenAsync(Draft("a", "word wordy world Wörth wor"), Draft("b", "wood sword") with { Language = "de" });
        var read = Assert.Single((await SearchAsync(corpus, Request([new("q", query)]))).Read);
        Assert.Equal(expected, string.Join(' ', read.Expansions.Order(StringComparer.Ordinal)));
        Assert.Equal(read.Expansions.Count, read.ExpansionsTotal);
    }

    [Fact]
    public async Task The_most_frequent_expansions_are_told_first()
    {
        var corpus = await OpenAsync(Draft("a", "world", "wordy", "world", "word", "world", "word"));
        Assert.Equal(["world", "word", "wordy"], Assert.Single((await SearchAsync(corpus, "q=wor*")).Read).Expansions);
    }

    [Fact]
    public async Task Expansion_is_exact_or_refused_never_cut()
    {
        var words = Enumerable.Range(0, Expansion.Most).Select(i => $"wo{i:00000}").Chunk(500).Select(c => string.Join(' ', c)).ToArray();
        var corpus = await OpenAsync(Draft("a", words));
        var all = await SearchAsync(corpus, "q=wo*&unit=paragraph&highlight=none");
        Assert.Equal((words.Length, Expansion.Most, 20), (all.Counts.Paragraphs, all.Read[0].ExpansionsTotal, all.Read[0].Expansions.Count));

        await PutAsync(corpus, Draft("b", "wo99999"));
        var problem = (await corpus.SearchAsync(Request("q=lamok wo*"))).Problem!;
        Assert.Equal((RequestProblem.WildcardTooBroad, 6, 3, "wo*"), (problem.Code, problem.Query!.Position, problem.Query.Length, problem.Query.Found));
        Assert.Contains("10000", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(["b"], Ids(await SearchAsync(corpus, "q=wo99*")));
    }
}
