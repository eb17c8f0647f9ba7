using System.Globalization;
using System.Net;
using Search.Articles;
using Search.Searching;
using Search.Tests.Searching.Model;
using Xunit;

namespace Search.Tests.Searching;

/// <summary>Random articles, writes, merges and searches: the answers equal those of plain lists, gone through one by one.</summary>
public class SearchPropertyTests : CorpusTest
{
    private const int Articles = 14;
    private const int Queries = 420;
    private const int MostGaps = 400;

    /// <summary>For a longer run by hand: so many seeds in place of twelve.</summary>
    private static readonly int MostSeeds = int.TryParse(Environment.GetEnvironmentVariable("NEWS_SEEDS"), CultureInfo.InvariantCulture, out var seeds) ? seeds : 12;
    private static readonly string[] Facets = ["actor", "topic", "source", "lang", "author", "kind"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, MostSeeds)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task Counts_hits_facets_and_marks_equal_brute_force(int seed)
    {
        var random = new Random(seed);
        var made = new ModelCorpus(random);
        var articles = Enumerable.Range(0, Articles).Select(_ => made.Article(made.Next)).ToDictionary(a => a.Id);
        var corpus = await OpenAsync();
        foreach (var batch in articles.Values.Chunk(7)) await PutAsync(corpus, [.. batch.Select(a => a.Draft())]);
        await ChangeAsync(corpus, random, made, articles);
        var merged = Merge(corpus, random);
        var queries = new ModelQueries(random, made, [.. articles.Values]);
        var gaps = new List<Gap>();
        for (var i = 0; i < Queries; i++)
        {
            var search = queries.Next();
            await CheckAsync(corpus, search, search.View([.. articles.Values], merged), made, gaps);
        }
        await CheckGapsAsync(corpus, gaps);
    }

    /// <summary>Some articles are replaced, some deleted, some come anew.</summary>
    private static async Task ChangeAsync(Corpus corpus, Random random, ModelCorpus made, Dictionary<string, ModelArticle> articles)
    {
        foreach (var id in articles.Keys.ToList())
        {
            var roll = random.Next(8);
            if (roll == 0)
            {
                articles.Remove(id);
                await DeleteAsync(corpus, id);
            }
            else if (roll < 3)
            {
                articles[id] = made.Article(id);
                await corpus.PutAsync([articles[id].Draft()]);
            }
        }
        var fresh = Enumerable.Range(0, 3).Select(_ => made.Article(made.Next)).ToList();
        foreach (var article in fresh) articles[article.Id] = article;
        await PutAsync(corpus, [.. fresh.Select(a => a.Draft())]);
    }

    private static Dictionary<string, string> Merge(Corpus corpus, Random random)
    {
        var merged = new Dictionary<string, string>();
        foreach (var (from, into) in ((string, string)[])[("person:trask-volub", "person:odo-kremp"), ("country:germany", "country:france"), ("country:brazil", "person:odo-kremp"), ("country:france", "country:south-korea")])
        {
            if (random.Next(3) > 0 && corpus.MergeActors(from, into)) merged[from] = into;
        }
        return merged;
    }

    private static async Task CheckAsync(Corpus corpus, ModelSearch search, ModelView view, ModelCorpus made, List<Gap> gaps)
    {
        var found = search.Found(view);
        var byArticle = found.GroupBy(p => p.Article.Id).ToDictionary(g => g.Key, g => g.Select(p => p.Ordinal).ToList());
        var sort = made.Pick(["relevance", "-date", "date"]);
        foreach (var unit in (string[])["article", "paragraph"])
        {
            var parameters = search.Parameters().Concat([new("unit", unit), new("sort", sort), new("limit", made.Pick(["4", "30", "100"])), new("best", "10")]).ToList();
            var first = await SearchAsync(corpus, Request([.. parameters, .. Facets.Select(f => KeyValuePair.Create($"facet.{f}.limit", "1000")), new("facet", string.Join(',', Facets) + ",published"), new("facet.published.interval", "month")]));
            Assert.True(first.Counts == new Counts(found.Count, byArticle.Count), $"{search}\nfound {first.Counts}, by brute force {found.Count} in {byArticle.Count}");
            foreach (var field in Facets) CheckFacet(search, view, field, found, Facet(first, Enum.Parse<FacetField>(field, true)));
            CheckDates(search, view, found, Assert.IsType<DateFacet>(first.Facets[^1]));
            var hits = await AllAsync(corpus, parameters);
            CheckOrder(search, hits, sort);
            if (unit == "article") CheckArticles(search, view, found, byArticle, hits);
            else CheckParagraphs(search, view, found, hits, gaps);
        }
    }

    private static async Task<List<Hit>> AllAsync(Corpus corpus, List<KeyValuePair<string, string>> parameters)
    {
        var hits = new List<Hit>();
        string? cursor = null;
        do
        {
            var page = await SearchAsync(corpus, Request([.. parameters, .. cursor is null ? (KeyValuePair<string, string>[])[] : [new("cursor", cursor)]]));
            Assert.True(cursor is null || page.Hits.Count > 0, "a page behind a cursor is empty");
            hits.AddRange(page.Hits);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return hits;
    }

    private static void CheckFacet(ModelSearch search, ModelView view, string field, List<ModelParagraph> found, ValueFacet facet)
    {
        var expected = search.Facet(view, field, found).Select(v => $"{v.Key} {v.Value.Articles} {v.Value.Paragraphs}").Order(StringComparer.Ordinal);
        var actual = facet.Values.Where(v => v.Paragraphs > 0).Select(v => $"{v.Id} {v.Articles} {v.Paragraphs}").Order(StringComparer.Ordinal);
        Assert.True(expected.SequenceEqual(actual), $"{search}\n{field} counts {string.Join(" | ", actual)}\nby brute force {string.Join(" | ", expected)}");
        Assert.Equal(0, facet.Other.Values);
        foreach (var filter in search.Filters.Where(f => f.Field == field))
        {
            var state = filter.How == ".not" ? FacetState.Not : FacetState.On;
            foreach (var value in filter.Values) Assert.Equal(state, Assert.Single(facet.Values, v => v.Id == (field == "actor" ? view.Meaning(value) : value)).State);
        }
    }

    private static void CheckDates(ModelSearch search, ModelView view, List<ModelParagraph> found, DateFacet facet)
    {
        var expected = search.Facet(view, "published", found);
        var missing = expected.GetValueOrDefault("");
        expected.Remove("");
        Assert.Equal(new BucketCounts(missing.Articles, missing.Paragraphs), facet.Missing);
        Assert.Equal(expected.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => (b.Key, b.Value.Articles, b.Value.Paragraphs)), facet.Buckets.Where(b => b.Paragraphs > 0).Select(b => (b.Id, b.Articles, b.Paragraphs)));
        for (var i = 1; i < facet.Buckets.Count; i++) Assert.Equal(facet.Buckets[i - 1].To, facet.Buckets[i].From);
    }

    private static void CheckArticles(ModelSearch search, ModelView view, List<ModelParagraph> found, Dictionary<string, List<int>> byArticle, List<Hit> hits)
    {
        Assert.Equal(byArticle.Keys.Order(StringComparer.Ordinal), hits.Select(h => h.Id).Order(StringComparer.Ordinal));
        var paragraphs = found.ToDictionary(p => p.Id);
        foreach (var hit in hits.Cast<ArticleHit>())
        {
            Assert.Equal(byArticle[hit.Id], hit.MatchingOrdinals);
            Assert.Equal(hit.MatchingOrdinals.Count, hit.ParagraphMatches);
            Assert.Equal(hit.MatchingOrdinals, hit.Paragraphs.Select(p => p.Ordinal).Order());
            foreach (var paragraph in hit.Paragraphs) CheckMarks(search, view, paragraphs[paragraph.Id], paragraph.Text, paragraph.Html, paragraph.Matches);
        }
    }

    private static void CheckParagraphs(ModelSearch search, ModelView view, List<ModelParagraph> found, List<Hit> hits, List<Gap> gaps)
    {
        Assert.Equal(found.Select(p => p.Id).Order(StringComparer.Ordinal), hits.Select(h => h.Id).Order(StringComparer.Ordinal));
        var paragraphs = found.ToDictionary(p => p.Id);
        foreach (var hit in hits.Cast<ParagraphHit>())
        {
            var paragraph = paragraphs[hit.Id];
            CheckMarks(search, view, paragraph, hit.Text, hit.Html, hit.Matches);
            if (search.Via is null) Assert.Equal(view.Actors(paragraph).Order(StringComparer.Ordinal), hit.Actors.Select(a => a.Id).Order(StringComparer.Ordinal));
            Assert.Equal(paragraph.Topics.Order(StringComparer.Ordinal), hit.Topics.Select(t => t.Id).Order(StringComparer.Ordinal));
            if (gaps.Count < MostGaps && Gap.IsByWordsAlone(search)) gaps.Add(new Gap($"gap-{gaps.Count}", search, paragraph, hit.Matches));
        }
    }

    private static void CheckMarks(ModelSearch search, ModelView view, ModelParagraph paragraph, string text, string? html, IReadOnlyList<Match> matches)
    {
        Assert.Equal(paragraph.Text, text);
        var marks = search.Marks(paragraph, view);
        var expected = marks.Select(m => (m.Start, m.End)).Distinct().Order().ToList();
        var actual = matches.Select(m => (m.Start, m.End)).Order().ToList();
        Assert.True(expected.SequenceEqual(actual), $"{search}\n{text}\nmarks {string.Join(" | ", actual.Select(m => text[m.Start..m.End]))}\nby brute force {string.Join(" | ", expected.Select(m => text[m.Start..m.End]))}");
        foreach (var match in matches)
        {
            var ways = marks.Where(m => (m.Start, m.End) == (match.Start, match.End)).ToList();
            Assert.Contains(new ModelMark(match.Start, match.End, match.Clause, match.Kind), ways);
            Assert.Equal(ways.Min(m => m.Clause), match.Clause);
        }
        var plain = html!.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
        Assert.DoesNotContain('<', plain);
        Assert.Equal(text, WebUtility.HtmlDecode(plain));
        var marked = html.Split("<mark>")[1..].SelectMany(part => WebUtility.HtmlDecode(part.Split("</mark>")[0])).Where(char.IsLetterOrDigit);
        var covered = text.Where((c, i) => char.IsLetterOrDigit(c) && actual.Exists(m => m.Start <= i && i < m.End));
        Assert.Equal(string.Concat(covered), string.Concat(marked));
    }

    private static void CheckOrder(ModelSearch search, List<Hit> hits, string sort)
    {
        var byScore = sort == "relevance" && search.Query is not null;
        var sorted = hits.OrderBy(h => byScore ? -h.Score : DateRank(h, sort)).ThenBy(ArticleOf, StringComparer.Ordinal).ThenBy(h => h is ParagraphHit p ? p.Ordinal : 0);
        Assert.Equal(sorted.Select(h => h.Id), hits.Select(h => h.Id));
    }

    private static double DateRank(Hit hit, string sort)
    {
        var date = hit is ArticleHit article ? article.Published : ((ParagraphHit)hit).Article.Published;
        return date is null ? double.PositiveInfinity : sort == "date" ? date.Value.ToUnixTimeSeconds() : -date.Value.ToUnixTimeSeconds();
    }

    private static string ArticleOf(Hit hit) => hit is ParagraphHit paragraph ? paragraph.Article.Id : hit.Id;

    /// <summary>Puts the found paragraphs back without their marked words: they must not be found again.</summary>
    private static async Task CheckGapsAsync(Corpus corpus, List<Gap> gaps)
    {
        Assert.NotEmpty(gaps);
        await PutAsync(corpus, [.. gaps.Select(g => g.Draft())]);
        foreach (var gap in gaps)
        {
            var again = await SearchAsync(corpus, Request([new("q", gap.Search.Query!.Text), new("match", gap.Search.Match), new("article", gap.Id)]));
            Assert.True(again.Counts.Paragraphs == 0, $"{gap.Search} still finds {gap.Draft().Paragraphs[0].Text}\nonce {gap.Paragraph.Text}");
        }
    }

    /// <summary>A paragraph whose marked words have become a word that nothing asks for.</summary>
    private sealed record Gap(string Id, ModelSearch Search, ModelParagraph Paragraph, IReadOnlyList<Match> Matches)
    {
        /// <summary>Whether a match needs words: no metadata, no NOT under an OR, no headline of another paragraph.</summary>
        public static bool IsByWordsAlone(ModelSearch search) => search is { Query: not null, Scope: "paragraph", Boilerplate: false } && NeedsWords(search.Query);

        public ArticleDraft Draft()
        {
            var text = Paragraph.Text.ToCharArray();
            foreach (var match in Matches)
            {
                for (var i = match.Start; i < match.End; i++)
                {
                    if (char.IsLetterOrDigit(text[i])) text[i] = 'x';
                }
            }
            return new() { Id = Id, Language = Paragraph.Article.Language, Paragraphs = [new(new string(text), ParagraphKind.Body)] };
        }

        private static bool NeedsWords(Ask ask, bool mayExclude = true) => ask switch
        {
            Placed => true,
            Quoted quoted => NeedsWords(quoted.Operand, mayExclude),
            And and => and.Members.Any(m => NeedsWords(m, mayExclude)) && and.Members.All(m => (m is Not && mayExclude) || NeedsWords(m, mayExclude)),
            Or or => or.Members.All(m => NeedsWords(m, mayExclude: false)),
            _ => false,
        };
    }
}
