using Search.Articles;
using Search.Evaluation;
using Search.Tests.Commands;
using Search.Tests.Reading.Html;
using Xunit;

namespace Search.Tests.Evaluation;

public class HtmlEvaluationTests : HtmlPageTest
{
    [Theory]
    [InlineData("a b c", "a b c", 1, 1)]
    [InlineData("A b, c!", "c B a", 1, 1)]
    [InlineData("a a b", "a b b b", 2.0 / 3, 0.5)]
    [InlineData("a b", "c d", 0, 0)]
    [InlineData("", "c d", 0, 0)]
    [InlineData("", "", 1, 1)]
    public void Words_are_met_as_often_as_both_texts_have_them(string text, string expected, double precision, double recall)
    {
        var overlap = TextOverlap.Of(text, expected);
        Assert.Equal((precision, recall), (overlap.Precision, overlap.Recall));
        Assert.Equal(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), overlap.F1, 12);
    }

    [Theory]
    [InlineData("Bridge opens", "bridge opens!", true)]
    [InlineData("Bridge opens", "Bridge opens - Ann Lee - Post", true)]
    [InlineData("Bridge", "Bridge opens", false)]
    [InlineData("Bridge opens | Post", "Bridge opens", false)]
    public void A_title_is_right_without_the_site_s_name(string found, string expected, bool isRight) => Assert.Equal(isRight, HtmlEvaluation.IsTitle(found, expected));

    [Fact]
    public void A_date_is_right_to_the_second()
    {
        Assert.True(ArticleDates.TryParse("2024-05-02T08:10:00.25Z", out var date));
        Assert.True(HtmlEvaluation.IsDate(date, "2024-05-02T10:10:00+02:00"));
        Assert.False(HtmlEvaluation.IsDate(date, "2024-05-02"));
        Assert.False(HtmlEvaluation.IsDate(null, "2024-05-02"));
    }

    [Fact]
    public void Pages_listed_in_one_file_are_measured_beside_smart_reader()
    {
        Write("a.html", Page("", $"<article><h1>Bridge opens</h1>{Text}</article>"));
        File.WriteAllBytes(Path.Combine(Folder.FullName, "b.html.gz"), Gzip("<html><script>nothing</script>"u8.ToArray()));
        Write("ground-truth.json", $$$"""{"b":{"articleBody":"Words."},"a":{"articleBody":"{{{First}}} {{{Second}}} {{{Third}}}"}}""");
        var report = HtmlEvaluation.Run(Folder.FullName, TestContext.Current.CancellationToken);
        Assert.Equal(["a", "b"], report.Pages.Select(p => p.Page));
        Assert.Equal((1.0, 0.0, 0.5, 0.5), (report.Pages[0].Text.F1, report.Pages[1].Text.F1, report.Mean.F1, report.Median));
        Assert.True(report.Pages[0].SmartReader.F1 > 0.5);
        Assert.Equal(((0, 0), (0, 0)), (report.Titles, report.Dates));
        Assert.StartsWith("No article text was found", report.Pages[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_in_folders_of_their_own_are_measured_with_titles_and_dates()
    {
        using var at = new TestTerminal();
        at.Write("pages/one/source.html", Page("<meta property='article:published_time' content='2024-05-02T08:10:00Z'>", $"<article><h1>Bridge opens</h1>{Text}</article>"));
        at.Write("pages/one/expected.html", $"<div>{Text}<figcaption>Not compared</figcaption></div>");
        at.Write("pages/one/expected-metadata.json", """{"title":"Bridge opens","publishedTime":"2024-05-03"}""");
        at.Write("pages/two/other.txt", "no page");
        await at.ExpectAsync(0, "eval", "html", "pages", "--worst", "1");
        foreach (var part in (string[])["1 page", "median F1", "SmartReader", "right titles: 1 of 1, right dates: 0 of 1", "worst pages", "another date", "1.000"]) Assert.Contains(part, at.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_come_as_json_too()
    {
        using var at = new TestTerminal();
        at.Write("one/source.html", Page("", Text));
        at.Write("one/expected.html", Text);
        await at.ExpectAsync(0, "eval", "html", ".", "--json");
        using var json = System.Text.Json.JsonDocument.Parse(at.Out);
        Assert.Equal((1, 1.0, "one"), (json.RootElement.GetProperty("pages").GetInt32(), json.RootElement.GetProperty("mean").GetProperty("f1").GetDouble(), json.RootElement.GetProperty("results")[0].GetProperty("page").GetString()));
    }

    [Theory]
    [InlineData("{", "is not JSON (line 1)")]
    [InlineData("[]", "holds no object of pages")]
    [InlineData("""{"a":{"text":"x"}}""", "\"a\" has no text \"articleBody\"")]
    [InlineData("""{"a":{"articleBody":"x"}}""", "names \"a\", but there is no")]
    public void Gold_that_cannot_be_used_says_what_is_expected(string truth, string reason)
    {
        Write("ground-truth.json", truth);
        Assert.Contains(reason, Assert.Throws<EvaluationException>(() => HtmlEvaluation.Run(Folder.FullName, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html_articles", 0.96)]
    [InlineData("jsonld_html", 0.95)]
    public void Real_pages_are_read_well(string folder, double least)
    {
        var shared = SharedFolder.Find("data/formats/" + folder);
        Assert.SkipWhen(shared is null, "the shared folder is not beside the project");
        var report = HtmlEvaluation.Run(shared!, TestContext.Current.CancellationToken);
        Assert.True(report.Mean.F1 >= least, $"F1 {report.Mean.F1}");
        Assert.True(report.Titles.Right >= 0.9 * report.Titles.Of && report.Dates.Right >= 0.9 * report.Dates.Of, $"{report.Titles} {report.Dates}");
    }
}
