using Search.Articles;
using Search.Searching;
using Xunit;

namespace Search.Tests.Searching;

/// <summary>What <c>quote:</c> finds, over invented articles in several styles of quotation marks.</summary>
public class QuoteSearchTests(QuotingCorpus quoting) : CorpusTest, IClassFixture<QuotingCorpus>
{
    public static TheoryData<string, string> Queries => new()
    {
        // words, in any form and in every style of marks
        { "tariffs", "fish#1 fish#3 fish#5" },
        { "quote:tariffs", "fish#1" },
        { "quote:tariff", "fish#1" },
        { "quote:=tariff", "" },
        { "quote:=tariffs", "fish#1" },
        { "quote:licence", "licences#0" },
        { "quote:barrel", "barrels#0" },
        { "quote:Heringe", "heringe#0" },
        { "quote:port", "port#0" },
        { "quote:village", "lamp#2" },
        { "quote:olin", "" },
        { "quote:said", "" },
        // reported speech, headlines, and a quotation that runs over a paragraph's break
        { "quote:promise", "fish#4" },
        { "quote:harbour", "fish#0 fish#2" },
        { "quote:lighthouse", "lamp#0 lamp#2" },
        { "quote:keepers", "lamp#1" },
        { "quote:(lighthouse keepers)", "" },
        // phrases and nearness within one quotation
        { "quote:\"salted fish\"", "fish#1" },
        { "quote:\"closed tonight\"", "fish#2" },
        { "quote:\"tonight and\"", "" },
        { "\"tonight she said and\"", "fish#2" },
        { "quote:\"tonight and\"~2", "" },
        { "quote:(closed NEAR/2 harbour)", "" },
        { "quote:(closed NEAR/3 harbour)", "fish#2" },
        { "quote:(closed BEFORE/3 harbour)", "" },
        { "quote:(tonight NEAR/9 ferries)", "" },
        { "tonight NEAR/9 ferries", "fish#2" },
        { "quote:(quay NEAR/9 ropes)", "" },
        { "quote:((barrels OR ropes) NEAR/3 (quay OR shed))", "barrels#0" },
        { "quote:(harbour BEFORE/4 (tonight NEAR/1 closed))", "fish#2" },
        // several words: each in quoted speech of the paragraph, in one quotation or several
        { "quote:(tonight ferries)", "fish#2" },
        { "quote:tonight quote:ferries", "fish#2" },
        { "quote:(tonight OR barrels)", "barrels#0 fish#2" },
        { "quote:(harbour -closed)", "fish#0" },
        { "quote:(harbour -she)", "fish#0 fish#2" },
        { "harbour -quote:harbour", "fish#3 fish#4 fish#5" },
        { "harbour quote:-harbour", "fish#4" },
        { "quote:-harbour", "barrels#0 fish#1 fish#4 heringe#0 lamp#0 lamp#1 lamp#2 licences#0 port#0" },
        { "quote:* quay", "barrels#0" },
        { "quote:* -quote:(we OR the OR wir OR nous)", "" },
        // all kinds of leaves
        { "quote:licen*", "licences#0" },
        { "quote:li?ences", "licences#0" },
        { "quote:lisences~1", "licences#0" },
        { "quote:@norway", "licences#0" },
        { "quote:@country", "licences#0" },
        { "quote:@person", "" },
        { "quote:(government NEAR/2 @norway)", "licences#0" },
        { "quote:\"government of @norway\"", "licences#0" },
        { "quote:peacekeeping", "lamp#2" },
        { "quote:peace-keeping", "lamp#2" },
        { "quote:\"peacekeeping village\"", "lamp#2" },
        // beside other clauses
        { "quote:tariffs olin", "fish#1" },
        { "title:dockers quote:tariffs", "fish#1" },
        { "speaker:\"Marta Olin\" quote:tariffs", "fish#1" },
        { "quote:licences lang:de", "" },
    };

    [Theory, MemberData(nameof(Queries))]
    public async Task A_quote_clause_finds_what_is_said(string query, string expected)
    {
        var found = await FindAsync(query, "paragraph");
        Assert.Equal(expected, string.Join(' ', Ids(found).Order(StringComparer.Ordinal)));
        Assert.Equal(new Counts(found.Hits.Count, found.Hits.Cast<ParagraphHit>().Select(h => h.Article.Id).Distinct().Count()), found.Counts);
    }

    [Theory]
    [InlineData("quote:harbour", "fish#2", "harbour:quote")]
    [InlineData("quote:tariffs", "fish#1", "tariffs:quote")]
    [InlineData("harbour", "fish#2", "harbour:term")]
    [InlineData("quote:\"salted fish\"", "fish#1", "salted fish:quote")]
    [InlineData("quote:\"fish salted\"~3", "fish#1", "salted:quote fish:quote")]
    [InlineData("quote:(closed NEAR/3 harbour)", "fish#2", "harbour:quote closed:quote")]
    [InlineData("quote:(tonight ferries)", "fish#2", "tonight:quote ferries:quote")]
    [InlineData("quote:wait said", "fish#2", "said:term wait:quote")]
    [InlineData("quote:(harbour OR ferries OR said)", "fish#2", "harbour:quote ferries:quote")]
    [InlineData("quote:fer*", "fish#2", "ferries:quote")]
    [InlineData("quote:(harbour -she)", "fish#2", "harbour:quote")]
    [InlineData("quote:peacekeeping", "lamp#2", "peace-keeping:quote")]
    [InlineData("quote:peace-keeping", "lamp#2", "peace-keeping:quote")]
    [InlineData("quote:count", "barrels#0", "counted:quote count:quote")]
    [InlineData("quote:\"the barrels\" quay", "barrels#0", "the barrels:quote quay:term")]
    [InlineData("quote:*", "fish#2", "The harbour will stay closed tonight:quote and the ferries will wait for a new offer:quote")]
    [InlineData("quote:-tariffs", "fish#2", "")]
    public async Task What_a_quote_clause_found_is_marked_where_it_is_said(string query, string paragraph, string expected)
    {
        var found = await FindAsync(query, "paragraph");
        var hit = Assert.Single(found.Hits.Cast<ParagraphHit>(), h => h.Id == paragraph);
        Assert.Equal(expected, string.Join(' ', hit.Matches.Select(m => $"{hit.Text[m.Start..m.End]}:{m.Kind}")));
    }

    [Fact]
    public async Task A_mark_of_an_actor_in_a_quote_says_who_is_meant()
    {
        var hit = Assert.IsType<ParagraphHit>(Assert.Single((await FindAsync("quote:@norway", "paragraph")).Hits));
        var mark = Assert.Single(hit.Matches);
        Assert.Equal(("Norway", "quote", "country:norway"), (hit.Text[mark.Start..mark.End], mark.Kind, mark.Actor));
    }

    [Fact]
    public async Task A_headline_shows_what_it_quotes()
    {
        var hit = Assert.IsType<ArticleHit>(Assert.Single((await FindAsync("quote:pay", "article")).Hits, h => h.Id == "fish"));
        Assert.Equal(["pay"], hit.TitleMatches.Select(m => hit.Title[m.Start..m.End]));
        Assert.Equal([0], hit.MatchingOrdinals);
    }

    [Theory]
    [InlineData("quote:(lighthouse keepers)", "lamp 0 1 2")] // each word may be said in another paragraph
    [InlineData("quote:\"lighthouse keepers\"~40", "")]
    [InlineData("quote:lighthouse village", "lamp 0 2")]
    [InlineData("quote:tariffs quote:ferries guild", "fish 1 2 5")]
    [InlineData("quote:(storm -village)", "")] // the village is quoted elsewhere in the article
    [InlineData("quote:(storm -harbour)", "lamp 1")]
    [InlineData("quote:* quay", "barrels 0 1 licences 0 1")]
    public async Task With_article_scope_a_quote_clause_holds_anywhere_in_the_article(string query, string expected)
    {
        var found = await FindAsync(query, "article", "scope=article");
        Assert.Equal(expected, string.Join(' ', found.Hits.Cast<ArticleHit>().OrderBy(h => h.Id, StringComparer.Ordinal).Select(h => $"{h.Id} {string.Join(' ', h.MatchingOrdinals)}")));
    }

    [Fact]
    public async Task A_quote_clause_counts_among_the_words_of_which_most_or_any_must_match()
    {
        Assert.Equal(["fish#1"], Ids(await FindAsync("quote:tariffs dockers", "paragraph")));
        Assert.Equal(["fish#1", "fish#2"], Ids(await FindAsync("quote:tariffs ferries lamok", "paragraph", "match=any")).Order());
        Assert.Equal(["fish#1"], Ids(await FindAsync("quote:tariffs dockers lamok", "paragraph", "match=most")));
    }

    [Fact]
    public async Task Facets_hints_and_expansions_know_the_clause()
    {
        var found = await FindAsync("quote:lighth* keepers", "article", "facet=speaker,kind", "hints=all");
        Assert.Equal(0, found.Counts.Paragraphs);
        Assert.Equal(["lighthouse"], Assert.Single(found.Read, r => r.Expansions.Count > 0).Expansions);
        Assert.Equal(("article", 1, 3), Assert.Single(found.Hints, h => h.Type == "scope") is var hint ? (hint.Value!, hint.Articles, hint.Paragraphs) : default);
        Assert.Contains(found.Hints, h => h is { Parameter: "match", Value: "any", Paragraphs: 3 });

        var said = await FindAsync("quote:lighthouse", "article", "facet=speaker");
        Assert.Equal([("person:harriet-colbourne", 1, 1)], Facet(said, FacetField.Speaker).Values.Select(v => (v.Id, v.Articles, v.Paragraphs)));
    }

    [Fact]
    public async Task A_paragraph_that_says_the_word_more_often_scores_higher()
    {
        var corpus = await OpenAsync(
            Draft("once", "“We will never sell the lamok to anybody,” said Marta Olin. Lamok, lamok, lamok."),
            Draft("twice", "“The lamok is a lamok and will stay one,” said Marta Olin. Nothing else, she went on."));
        Assert.Equal(["twice#0", "once#0"], Ids(await SearchAsync(corpus, "q=quote:lamok&unit=paragraph")));
        Assert.Equal(["once#0", "twice#0"], Ids(await SearchAsync(corpus, "q=lamok&unit=paragraph")));
        var explained = await SearchAsync(corpus, "q=quote:lamok&unit=paragraph&explain=true");
        Assert.Contains("'quote:lamok' stands 2 times", explained.Hits[0].Explanation![0].What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_of_actors_acts_inside_quotes()
    {
        var corpus = await OpenAsync(
            Draft("a", "“We have asked Germany for help many times,” said Marta Olin of France."),
            Draft("b", "“We have asked nobody for help at any time,” said Marta Olin of Germany."));
        Assert.True(corpus.MergeActors("country:germany", "country:france"));
        Assert.Equal(["a"], Ids(await SearchAsync(corpus, "q=quote:@france")));
        Assert.True(corpus.MergeActors("country:france", "person:marta-olin"));
        Assert.Equal(["a"], Ids(await SearchAsync(corpus, "q=quote:@person")));
        Assert.Empty(Ids(await SearchAsync(corpus, "q=quote:@country")));
    }

    [Fact]
    public async Task A_paragraph_that_stands_out_of_searches_quotes_nobody()
    {
        var corpus = await OpenAsync(new ArticleDraft
        {
            Id = "a",
            Language = "en",
            Paragraphs = [new("Something happened here.", ParagraphKind.Body), new("“We will never sell the lamok to anybody,” said Marta Olin.", ParagraphKind.Boilerplate), new("“We will never sell the lamok to anybody”", ParagraphKind.Heading)],
        });
        Assert.Equal(2, (await SearchAsync(corpus, "q=lamok&include=boilerplate")).Counts.Paragraphs);
        Assert.Equal(0, (await SearchAsync(corpus, "q=quote:lamok&include=boilerplate")).Counts.Paragraphs);
    }

    [Fact]
    public async Task A_corrected_article_is_found_by_what_it_quotes_now()
    {
        var corpus = await OpenAsync(Draft("a", "“We will never sell the lamok to anybody,” said Marta Olin."));
        await PutAsync(corpus, Draft("a", "We will never sell the lamok to anybody. “They may rent the vruk for a year,” said Marta Olin."));
        Assert.Empty(Ids(await SearchAsync(corpus, "q=quote:lamok")));
        Assert.Equal(["a"], Ids(await SearchAsync(corpus, "q=quote:vruk")));
    }

    private Task<SearchResult> FindAsync(string query, string unit, params string[] more) =>
        SearchAsync(quoting.Corpus, Request([new("q", query), new("unit", unit), new("limit", "100"), new("strict", "true"), .. more.Select(m => m.Split('=')).Select(m => KeyValuePair.Create(m[0], m[1]))]));
}

/// <summary>Invented articles that quote in several styles, indexed once.</summary>
public sealed class QuotingCorpus : CorpusTest, IAsyncLifetime
{
    private static readonly ArticleDraft[] Articles =
    [
        Draft("fish",
            "“We will not accept these tariffs on salted fish,” said Marta Olin, who leads the dockers.",
            "“The harbour will stay closed tonight,” she said, “and the ferries will wait for a new offer.”",
            "Tariffs on salted fish rose in March, and the harbour stayed closed for a week.",
            "Olin said that the ministry had broken every promise since the spring. The harbour is old.",
            "The so-called “tariffs” of the guild are older than the harbour.") with { Title = "“We will not pay for this harbour” is what dockers say" },
        Draft("licences",
            "\"We ask the government of Norway for licences and for patience,\" Sigrid Haugland told the assembly.",
            "Norway keeps its licences, and nobody at the quay asked for patience."),
        Draft("lamp",
            "Harriet Colbourne said: “The old lighthouse must be saved before the winter.",
            "“And its keepers must be paid for every night of the storm.”",
            "She added, ‘We are a peace-keeping village with one lighthouse.’"),
        Draft("heringe", "„Wir werden die Preise für Heringe nicht senken“, sagte Karl Brandt in Hamburg.") with { Language = "de" },
        Draft("port", "« Nous garderons le port ouvert toute la nuit », a déclaré Luc Maret au port.") with { Language = "fr" },
        Draft("barrels",
            "»They never counted the barrels on the quay«, said Odo Kremp. “Nor did they count the ropes in the shed,” he said.",
            "The barrels on the quay were counted."),
    ];

    internal Corpus Corpus { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Corpus = await OpenAsync(Articles);
}
