using System.Net;
using System.Text.RegularExpressions;
using Search.App.Web;
using Search.Searching;
using Search.Searching.Query;
using Xunit;

namespace Search.Tests.Web;

public class ResultsPageTests
{
    private static readonly Regex Headline = new("<h1[ >]", RegexOptions.NonBacktracking);
    private static readonly Regex InputTags = new("<input[^>]*>", RegexOptions.NonBacktracking);
    private static readonly Regex SearchLinks = new("href=\"(?<to>/(\\?[^\"]*)?)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly SearchLink Link = SearchLink.Read("?q=cable+repair%2A&actor=country:estonia&actor=country:norway&actor.not=org:Harbour&limit=50&tz=Europe/Tallinn&offset=50");

    [Fact]
    public async Task The_counts_of_articles_and_paragraphs_are_the_headline()
    {
        var html = await Invented.Results(Link, Invented.Result());
        Assert.Single(Headline.Matches(html));
        Assert.Contains("<b>131 articles</b>", html, StringComparison.Ordinal);
        Assert.Contains("<small>214 paragraphs</small>", html, StringComparison.Ordinal);
        Assert.Contains("3 of 14 paragraphs", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_can_be_followed_as_a_feed_and_exported()
    {
        var html = WebUtility.HtmlDecode(await Invented.Results(Link, Invented.Result()));
        const string Feed = "/v1/feed.atom?q=cable+repair%2A&actor=country:estonia&actor=country:norway&actor.not=org:Harbour&tz=Europe%2FTallinn";
        Assert.Contains($"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"This search as a feed\" href=\"{Feed}\"", html, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Feed}\" type=\"application/atom+xml\">", html, StringComparison.Ordinal);
        Assert.Contains("format=csv", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_sends_every_parameter_of_the_search_once()
    {
        var html = await Invented.Results(Link, Invented.Result());
        var sent = Inputs(html).Where(i => i.Type == "hidden" || i.IsChecked || i.Name == "q").Select(i => $"{i.Name}={i.Value}").ToList();
        Assert.Equal(
            ["actor.not=org:Harbour", "actor=country:estonia", "actor=country:norway", "limit=50", "q=cable repair*", "tz=Europe/Tallinn"],
            sent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_link_of_the_search_keeps_the_words()
    {
        var html = await Invented.Results(Link, Invented.Result());
        var links = SearchLinks.Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value)).Where(l => l != "/").ToList();
        Assert.True(links.Count > 20);
        var others = links.Where(l => SearchLink.Read(l[l.IndexOf('?', StringComparison.Ordinal)..].Split('#')[0])["tz"] is null).ToList();
        // The examples of the query language begin a search of their own, and an actor's mention does.
        Assert.All(others, l => Assert.Matches("^/\\?q=[^&]*$", l));
    }

    [Fact]
    public async Task Each_filter_has_a_chip_that_takes_it_away()
    {
        var html = await Invented.Results(SearchLink.Read("?q=a&actor=country:estonia&published=2024-01..2024-03&source.not=Wire"), Invented.Result());
        Assert.Contains("aria-label=\"Remove the filter: Estonia\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=a&amp;published=2024-01..2024-03&amp;source.not=Wire\" aria-label=\"Remove the filter: Estonia\"", html, StringComparison.Ordinal);
        Assert.Contains("Remove the filter: not Wire", html, StringComparison.Ordinal);
        Assert.Contains("1 Jan 2024 – 31 Mar 2024", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?q=a\">Clear all 3</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alternatives_of_actors_can_be_asked_for_together()
    {
        var html = await Invented.Results(SearchLink.Read("?actor=a&actor=b"), Invented.Result());
        Assert.Contains("<a href=\"/?actor.all=a&amp;actor.all=b\" title=\"Ask for all of them together\">or</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_value_is_listed_at_nothing_and_an_excluded_one_can_be_let_in()
    {
        var html = await Invented.Results(Link, Invented.Result());
        Assert.Matches("value=\"country:norway\" checked", html);
        Assert.Contains("aria-label=\"Undo: do not exclude Harbour\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Exclude Estonia\"", html, StringComparison.Ordinal);
        Assert.Contains("409 more", html, StringComparison.Ordinal);
        Assert.Contains("facet.actor.limit=412#facet-actor", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Topics_stand_below_their_nearest_listed_ancestor() =>
        Assert.Equal([("t:economy", 0), ("t:oil", 1), ("t:courts", 0)], FacetTree.Order(Invented.Topics().Values).Select(v => (v.Value.Id, v.Depth)));

    [Fact]
    public async Task Wider_readings_are_offered_with_their_counts_and_keep_the_rest()
    {
        var html = await Invented.Results(SearchLink.Read("?q=a&source=wire"), Invented.Result("b"));
        Assert.Contains("<a href=\"/?q=a&amp;source=wire&amp;scope=article\">anywhere in the article</a> <b>188</b>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?q=b&source=wire\">did you mean “b”?</a>", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?q=a\">without wire</a>", html, StringComparison.Ordinal);
        Assert.Contains("the whole article (188)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reading_is_told_when_it_says_more_than_the_words()
    {
        Assert.Contains("Read as <code dir=\"auto\">cable repair*</code>", await Invented.Results(Link, Invented.Result()), StringComparison.Ordinal);
        Assert.Contains("<code dir=\"auto\">Harbour*</code> meets Harbour and 2 more", await Invented.Results(Link, Invented.Result()), StringComparison.Ordinal);
        Assert.DoesNotContain("Read as", await Invented.Results(SearchLink.Read("?q=Cable++repair"), Invented.Result() with { Parsed = "cable repair", Read = [] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_histogram_tells_as_a_table_what_its_bars_show()
    {
        var html = await Invented.Results(SearchLink.Read("?q=a"), Invented.Result());
        Assert.Equal(3, Regex.Count(html, "class=\"hit\""));
        Assert.Contains("<a href=\"/?q=a&amp;published=2026-11\">Nov 2026</a></th><td>9</td><td>12</td>", html, StringComparison.Ordinal);
        Assert.Contains("no date</th><td>1</td><td>2</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_lead_on_and_back_and_no_further_than_the_index_goes()
    {
        var middle = await Invented.Results(SearchLink.Read("?q=a&offset=40"), Invented.Result());
        Assert.Contains("href=\"/?q=a&amp;offset=20\">← Previous", middle, StringComparison.Ordinal);
        Assert.Contains("href=\"/?q=a&amp;offset=60\">Next →", middle, StringComparison.Ordinal);
        Assert.Contains("41 to 60 of 131", middle, StringComparison.Ordinal);
        var last = await Invented.Results(SearchLink.Read("?q=a&offset=120"), Invented.Result());
        Assert.DoesNotContain("Next →", last, StringComparison.Ordinal);
        var deep = await Invented.Results(SearchLink.Read("?q=a&offset=9980"), Invented.Result() with { Counts = new(90_000, 40_000) });
        Assert.Contains("narrow the search, or export it", deep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_offers_what_would_find_something()
    {
        var nothing = Invented.Result() with { Counts = new(0, 0), Hits = [] };
        Assert.Contains("What would find something", await Invented.Results(Link, nothing), StringComparison.Ordinal);
        Assert.Contains("Other words, fewer of them, or a wildcard", await Invented.Results(Link, nothing with { Hints = [] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_search_is_a_call_away()
    {
        var html = await Invented.Results(SearchLink.Read("?q=a&nonsense=1&source=b"), Invented.Result());
        Assert.Contains("href=\"/v1/search?q=a&amp;source=b&amp;facet=actor,topic,source,lang,author,published", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/v1/export?q=a&amp;source=b&amp;format=csv\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_query_is_kept_and_its_fault_is_shown_in_place()
    {
        var html = await Invented.Problem(SearchLink.Read("?q=(cable"), new(RequestProblem.QuerySyntax, "A bracket is not closed.")
        {
            Query = new QueryError(RequestProblem.QuerySyntax, "A bracket is not closed.", 0, 1, "(", [")"], "cable"),
        });
        Assert.Contains("<em>(</em>cable", html, StringComparison.Ordinal);
        Assert.Contains("value=\"(cable\"", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/?q=cable\">", html, StringComparison.Ordinal);
        Assert.Single(Headline.Matches(html));
    }

    [Fact]
    public async Task A_refused_parameter_can_be_dropped()
    {
        var html = await Invented.Problem(SearchLink.Read("?q=a&limit=900"), new(RequestProblem.InvalidParameter, "'limit' is at most 100.") { Parameter = "limit" });
        Assert.Contains("<a href=\"/?q=a\">Search without <code>limit</code></a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_control_has_a_name_for_people()
    {
        var html = await Invented.Results(Link, Invented.Result());
        Assert.All(Inputs(html).Where(i => i.Type != "hidden"), input =>
            Assert.True(html.Contains($"<label class=\"hidden\" for=\"{input.Name}\"", StringComparison.Ordinal) || Regex.IsMatch(html, $"<label[^>]*>[^<]*<input[^>]*name=\"{Regex.Escape(input.Name)}\"", RegexOptions.NonBacktracking), input.Name));
        Assert.All(Regex.Matches(html, "<select[^>]*>", RegexOptions.NonBacktracking), select => Assert.Contains("aria-label=", select.Value, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, string Value, string Type, bool IsChecked)> Inputs(string html) => InputTags.Matches(html).Select(m =>
        (Attribute(m.Value, "name"), Attribute(m.Value, "value"), Attribute(m.Value, "type"), Regex.IsMatch(m.Value, "\\schecked", RegexOptions.NonBacktracking)));

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"", RegexOptions.NonBacktracking).Groups[1].Value);
}
