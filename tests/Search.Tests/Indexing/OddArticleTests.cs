using Search.Articles;
using Search.Searching;
using Search.Tests.Searching;
using Xunit;

namespace Search.Tests.Indexing;

public class OddArticleTests : CorpusTest
{
    [Fact]
    public async Task A_word_of_40000_letters_and_a_url_as_long_hold_up_nothing()
    {
        var corpus = await OpenAsync();
        var word = new string('q', 40_000);
        await PutAsync(corpus, Draft("long", $"The word {word} stands here.") with { Url = "https://example.org/" + word }, Draft("next", "A plain sentence stands here."));
        Assert.Equal(["long", "next"], await IdsAsync(corpus, "q=stands"));
        Assert.Equal(["long"], await IdsAsync(corpus, "q=" + new string('q', 2000)));
        Assert.Equal(["long"], await IdsAsync(corpus, "q=url:https://example.org/qqq*"));
    }

    [Fact]
    public async Task An_export_of_articles_has_all_their_matching_paragraphs()
    {
        var corpus = await OpenAsync(Draft("a", [.. Enumerable.Range(0, 9).Select(i => $"Sentence number {i} speaks of herring.")]));
        var hits = new List<Hit>();
        await foreach (var hit in corpus.ExportAsync(Request("q=herring"), TestContext.Current.CancellationToken)) hits.Add(hit);
        Assert.Equal(9, Assert.IsType<ArticleHit>(Assert.Single(hits)).Paragraphs.Count);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void A_date_that_stands_for_no_date_is_refused_with_the_years_that_are_taken(string date)
    {
        Assert.False(ArticleDates.TryParse(date, out _));
        Assert.Contains("1000 to 2999", ArticleDates.Accepted);
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(Corpus corpus, string parameters)
    {
        var answer = await corpus.SearchAsync(Request(parameters), TestContext.Current.CancellationToken);
        Assert.Null(answer.Problem);
        return [.. answer.Value!.Hits.Select(h => h.Id).Order(StringComparer.Ordinal)];
    }
}
