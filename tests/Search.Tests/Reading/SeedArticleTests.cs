using Search.Articles;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading;

/// <summary>The yardstick: a plain text without headline, with a promotion and a bare sub-heading in it.</summary>
public class SeedArticleTests : ReadingTest
{
    private const string Sample = """
        Norland and Estovia have drawn closer over the past year. In March, Trade Minister Ilse Brandt told President Paul Renard that Norport valued Estovia’s “open” markets.

        But Estovia has also urged Norland to cut its ties with the shipping cartel, which have only grown since the strike.

        “We are convinced that no lasting deal can be made without the dockers,” she told a press conference in Norport.

        READ ALSO: Striker signs for third club in a year

        “It is an essential issue for us,” she continued.

        ‘Sharing’ not ‘selling’

        And Estovia’s efforts come as the union of coastal states looks for new routes.

        The term contrasts with a harder line — favoured by some in the capital — that would close the straits altogether.
        """;

    private static Article Compose(Stream stream)
    {
        var item = Assert.Single(new ArticleReader().ReadStream(stream, "seed"));
        var outcome = ArticleComposer.Default.Compose(Assert.IsType<ReadArticle>(item).Draft);
        Assert.Null(outcome.Problem);
        return outcome.Value!;
    }

    [Fact]
    public void A_text_of_the_same_build_becomes_a_good_article()
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Sample));
        var article = Compose(stream);
        Assert.Equal("Lead Body Body Boilerplate Body Heading Body Body", string.Join(' ', article.Paragraphs.Select(p => p.Kind)));
        Assert.Equal(("Norland and Estovia have drawn closer over the past year", true, "en"), (article.Title, article.TitleDerived, article.Language));
        Assert.NotNull(article.Paragraphs[3].Reason);
    }

    [Fact]
    public void The_seed_article_becomes_one_too()
    {
        var folder = Shared("seeds");
        Assert.SkipWhen(folder is null, "the shared folder is not beside the project");
        using var stream = File.OpenRead(Directory.GetFiles(folder!, "*.txt").Single());
        var article = Compose(stream);
        Assert.Equal(20, article.Paragraphs.Count);
        Assert.Equal(ParagraphKind.Lead, article.Paragraphs[0].Kind);
        var furniture = Assert.Single(article.Paragraphs, p => p.Kind == ParagraphKind.Boilerplate);
        Assert.StartsWith("READ ALSO", furniture.Text, StringComparison.Ordinal);
        Assert.Equal("points to another article (rule en-read-also)", furniture.Reason);
        Assert.Equal("‘Derisking’ not ‘decoupling’", Assert.Single(article.Paragraphs, p => p.Kind == ParagraphKind.Heading).Text);
        Assert.Equal(17, article.Paragraphs.Count(p => p.Kind == ParagraphKind.Body));
    }

    [Fact]
    public void Every_article_of_a_large_packed_file_is_read()
    {
        var folder = Shared("data/articles");
        Assert.SkipWhen(folder is null, "the shared folder is not beside the project");
        var items = new ArticleReader().ReadPaths([Path.Combine(folder!, "abc_nltk2006.jsonl.gz")]).ToList();
        Assert.Equal((3078, 0), (items.OfType<ReadArticle>().Count(), items.OfType<ReadProblem>().Count()));
    }
}
