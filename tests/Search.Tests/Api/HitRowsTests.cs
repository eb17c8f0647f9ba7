using System.Buffers;
using System.Text;
using Search.App.Api;
using Search.Articles;
using Search.Searching;
using Search.Tagging;
using Xunit;

namespace Search.Tests.Api;

public class HitRowsTests
{
    private static string Row(Hit hit)
    {
        var bytes = new ArrayBufferWriter<byte>();
        HitRows.Row(bytes, hit);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    [Fact]
    public void Values_are_quoted_where_they_must_be_and_formulas_are_made_text()
    {
        var hit = new ParagraphHit
        {
            Id = "a#2",
            Ordinal = 2,
            Kind = ParagraphKind.Body,
            Text = "=1+1, he \"said\"\nso",
            Score = 0.1,
            Article = new HitArticle("a", "@title", null, "Post", new DateTimeOffset(2024, 5, 2, 10, 0, 0, TimeSpan.FromHours(2)), "en"),
            Actors =
            [
                new("country:china", ActorType.Country, "China", "Beijing", MentionVia.Metonym, MentionRole.Subject),
                new("country:china", ActorType.Country, "China", "China", MentionVia.Name, MentionRole.Other),
                new("org:un", ActorType.Org, "UN", "UN", MentionVia.Name, MentionRole.Other),
            ],
            Topics = [new("medtop:1", "x"), new("medtop:2", "y")],
        };
        Assert.Equal("a#2,a,2,'@title,,Post,2024-05-02T08:00:00Z,en,body,\"'=1+1, he \"\"said\"\"\nso\",country:china|org:un,medtop:1|medtop:2,0.1\r\n", Row(hit));
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("+1", true)]
    [InlineData("-2", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("\t=1", true)]
    [InlineData("\ttext", true)]
    [InlineData("\rtext", true)]
    [InlineData("\ntext", true)]
    [InlineData("  =1", true)]
    [InlineData("\"=1\"", true)]
    [InlineData(" ' \"-1", true)]
    [InlineData("“=1”", true)]
    [InlineData("\u00a0=1", true)]
    [InlineData("＝1", true)]
    [InlineData("", false)]
    [InlineData("   ", false)]
    [InlineData("1=1", false)]
    [InlineData("\"Never\", she said", false)]
    [InlineData("– said he", false)]
    [InlineData("a\n=1", false)]
    public void What_a_spreadsheet_might_run_is_known(string value, bool formula) => Assert.Equal(formula, HitRows.IsFormula(value));

    [Fact]
    public void A_guarded_value_is_quoted_like_any_other()
    {
        var hit = new ArticleHit { Id = "-1", Title = "\r\"=cmd|' /C calc'!A0\", 2", Paragraphs = [new("-1#0", 0, ParagraphKind.Body, 1, "\t+1")], Authors = ["=x"] };
        Assert.Equal("'-1,'-1,,\"'\r\"\"=cmd|' /C calc'!A0\"\", 2\",,,,und,,'\t+1,,,0\r\n", Row(hit));
    }

    [Fact]
    public void An_article_is_one_row_with_its_matching_paragraphs_in_their_order()
    {
        var hit = new ArticleHit { Id = "a", Title = "T", Score = 2, Paragraphs = [new("a#1", 1, ParagraphKind.Lead, 2, "Two"), new("a#0", 0, ParagraphKind.Headline, 1, "One")] };
        Assert.Equal("a,a,,T,,,,und,,\"One\n\nTwo\",,,2\r\n", Row(hit));
    }
}
