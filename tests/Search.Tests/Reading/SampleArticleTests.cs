using System.Text.RegularExpressions;
using Search.Articles;
using Search.Reading;
using Search.Tests.House;
using Xunit;

namespace Search.Tests.Reading;

/// <summary>The sample articles are read without trouble, and show every format that is read.</summary>
public class SampleArticleTests
{
    private static readonly List<ReadItem> Items = [.. new ArticleReader().ReadPaths([Repository.At("seeds/articles")])];

    [Fact]
    public void Every_sample_is_an_article() => Assert.Empty(Items.OfType<ReadProblem>().Select(p => $"{p.File}, {p.Place}: {p.Reason}")
        .Concat(Items.OfType<ReadArticle>().Select(a => (a, ArticleComposer.Default.Compose(a.Draft).Problem)).Where(c => c.Problem is not null).Select(c => $"{c.a.File}, {c.a.Place}: {c.Problem!.Detail}")));

    [Fact]
    public void Every_format_that_is_read_has_a_sample() => Assert.Empty(ArticleReader.Formats.Except(Items.Select(i => i.Format)));

    [Fact]
    public void There_are_as_many_as_is_said()
    {
        var said = Regex.Match(Repository.Read("seeds/SAMPLES.md"), "holds (?<articles>[0-9]+) short news articles \\((?<records>[0-9]+) records", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        var ids = Items.OfType<ReadArticle>().Select(a => ArticleComposer.Default.Compose(a.Draft).Value!.Id).ToList();
        Assert.Equal((said.Groups["articles"].Value, said.Groups["records"].Value), ($"{ids.Distinct().Count()}", $"{ids.Count}"));
    }

    [Theory]
    [InlineData("czech-rate-cut")]
    [InlineData("northgate-wire.example:nw-2025-08-03-falkenjoch")]
    [InlineData("https://rift-lantern.example/2026/05/nairobi-marsh")]
    public void A_corrected_one_comes_after_what_it_corrects(string idOrAddress)
    {
        var versions = Items.OfType<ReadArticle>().Select(a => a.Draft).Where(d => d.Id == idOrAddress || d.Url == idOrAddress).ToList();
        Assert.Equal(2, versions.Count);
        Assert.Null(versions[0].Revised);
        Assert.True(versions[1].Revised > versions[0].Published);
    }
}
