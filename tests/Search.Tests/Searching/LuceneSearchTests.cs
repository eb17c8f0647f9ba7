using Search.Searching;
using Search.Searching.Query.LuceneSyntax;
using Xunit;

namespace Search.Tests.Searching;

/// <summary>What queries in Lucene's syntax find, over four paragraphs with each combination of two words and one without either.</summary>
public sealed class LuceneSearchTests : CorpusTest
{
    private Task<Corpus> FourAsync() => OpenAsync(
        Draft("both", "The sanctions hit the harbour and the bank."), Draft("bank", "The bank stayed open."), Draft("harbour", "The harbour stayed open."), Draft("none", "Nothing stayed open."));

    [Theory]
    [InlineData("harbour bank", "all", "both")]
    [InlineData("harbour bank", "any", "both bank harbour")]
    [InlineData("harbour AND bank", "any", "both")]
    [InlineData("+harbour +bank", "any", "both")]
    [InlineData("+harbour bank", "all", "both harbour")]
    [InlineData("+harbour bank", "any", "both harbour")]
    [InlineData("+harbour -bank", "any", "harbour")]
    [InlineData("harbour OR bank", "all", "both bank harbour")]
    [InlineData("harbour OR NOT bank", "all", "harbour")]
    [InlineData("harbour OR (*:* NOT bank)", "all", "both harbour none")]
    [InlineData("+(harbour bank) +sanctions", "any", "both")]
    [InlineData("(harbour AND bank) nothing", "any", "both none")]
    [InlineData("-bank", "all", "harbour none")]
    [InlineData("*:*", "all", "both bank harbour none")]
    [InlineData("harb?ur~1 OR harb*", "all", "both harbour")]
    public async Task A_query_finds_what_it_says(string query, string match, string ids)
    {
        var corpus = await FourAsync();
        var result = await SearchAsync(corpus, $"syntax=lucene&match={match}&q={Uri.EscapeDataString(query)}");
        Assert.Equal(ids.Split(' ').Order(), Ids(result).Order());
        Assert.Equal(match, result.Match.ToString().ToLowerInvariant());
    }

    [Fact]
    public async Task A_word_that_is_not_required_is_marked_and_ranks_first()
    {
        var corpus = await FourAsync();
        var result = await SearchAsync(corpus, "syntax=lucene&q=%2Bharbour bank");
        Assert.Equal(["both", "harbour"], Ids(result));
        Assert.Equal("The sanctions hit the <mark>harbour</mark> and the <mark>bank</mark>.", ((ArticleHit)result.Hits[0]).Paragraphs[0].Html);
        Assert.Equal(["harbour", "bank OR *"], result.Read.Select(r => r.Text));
    }

    /// <summary>A hint's number is what its link finds; where signs and operators say what must match there is nothing to widen.</summary>
    [Theory]
    [InlineData("harbour bank", "most any")]
    [InlineData("harbour AND bank", "")]
    [InlineData("+harbour +bank nothing", "")]
    [InlineData("(harbour bank) sanctions nothing", "")]
    public async Task Hints_widen_only_words_side_by_side(string query, string modes)
    {
        var corpus = await FourAsync();
        var result = await SearchAsync(corpus, $"syntax=lucene&hints=all&q={Uri.EscapeDataString(query)}");
        var hints = result.Hints.Where(h => h.Type == "match").ToList();
        Assert.Equal(modes.Split(' ', StringSplitOptions.RemoveEmptyEntries), hints.Select(h => h.Value));
        foreach (var hint in hints)
        {
            Assert.Contains("syntax=lucene", hint.Href, StringComparison.Ordinal);
            Assert.Equal(hint.Articles, (await SearchAsync(corpus, $"syntax=lucene&match={hint.Value}&q={Uri.EscapeDataString(query)}")).Counts.Articles);
        }
    }

    [Fact]
    public async Task Optional_words_mark_and_count_in_the_whole_article_too()
    {
        var corpus = await OpenAsync(Draft("a", "The harbour.", "The bank.", "The weather."));
        var result = await SearchAsync(corpus, "syntax=lucene&scope=article&q=%2Bharbour bank");
        Assert.Equal((2, 1), ((int)result.Counts.Paragraphs, (int)result.Counts.Articles));
        Assert.Equal([0, 1], ((ArticleHit)result.Hits[0]).MatchingOrdinals);
    }

    [Fact]
    public async Task Pages_of_a_cursor_are_read_in_the_same_syntax()
    {
        var corpus = await FourAsync();
        const string asked = "syntax=lucene&limit=1&q=%2Bharbour bank";
        var first = await SearchAsync(corpus, asked);
        var second = await SearchAsync(corpus, $"{asked}&cursor={Uri.EscapeDataString(first.Cursor!)}");
        Assert.Equal(["both", "harbour"], Ids(first).Concat(Ids(second)));
    }

    [Fact]
    public void A_query_of_the_other_syntax_is_not_read_as_it()
    {
        var refused = SearchRequestReader.Read([new("q", "a^2"), new("syntax", "lucene")], Now).Problem!;
        Assert.Equal((RequestProblem.QuerySyntax, LuceneMessages.Boost, "q"), (refused.Code, refused.Detail, refused.Parameter));
        Assert.Equal("a^2", SearchRequestReader.Read([new("q", "a^2")], Now).Value!.Query.Root!.ToString());
        Assert.Null(SearchRequestReader.Read([new("syntax", "lucene")], Now).Value!.Query.Root);
    }
}
