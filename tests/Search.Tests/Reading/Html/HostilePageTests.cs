using System.Text;
using Search.Reading;
using Search.Reading.Html;
using Xunit;

namespace Search.Tests.Reading.Html;

public class HostilePageTests : HtmlPageTest
{
    private static string Many(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();

    /// <summary>Mark-up that costs careless readers the square of its length, or their stack; around it stands an article.</summary>
    public static TheoryData<string> Bombs =>
    [
        "<div>", "<b>", "<b id=1><p>", "<a href=x>", "<table>", "<table><tr><td>", "<ul><li>", "<p>", "<span class='x y z'>", "</div>", "</p>", "<font><p>", "<section><h2>", "<blockquote>", "<form>", "<svg><g>",
        "&amp;", "&", "&#x1F600;", "&#999999999;", "&lt;p&gt;", "<", "<!", "<!-", "</", "<x", "<a b=c>", "<td>", "<br>", "<hr>", "<![CDATA[", "<?", "]]>",
    ];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Mark_up_in_masses_costs_no_more_than_its_length(string part)
    {
        var bomb = Many(part, 20_000);
        var items = Read(Page("", $"<article><h1>Bridge opens</h1>{Text}</article><div>{bomb}"));
        Assert.Equal([First, Second, Third], Draft(Assert.Single(items)).Paragraphs.Take(3).Select(p => p.Text));
        Assert.Single(Read("<html>" + bomb));
    }

    [Fact]
    public void A_name_in_JSON_LD_that_is_no_text_costs_the_JSON_LD_and_not_the_page() =>
        Assert.Equal([First, Second, Third], Paragraphs(OfPage(JsonLd("{\"\\ud800\":1,\"head\\ud800line\":2,\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"mainEntityOfPage\":{\"\\udc00\":1}}"), Text)));

    [Fact]
    public void An_address_of_megabytes_is_none() =>
        Assert.Null(OfPage("<link rel='canonical' href='https://harbour.example/" + Many("aaaa/", 400_000) + "'>", Text).Url);

    [Fact]
    public void A_page_of_more_than_a_hundred_thousand_elements_is_refused() =>
        Assert.StartsWith("The page has more than 100,000 elements and texts", Reason(Assert.Single(Read("<html>" + Many("<div>", Search.Reading.Html.Page.MostNodes)))), StringComparison.Ordinal);

    [Fact]
    public void Elements_nested_too_deep_lie_side_by_side()
    {
        var page = Search.Reading.Html.Page.Parse(Many("<div>", 50_000) + First);
        Assert.All(page.Nodes, n => Assert.True(n.Line().Count() <= Search.Reading.Html.Page.Deepest + 1));
        Assert.Equal([First, Second, Third], Paragraphs(OfPage("", Many("<div>", 5000) + Text + Many("</div>", 5000))));
    }

    [Fact]
    public void An_element_of_a_hundred_thousand_attributes_or_a_giant_one_is_an_element() =>
        Assert.Equal([First, Second, Third], Paragraphs(OfPage("", $"<div {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}='{i}' "))}><p title='{new string('x', 2_000_000)}' class='{Many("related ", 50_000)}'></p>{Text}</div>")));

    [Fact]
    public void A_script_that_never_closes_takes_the_rest() => Assert.Equal([First, Second, Third], Paragraphs(OfPage("", $"<div>{Text}</div><script>var x = '<p>{First}</p>")));

    [Fact]
    public void Zeros_in_the_text_are_dropped() => Assert.Equal([First, Second, Third], Paragraphs(OfPage("", Text.Replace("council", "coun\0cil", StringComparison.Ordinal))).Select(p => p.Replace("\0", "", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_needs_to_be_closed() => Assert.Equal([First, Second, Third], Paragraphs(One($"<html><head><title>Bridge<meta charset=utf-8></title><body><div><h1>Bridge opens</h1><p>{First}<p>{Second}<p>{Third}")));

    [Fact]
    public void A_page_may_break_off_anywhere()
    {
        var page = Page(JsonLd("{\"@type\":\"NewsArticle\",\"headline\":\"Bridge &amp; tunnel\"}") + "<meta name='author' content=\"Ann\">", $"<!-- x --><div class='a b'>{Text}<table><tr><td>1</table></div>");
        for (var end = 0; end < page.Length; end += 3) Assert.NotEmpty(Read("<!doctype html>" + page[..end]));
    }

    [Theory]
    [InlineData("[", 100_000), InlineData("{\"@graph\":", 100_000), InlineData("{\"@type\":\"NewsArticle\",\"author\":", 5000), InlineData("{\"@graph\":[", 50)]
    public void Linked_data_nested_without_end_is_passed_over(string part, int count) =>
        Assert.Equal([First, Second, Third], Paragraphs(OfPage(JsonLd(Many(part, count)) + JsonLd(Many("[", 60) + Many("]", 60)), Text)));

    [Fact]
    public void Linked_data_of_many_articles_is_bounded() =>
        Assert.Equal("Bridge 0", OfPage(JsonLd($"[{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{{\"@type\":\"NewsArticle\",\"headline\":\"Bridge {i}\"}}"))}]"), Text).Title);

    [Fact]
    public void A_page_of_more_than_ten_million_characters_is_refused() =>
        Assert.StartsWith("The page has more than 10 million characters", Reason(Assert.Single(Read("<html>" + new string('x', HtmlPageFormat.Longest)))), StringComparison.Ordinal);

    [Fact]
    public void A_headline_of_separators_costs_no_more_than_its_length() =>
        Assert.Equal([First, Second, Third], Paragraphs(OfPage($"<title>{Many("x | ", 200_000)}</title><meta property='og:title' content='{Many("x - ", 200_000)}'><meta property='og:site_name' content='x'>", Text)));

    [Fact]
    public void A_date_before_the_page_was_fetched_is_believed_only()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Page("<meta property='article:published_time' content='2031-01-01'><link rel=canonical href='/bridge'>", Text)));
        var source = new Source("page", stream, new TextEncoding(TextEncoding.LenientUtf8, 0)) { Url = "https://post.example/a/", Fetched = new DateTimeOffset(2024, 5, 3, 0, 0, 0, TimeSpan.Zero) };
        var draft = Draft(Assert.Single(new HtmlPageFormat().Read(source)));
        Assert.Equal((null, "https://post.example/bridge"), (draft.Published, draft.Url));
    }
}
