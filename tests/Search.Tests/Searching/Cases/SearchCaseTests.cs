using Search.Articles;
using Search.Searching;
using Xunit;

namespace Search.Tests.Searching.Cases;

/// <summary>The articles of <c>articles.md</c>, stored once for all cases, on a day of May.</summary>
public sealed class CaseCorpus : CorpusTest, IAsyncLifetime
{
    internal static DateTimeOffset Today { get; } = new(2024, 5, 20, 12, 0, 0, TimeSpan.Zero);

    internal Corpus Corpus { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Corpus = await OpenAsync(clock: new StoppedClock());
        await PutAsync(Corpus, CaseArticles.All);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Today;
    }
}

/// <summary>Tables of queries and the paragraphs that they find, worked out by hand from the contract: see the files beside this one.</summary>
public class SearchCaseTests(CaseCorpus articles) : IClassFixture<CaseCorpus>
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Cases =>
        SearchCase.All().Select(c => new TheoryDataRow<string, string, string>(c.Query, c.Parameters, c.Expected) { TestDisplayName = $"{c.File}:{c.Line} {c.Query} {c.Parameters}" });

    [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task A_query_finds_the_paragraphs_that_the_table_says(string query, string parameters, string expected)
    {
        var given = parameters.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p[1]));
        var read = SearchRequestReader.Read([new("q", query), new("unit", "paragraph"), new("limit", "100"), .. given], CaseCorpus.Today);
        Assert.True(read.Problem is null, read.Problem?.Detail);
        var answer = await articles.Corpus.SearchAsync(read.Value!);
        Assert.True(answer.Problem is null, answer.Problem?.Detail);
        var wanted = SearchCase.Paragraphs(expected).ToList();
        Assert.Equal(wanted, answer.Value!.Hits.Select(h => h.Id).Order(StringComparer.Ordinal));
        Assert.Equal(new Counts(wanted.Count, wanted.Select(id => id.Split('#')[0]).Distinct().Count()), answer.Value.Counts);
    }

    [Fact]
    public async Task The_articles_are_stored_as_the_table_has_them()
    {
        foreach (var draft in CaseArticles.All)
        {
            var article = (await articles.Corpus.ArticleAsync(draft.Id!))!;
            Assert.Equal([draft.Title!, .. draft.Paragraphs.Select(p => p.Text)], article.Paragraphs.Select(p => p.Text));
            Assert.Equal([ParagraphKind.Headline, ParagraphKind.Lead], article.Paragraphs.Take(2).Select(p => p.Kind));
        }
    }

    [Fact]
    public void There_are_cases_enough_and_none_twice()
    {
        var cases = SearchCase.All().ToList();
        Assert.True(cases.Count >= 220, $"only {cases.Count} cases");
        Assert.Empty(cases.GroupBy(c => (c.Query, c.Parameters)).Where(g => g.Count() > 1).Select(g => g.Key));
    }
}
