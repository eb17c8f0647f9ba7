using FsCheck.Xunit;
using Microsoft.AspNetCore.WebUtilities;
using Search.App.Web;
using Xunit;

namespace Search.Tests.Web;

public class SearchLinkTests
{
    private static readonly SearchLink Busy = SearchLink.Read("?q=undersea+cable&actor=country:estonia&actor=country:finland&source.not=Wire&sort=-date&offset=40");

    [Property]
    public bool Every_value_comes_back_from_the_address(FsCheck.NonNull<string> words, FsCheck.NonNull<string> actor)
    {
        var (typed, chosen) = (Whole(words.Get), Whole(actor.Get));
        var link = SearchLink.Start.Set("q", typed).Add("actor", chosen).Add("actor", "second");
        return SearchLink.Read(new Uri("http://localhost" + link.Href).Query).Parameters.SequenceEqual(link.Parameters);
    }

    [Theory]
    [InlineData("a b+c&d=e#f%41")]
    [InlineData("\"peace talks\"~3 @person:émile \U0001F600")]
    [InlineData("a/b?c")]
    public void Signs_of_an_address_are_only_text_in_a_value(string value)
    {
        var href = SearchLink.Start.Set("q", value).Href;
        Assert.Equal(value, QueryHelpers.ParseQuery(href[1..])["q"]);
    }

    [Fact]
    public void Toggling_twice_gives_the_same_search()
    {
        var first = SearchLink.Read("?q=a&actor=x");
        Assert.Equal("/?q=a&actor=x&actor=y", first.Toggle("actor", "y").Href);
        Assert.Equal(first.Href, first.Toggle("actor", "y").Toggle("actor", "y").Href);
    }

    [Fact]
    public void A_change_of_the_search_keeps_every_other_parameter_and_returns_to_the_first_page()
    {
        const string Rest = "/?q=undersea+cable&actor=country:estonia&actor=country:finland&source.not=Wire&sort=-date";
        Assert.Equal(Rest + "&lang=et", Busy.Add("lang", "et").Href);
        Assert.Equal(Rest + "&scope=article", Busy.Set("scope", "article").Href);
        Assert.Equal("/?q=undersea+cable&actor=country:finland&source.not=Wire&sort=-date", Busy.Remove("actor", "country:estonia").Href);
        Assert.Equal("/?q=undersea+cable&actor=country:finland&source.not=Wire&sort=-date&actor.not=country:estonia", Busy.Exclude("actor", "country:estonia").Href);
        Assert.Equal("/?q=undersea+cable&actor.all=country:estonia&actor.all=country:finland&source.not=Wire&sort=-date", Busy.Rename("actor", "actor.all").Href);
        Assert.Equal("/?q=undersea+cable&sort=-date", Busy.Without(SearchLink.Filters).Href);
    }

    [Fact]
    public void A_value_that_is_set_again_stays_in_its_place() => Assert.StartsWith("/?q=other&actor=", Busy.Set("q", "other").Href, StringComparison.Ordinal);

    [Fact]
    public void Another_page_is_the_same_search()
    {
        Assert.EndsWith("&sort=-date&offset=60", Busy.From(60).Href, StringComparison.Ordinal);
        Assert.EndsWith("&sort=-date", Busy.From(0).Href, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_names_and_empty_values_are_left_out() =>
        Assert.Equal("/?q=a", SearchLink.Read("?utm_source=x&q=a&actor=&<b>=1&from=2024-01-01").Href);

    [Fact]
    public void An_article_carries_the_search_along_and_its_id_is_one_segment() =>
        Assert.Equal("/articles/a%2Fb%3Fc?q=x&offset=20#p3", SearchLink.Read("?q=x&offset=20").Article("a/b?c", 3));

    [Fact]
    public void What_a_page_asks_for_gives_way_to_what_the_address_asks_for()
    {
        var call = PageCall.Results(SearchLink.Read("?q=x&facet=kind&facet.actor.limit=100&offset=20&dedupe=none"));
        Assert.Equal("actor,topic,source,lang,author,published", call["facet"]);
        Assert.Equal("100", call["facet.actor.limit"]);
        Assert.Equal("20", call["offset"]);
        Assert.Equal("none", call["dedupe"]);
    }

    /// <summary>No half of a surrogate pair, which has no form in UTF-8, and never empty.</summary>
    private static string Whole(string text) => "a" + string.Concat(text.Where(c => !char.IsSurrogate(c)));
}
