using System.Text.RegularExpressions;
using Search.App.Web;
using Search.Searching;
using Xunit;

namespace Search.Tests.Web;

/// <summary>Whatever stands in an article or an address stays text.</summary>
public class PageSafetyTests
{
    private static readonly Regex InlineStyle = new(@"\sstyle\s*=", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
    private static readonly Regex InlineHandler = new(@"<[^>]*\son[a-z]+\s*=", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
    private static readonly Regex Script = new("<script[^>]*>.*?</script>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&{{x}}";

    public static TheoryData<string> Pages => ["results", "start", "reading", "problem", "missing", "paragraphs"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Foreign_text_is_escaped_in_every_field(string page)
    {
        var html = await Render(page, Hostile);
        Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"'>", html, StringComparison.Ordinal);
        Assert.Contains("alert(1)", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_keeps_the_content_security_policy(string page)
    {
        var html = await Render(page, "plain");
        Assert.DoesNotMatch(InlineStyle, html);
        Assert.DoesNotMatch(InlineHandler, html);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(Script.Matches(html), script => Assert.Matches("""^<script type="module" src="/app\.js\?[0-9a-f]+"></script>$""", script.Value));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//news.example/a")]
    [InlineData("not an address")]
    [InlineData(null)]
    public async Task Only_addresses_of_the_web_become_a_link_to_the_original(string? url)
    {
        var html = await Invented.Reading(SearchLink.Start, Invented.Article(url: url));
        Assert.DoesNotContain("Original page", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_original_is_linked_without_telling_it_where_the_reader_comes_from()
    {
        var html = await Invented.Reading(SearchLink.Start, Invented.Article(url: "https://news.example/a?b=\"c"));
        Assert.Contains("<a href=\"https://news.example/a?b=%22c\" rel=\"noopener nofollow\">Original page</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_marks_of_a_result_are_shown_as_marks()
    {
        var html = await Invented.Results(SearchLink.Read("?q=a"), Invented.Result("plain", "one &lt;b&gt; <mark>two</mark>"));
        Assert.Contains("one &lt;b&gt; <mark>two</mark>", html, StringComparison.Ordinal);
    }

    private static Task<string> Render(string page, string text)
    {
        var link = SearchLink.Start.Set("q", text).Add("actor", text).Add("source.not", text).Set("published", text).Set("unit", text);
        return page switch
        {
            "results" => Invented.Results(link, Invented.Result(text)),
            "paragraphs" => Invented.Results(link, Invented.Result(text) with { Unit = SearchUnit.Paragraph, Counts = new(0, 0) }),
            "start" => Invented.Start(Invented.Result(text), Invented.Status(text: text)),
            "reading" => Invented.Reading(link, Invented.Article(text, text)),
            "missing" => Rendered.Page<NotFoundPage>(new { Link = link, Id = text }),
            _ => Invented.Problem(link, new(RequestProblem.QuerySyntax, text) { Parameter = text, Query = new(RequestProblem.QuerySyntax, text, 2, 4, text, [text], text) }),
        };
    }
}
