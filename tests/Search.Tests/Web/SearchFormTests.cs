using Search.App.Web;
using Xunit;

namespace Search.Tests.Web;

public class SearchFormTests
{
    [Theory]
    [InlineData("?q=a+b&unit=&match=&scope=article&sort=&from=&to=", "/?q=a+b&scope=article")]
    [InlineData("?q=a&from=2024-01-01&to=2024-03-31", "/?q=a&published=2024-01-01..2024-03-31")]
    [InlineData("?q=a&from=&to=2024-03-31&actor=x&actor=y", "/?q=a&actor=x&actor=y&published=..2024-03-31")]
    [InlineData("?q=a&published=7d&from=&to=", "/?q=a&published=7d")]
    [InlineData("?q=&from=&to=", "/")]
    [InlineData("?q=a&unit=article&sort=relevance&from=&to=&offset=20", "/?q=a")]
    public void The_form_leads_to_the_plain_address(string sent, string address)
    {
        var link = SearchForm.Read(sent)!;
        Assert.Equal(address, link.Href);
        Assert.Null(SearchForm.Read(new Uri("http://localhost" + link.Href).Query));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=a&sort=relevance")]
    public void An_address_without_date_fields_is_not_sent_by_the_form(string query) => Assert.Null(SearchForm.Read(query));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-01..2024-03-05", "2024-01-01", "2024-03-05")]
    [InlineData("2024-05-02..", "2024-05-02", null)]
    [InlineData("..9999", null, "9999-01-01")]
    [InlineData("7d", null, null)]
    [InlineData("<b>..2024", null, null)]
    [InlineData("2024-W18", null, null)]
    public void The_date_fields_show_what_the_address_says_in_days(string? published, string? from, string? to) =>
        Assert.Equal((from, to), SearchForm.Dates(published));
}
