using Search.Articles;
using Search.Searching;
using Xunit;

namespace Search.Tests.Searching.Similar;

public class SimilarTests : CorpusTest
{
    private static readonly FeedActor Trask = new("Trask Volub", "person");
    private static readonly FeedActor Odo = new("Odo Kremp", "person");

    [Fact]
    public async Task Articles_that_share_most_come_first_and_say_what_they_share()
    {
        var corpus = await OpenAsync(
            Draft("of", "lamok vruk zop", "the tarn gulp"),
            Draft("much", "lamok vruk zop fills"),
            Draft("little", "the zop and more fills"),
            Draft("nothing", "other the words"));
        var found = await SimilarAsync(corpus, "of");
        Assert.Equal(["much", "little"], Ids(found));
        Assert.Equal(["lamok", "vruk", "zop"], ((ArticleHit)found.Hits[0]).Shared!.Words.Order());
        Assert.Equal(["zop"], ((ArticleHit)found.Hits[1]).Shared!.Words);
        Assert.Equal(new Counts(2, 2), found.Counts);
        Assert.Equal(["lamok", "vruk", "zop"], found.Read.Select(r => r.Text).Order());
        Assert.Contains("<mark>lamok</mark>", ((ArticleHit)found.Hits[0]).Paragraphs[0].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_forms_of_a_word_are_one_and_a_word_of_a_name_is_none()
    {
        var corpus = await OpenAsync(Draft("of", "licences for boats in Norway"), Draft("a", "a licence was sold to Norwegian boats"), Draft("b", "nothing of it"));
        var hit = Assert.IsType<ArticleHit>(Assert.Single((await SimilarAsync(corpus, "of")).Hits));
        Assert.Equal(("a", "boats licences"), (hit.Id, string.Join(' ', hit.Shared!.Words.Order())));
        Assert.Equal("country:norway", Assert.Single(hit.Shared.Actors).Id);
    }

    [Fact]
    public async Task Actors_count_by_identity_also_after_a_merge_and_across_languages()
    {
        var corpus = await OpenAsync(
            Draft("of", "Trask Volub met envoys") with { Actors = [Trask] },
            Draft("merged", "Odo Kremp left") with { Actors = [Odo] },
            Draft("foreign", "Trask Volub traf envoys") with { Language = "de", Actors = [Trask] });
        var before = await SimilarAsync(corpus, "of");
        Assert.Equal(["foreign"], Ids(before));
        Assert.Empty(((ArticleHit)before.Hits[0]).Shared!.Words); // "envoys" is another language's word there
        corpus.MergeActors("person:trask-volub", "person:odo-kremp");
        var after = await SimilarAsync(corpus, "of");
        Assert.Equal(["foreign", "merged"], Ids(after).Order());
        Assert.All(after.Hits, h => Assert.Equal("person:odo-kremp", Assert.Single(((ArticleHit)h).Shared!.Actors).Id));
    }

    [Fact]
    public async Task Filters_choose_among_the_articles_and_paging_goes_through_them()
    {
        var corpus = await OpenAsync([Draft("of", "lamok vruk"), .. Enumerable.Range(0, 7).Select(i => Draft($"a{i}", "lamok vruk fills") with { Source = i % 2 == 0 ? "alpha" : "beta" })]);
        Assert.Equal(["a0", "a2", "a4", "a6"], Ids(await SimilarAsync(corpus, "of", "source=alpha&facet=source")));
        Assert.Equal(["a4"], Ids(await SimilarAsync(corpus, "of", "source=alpha&limit=1&offset=2")));
        Assert.Equal(0, (await SimilarAsync(corpus, "of", "article=of")).Counts.Articles);
        Assert.Equal([("alpha", 4), ("beta", 3)], Facet(await SimilarAsync(corpus, "of", "facet=source"), FacetField.Source).Values.Select(v => (v.Id, v.Articles)));
    }

    [Fact]
    public async Task An_article_with_nothing_in_common_has_an_empty_answer()
    {
        var corpus = await OpenAsync(Draft("of", "lamok vruk"), Draft("b", "zop tarn"));
        var found = await SimilarAsync(corpus, "of", "facet=source,published");
        Assert.Equal((0, 0, 0, null), (found.Hits.Count, found.Counts.Articles, found.Read.Count, found.Parsed));
        Assert.Equal(2, found.Facets.Count);
        var alone = await OpenAsync(Path.Combine(Folder, "alone"));
        await PutAsync(alone, Draft("of", "lamok"));
        Assert.Empty((await SimilarAsync(alone, "of")).Hits);
    }

    [Fact]
    public async Task An_article_is_compared_from_the_moment_that_it_is_durable()
    {
        var corpus = await OpenAsync([.. Enumerable.Range(0, 5).Select(i => Draft($"a{i}", $"lamok vruk fills{i}"))]);
        await corpus.PutAsync([Draft("new", "vruk lamok")]);
        Assert.Equal(5, (await SimilarAsync(corpus, "new")).Counts.Articles);
        await CaughtUpAsync(corpus);
        Assert.Equal(5, (await SimilarAsync(corpus, "new")).Counts.Articles);
        await corpus.PutAsync([Draft("new", "fills1 fills2 lamok")]);
        Assert.Contains("fills1", (await SimilarAsync(corpus, "new")).Read.Select(r => r.Text));
    }

    [Fact]
    public async Task An_unknown_article_is_not_found()
    {
        var corpus = await OpenAsync(Draft("a", "lamok"));
        Assert.Equal(RequestProblem.NotFound, (await corpus.SimilarAsync("b", new SearchRequest())).Problem!.Code);
        await DeleteAsync(corpus, "a");
        Assert.Equal(RequestProblem.NotFound, (await corpus.SimilarAsync("a", new SearchRequest())).Problem!.Code);
    }

    [Fact]
    public async Task At_most_25_terms_are_asked_for_and_those_of_the_headline_first()
    {
        var words = string.Join(' ', Enumerable.Range(0, 90).Select(i => $"word{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}x"));
        var corpus = await OpenAsync(Draft("of", words, "plain") with { Title = "headword" }, Draft("b", words, "headword"));
        var found = await SimilarAsync(corpus, "of");
        Assert.Equal((25, "headword"), (found.Read.Count, found.Read[0].Text));
        Assert.Equal(25, ((ArticleHit)found.Hits[0]).Shared!.Words.Count);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(500)]
    public async Task Time_that_runs_out_is_told(int milliseconds)
    {
        var clock = new SteppingClock();
        var corpus = await OpenAsync(clock: clock);
        await PutAsync(corpus, [.. Enumerable.Range(0, 4).Select(i => Draft($"a{i}", "lamok vruk", "zop"))]);
        clock.Step = TimeSpan.FromMilliseconds(20);
        var found = await SimilarAsync(corpus, "a0", $"timeout={milliseconds}ms");
        Assert.Equal(found.TimedOut, !found.Counts.Exact);
        Assert.True(found.TimedOut || found.Counts.Articles == 3);
        Assert.True(milliseconds > 10 || found.TimedOut);
    }

    private static async Task<SearchResult> SimilarAsync(Corpus corpus, string id, string parameters = "")
    {
        var answer = await corpus.SimilarAsync(id, Request(parameters));
        Assert.Null(answer.Problem);
        return answer.Value!;
    }

    /// <summary>A clock on which time goes by whenever somebody looks at it.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long ticks;

        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref ticks, Step.Ticks);
    }
}
