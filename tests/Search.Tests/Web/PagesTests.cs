using System.Net;
using Search.Articles;
using Xunit;

namespace Search.Tests.Web;

/// <summary>The pages over HTTP and a real index.</summary>
public class PagesTests
{
    private static readonly ArticleDraft Ferry = new()
    {
        Id = "ports/ferry 1",
        Title = "Ferry strike ends in Tallinn",
        Source = "Harbour Post",
        Published = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero),
        Language = "en",
        Authors = ["Ida Maas"],
        Url = "https://harbour.example/ferry",
        Paragraphs = [new("The ferry strike in Estonia ended on Monday after nine days."), new("Crews <b>return</b> to the ferry quay at noon & sail at one.")],
    };

    private static readonly ArticleDraft Grain = new()
    {
        Id = "grain",
        Title = "Grain prices fall",
        Source = "Field Notes",
        Published = new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero),
        Language = "en",
        Paragraphs = [new("Grain prices fell by a tenth after a good harvest."), new("Farmers in France expect a further fall.")],
    };

    [Fact]
    public async Task A_search_finds_marks_and_opens()
    {
        await using var server = await PageServer.Start(Ferry, Grain);
        var results = WebUtility.HtmlDecode(await server.Page("/?q=ferry+strike"));
        Assert.Contains("<b>1 article</b>", results, StringComparison.Ordinal);
        Assert.Contains("<mark>ferry</mark>", results, StringComparison.Ordinal);
        Assert.Contains("href=\"/articles/ports%2Fferry%201?q=ferry+strike\"", results, StringComparison.Ordinal);
        var article = await server.Page("/articles/ports%2Fferry%201?q=ferry");
        Assert.Contains("Crews &lt;b&gt;return&lt;/b&gt; to the <mark>ferry</mark> quay at noon &amp; sail at one.", article, StringComparison.Ordinal);
        Assert.Contains("Results for <b dir=\"auto\">ferry</b>", article, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_narrows_and_unknown_parameters_are_ignored()
    {
        await using var server = await PageServer.Start(Ferry, Grain);
        var page = await server.Page("/?source=Field+Notes&utm_source=mail&colour=red");
        Assert.Contains("<b>1 article</b>", page, StringComparison.Ordinal);
        Assert.Contains("Grain prices fall", page, StringComparison.Ordinal);
        Assert.DoesNotContain("utm_source", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_holds_the_newest_articles()
    {
        await using var server = await PageServer.Start(Ferry, Grain);
        var page = await server.Page("/");
        Assert.True(page.IndexOf("Grain prices fall", StringComparison.Ordinal) < page.IndexOf("Ferry strike ends", StringComparison.Ordinal));
        Assert.Contains("<b>2</b> articles", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paragraphs_are_listed_one_by_one_when_asked_for()
    {
        await using var server = await PageServer.Start(Ferry, Grain);
        var page = await server.Page("/?q=ferry&unit=paragraph");
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(page, "class=\"card row\""));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=anything&actor=country:france")]
    public async Task An_empty_index_is_no_error(string address)
    {
        await using var server = await PageServer.Start();
        Assert.Contains("<h1", await server.Page(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_is_answered_with_the_plain_address()
    {
        await using var server = await PageServer.Start();
        using var answer = await server.Client.GetAsync(new Uri("/?q=a&unit=&from=2026-01-01&to=", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/?q=a&published=2026-01-01..", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/?q=%22open&strict=true", HttpStatusCode.BadRequest)]
    [InlineData("/?q=a&limit=900", HttpStatusCode.BadRequest)]
    [InlineData("/?q=a&sort=up", HttpStatusCode.BadRequest)]
    [InlineData("/?q=z*", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/articles/nothing", HttpStatusCode.NotFound)]
    [InlineData("/articles/%FF", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_is_a_page_with_a_status(string address, HttpStatusCode status)
    {
        await using var server = await PageServer.Start(Grain);
        using var answer = await server.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_cannot_be_carried_out_does_not_hide_an_article()
    {
        await using var server = await PageServer.Start(Grain);
        Assert.Contains("Grain prices fell by a tenth", await server.Page("/articles/grain?q=%22open&strict=true"), StringComparison.Ordinal);
    }
}
