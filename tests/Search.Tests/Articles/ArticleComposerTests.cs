using Search.Articles;
using Search.Text;
using Xunit;

namespace Search.Tests.Articles;

public class ArticleComposerTests
{
    private const string First = "The council opened the new bridge on Monday after two years of work.";
    private const string Second = "Drivers had waited for it since the old one was closed.";

    private static Article Compose(ArticleDraft draft)
    {
        var outcome = ArticleComposer.Default.Compose(draft);
        Assert.Null(outcome.Problem);
        return outcome.Value!;
    }

    private static string Kinds(Article article) => string.Join(' ', article.Paragraphs.Select(p => p.Kind.ToString().ToLowerInvariant()));

    private static DraftParagraph[] Texts(params string[] texts) => [.. texts.Select(t => new DraftParagraph(t))];

    [Fact]
    public void Plain_sentences_come_back_exactly_as_given()
    {
        string[] texts = ["Alpha beta gamma.", "Delta.", "Epsilon zeta eta theta iota kappa lambda mu nu.", "Xi omicron.", "Read more books.", "Rho."];
        var article = Compose(new ArticleDraft { Id = "x", Title = "Greek letters", Language = "en", Paragraphs = Texts(texts) });
        Assert.Equal(["Greek letters", .. texts], article.Paragraphs.Select(p => p.Text));
        Assert.Equal("headline lead body body body body body", Kinds(article));
        Assert.Equal(Enumerable.Range(0, 7), article.Paragraphs.Select(p => p.Ordinal));
        Assert.All(article.Paragraphs, p => Assert.Equal(p.Text, article.Text.Substring(p.Start, p.Text.Length)));
    }

    [Fact]
    public void A_headline_is_derived_from_the_lead_and_is_no_paragraph()
    {
        var article = Compose(new ArticleDraft { Body = $"{First} More will follow.\n\n{Second}" });
        Assert.Equal((First[..^1], true), (article.Title, article.TitleDerived));
        Assert.Equal("lead body", Kinds(article));
        var longer = Compose(new ArticleDraft { Body = string.Join(' ', Enumerable.Repeat("wonderful", 40)) });
        Assert.EndsWith("wonderful…", longer.Title, StringComparison.Ordinal);
        Assert.InRange(longer.Title.Length, 50, 101);
    }

    [Fact]
    public void Furniture_and_sub_headings_are_told_and_say_why()
    {
        var article = Compose(new ArticleDraft { Body = $"{First}\n\nREAD ALSO: Team wins\n\n{Second}\n\n‘Slower’ not ‘cheaper’\n\n{First}\n\nAdvertisement" });
        Assert.Equal("lead boilerplate body heading body boilerplate", Kinds(article));
        Assert.Equal("points to another article (rule en-read-also)", article.Paragraphs[1].Reason);
        Assert.Equal(SubHeading.Reason, article.Paragraphs[3].Reason);
        Assert.All(article.Paragraphs.Where(p => p.Kind is ParagraphKind.Lead or ParagraphKind.Body), p => Assert.Null(p.Reason));
    }

    [Theory]
    [InlineData("Word word word."), InlineData("JOURNALIST: Thank you"), InlineData("* the second item"), InlineData("Net 1,991,000 vs 1,485,000"), InlineData("and so it goes"), InlineData("The following were named:"), InlineData("“Never again”")]
    public void A_line_that_may_be_text_is_no_heading(string line) => Assert.Equal("lead body body", Kinds(Compose(new ArticleDraft { Paragraphs = Texts(First, line, Second) })));

    [Fact]
    public void A_line_below_another_short_line_or_at_the_end_is_no_heading()
    {
        Assert.Equal("lead body body body", Kinds(Compose(new ArticleDraft { Paragraphs = Texts(First, "Monday", "Tuesday", Second) })));
        Assert.Equal("lead body", Kinds(Compose(new ArticleDraft { Paragraphs = Texts(First, "Ada Hill") })));
    }

    [Fact]
    public void Declared_kinds_hold_and_the_first_of_the_body_is_the_lead()
    {
        var article = Compose(new ArticleDraft
        {
            Paragraphs =
            [
                new("Bridge opens", ParagraphKind.Headline), new("A bridge", ParagraphKind.Caption), new("Advertisement", ParagraphKind.Body), new("Opening", ParagraphKind.Heading),
                new(Second, ParagraphKind.Boilerplate), new(First), new("Another", ParagraphKind.Headline),
            ],
        });
        Assert.Equal("headline caption lead heading boilerplate body heading", Kinds(article));
        Assert.Equal(("Bridge opens", false), (article.Title, article.TitleDerived));
    }

    [Fact]
    public void A_body_that_repeats_the_headline_does_so_as_furniture()
    {
        var article = Compose(new ArticleDraft { Title = "Bridge opens", Body = $"BRIDGE OPENS\n\n{First}" });
        Assert.Equal("headline boilerplate lead", Kinds(article));
        Assert.Equal("repeats the headline", article.Paragraphs[1].Reason);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData(" \n\n\t\u200B"), InlineData("READ ALSO: Team wins\n\nAdvertisement")]
    public void Without_text_there_is_no_article(string? body)
    {
        var problem = ArticleComposer.Default.Compose(new ArticleDraft { Title = "Headline", Body = body, Language = "en" }).Problem!;
        Assert.Equal(ArticleProblem.Unprocessable, problem.Code);
    }

    [Fact]
    public void Too_many_paragraphs_and_an_impossible_id_are_problems()
    {
        var many = string.Join("\n\n", Enumerable.Repeat("x", 5001));
        Assert.Equal(ArticleProblem.TooLarge, ArticleComposer.Default.Compose(new ArticleDraft { Body = many }).Problem!.Code);
        Assert.Equal(ArticleProblem.InvalidBody, ArticleComposer.Default.Compose(new ArticleDraft { Id = "a\nb", Body = First }).Problem!.Code);
    }

    [Theory]
    [InlineData("https://News.Example/a/b/?utm_source=x&id=7#top"), InlineData("http://news.example/a/b?id=7&fbclid=abc"), InlineData(" https://news.example:443/a/b?gclid=1&id=7 ")]
    public void Links_that_differ_in_tracking_only_are_one_article(string url)
    {
        var id = ArticleComposer.Default.Identify(new ArticleDraft { Url = "https://news.example/a/b?id=7" });
        Assert.Matches("^[0-9a-f]{16}$", id);
        Assert.Equal(id, ArticleComposer.Default.Identify(new ArticleDraft { Url = url, Body = "whatever" }));
        Assert.NotEqual(id, ArticleComposer.Default.Identify(new ArticleDraft { Url = "https://news.example/a/b?id=8" }));
    }

    [Fact]
    public void The_id_is_the_given_one_else_of_the_address_else_of_the_content()
    {
        var draft = new ArticleDraft { Id = "mine", Url = "https://news.example/a", Body = First };
        var composer = ArticleComposer.Default;
        Assert.Equal("mine", Compose(draft).Id);
        Assert.Equal(composer.Identify(draft with { Id = null }), Compose(draft with { Id = null }).Id);
        var byContent = composer.Identify(new ArticleDraft { Body = $"{First}\r\n\r\n{Second}" });
        Assert.Equal(byContent, composer.Identify(new ArticleDraft { Paragraphs = Texts(First, Second) }));
        Assert.NotEqual(byContent, composer.Identify(new ArticleDraft { Body = First }));
    }

    [Fact]
    public void The_language_is_the_given_one_in_short_or_is_detected()
    {
        Assert.Equal("pt", Compose(new ArticleDraft { Language = "pt-BR", Body = First }).Language);
        Assert.Equal("en", Compose(new ArticleDraft { Body = $"{First}\n\n{Second}" }).Language);
        Assert.Equal("und", Compose(new ArticleDraft { Body = "Qtly div 27 cts" }).Language);
    }

    [Fact]
    public void The_fingerprint_follows_the_data_files()
    {
        var folder = Directory.CreateTempSubdirectory("compose");
        try
        {
            var before = new ArticleComposer(new DataFolder(folder.FullName)).Fingerprint;
            Directory.CreateDirectory(Path.Combine(folder.FullName, "language"));
            File.WriteAllText(Path.Combine(folder.FullName, "language", "boilerplate.tsv"), "en\tmine\tequals\tgo away\tis rude\n");
            var composer = new ArticleComposer(new DataFolder(folder.FullName));
            Assert.NotEqual(before, composer.Fingerprint);
            var article = composer.Compose(new ArticleDraft { Language = "en", Body = $"{First}\n\nGo away!" }).Value!;
            Assert.Equal("is rude (rule mine)", article.Paragraphs[1].Reason);
        }
        finally { folder.Delete(recursive: true); }
    }
}
