using System.Text.RegularExpressions;
using Search.App.Web;
using Search.Searching;
using Xunit;

namespace Search.Tests.Web;

public class StartPageTests
{
    [Fact]
    public async Task It_says_what_the_index_holds_and_leads_into_it()
    {
        var html = await Invented.Start(Invented.Result(), Invented.Status(1200));
        Assert.Contains("<b>1,200</b> articles in <b>4,800</b> paragraphs from <b>1</b> source", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?actor=country:estonia\">", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/articles/Harbour\"", html, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(html, "<h1[ >]"));
    }

    [Fact]
    public async Task An_empty_index_says_how_to_fill_it()
    {
        var empty = new SearchResult { Counts = new(0, 0) };
        var html = await Invented.Start(empty, new IndexStatus(0, 0, [], [], new(null, null), null, 0, 0, 0));
        Assert.Contains("The index is empty", html, StringComparison.Ordinal);
        Assert.Contains("id=\"q\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_of_an_empty_index_finds_nothing_and_says_so()
    {
        var html = await Invented.Results(SearchLink.Read("?q=a"), new SearchResult { Counts = new(0, 0) });
        Assert.Contains("<b>0 articles</b>", html, StringComparison.Ordinal);
        Assert.Contains("Nothing found", html, StringComparison.Ordinal);
    }
}
