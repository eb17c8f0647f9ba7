using System.Net;
using System.Text.RegularExpressions;
using Search.App.Web;
using Search.Articles;
using Search.Searching;
using Search.Tagging;
using Xunit;
using Match = Search.Searching.Match;

namespace Search.Tests.Web;

public class ArticlePageTests
{
    private static readonly SearchLink Link = SearchLink.Read("?q=will+pay&source=x");

    [Fact]
    public async Task Paragraph_numbers_are_addresses_and_matching_ones_say_so()
    {
        var html = await Invented.Reading(Link, Invented.Article());
        Assert.Contains("id=\"p0\"", html, StringComparison.Ordinal);
        Assert.Matches("<div class=\"text lead match\" id=\"p1\">\\s*<a class=\"no\" href=\"#p1\" lang=\"en\" aria-label=\"Paragraph 1, matches\">1</a>", html);
        Assert.Equal(1, Regex.Count(html, "id=\"p3\""));
    }

    [Fact]
    public async Task There_is_one_h1_and_the_given_headline_is_not_repeated()
    {
        var html = await Invented.Reading(Link, Invented.Article());
        Assert.Equal(1, Regex.Count(html, "<h1[ >]"));
        Assert.Equal(1, Regex.Count(html, "id=\"p0\""));
        Assert.Contains("<h2 dir=\"auto\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_is_a_link_to_its_actor_with_the_reason_and_a_match_within_it_is_marked()
    {
        var html = await Invented.Reading(Link, Invented.Article());
        Assert.Contains("class=\"mention country\" href=\"/?actor=country:Tallinn+will+pay+the+cost\" title=\"Tallinn will pay the cost: Tallinn will pay the cost (metonym, subject, 0.90)\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("><mark>al</mark></a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Furniture_is_closed_with_its_reason()
    {
        var html = await Invented.Reading(Link, Invented.Article() with { Paragraphs = [new("a#0", 0, ParagraphKind.Boilerplate, "READ ALSO: more") { Reason = "pattern: read also" }] });
        Assert.Matches("<details>\\s*<summary[^>]*>1 paragraph left out of search: <b>pattern: read also</b></summary>", html);
    }

    [Fact]
    public async Task The_way_back_and_on_keeps_the_search()
    {
        var html = await Invented.Reading(Link, Invented.Article() with { Next = "n/1", Previous = null });
        Assert.Contains("<a href=\"/?q=will+pay&source=x\">", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("<a rel=\"next\" href=\"/articles/n%2F1?q=will+pay&source=x\">", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_derived_headline_says_that_it_is_one()
    {
        var html = await Invented.Reading(Link, Invented.Article() with { TitleDerived = true });
        Assert.Contains("headline derived", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_a_derived_headline_the_first_paragraph_keeps_its_own_address()
    {
        var html = await Invented.Reading(Link, Invented.Article() with { TitleDerived = true, Paragraphs = [new("a#0", 0, ParagraphKind.Lead, "Ships wait.")] });
        Assert.Equal(1, Regex.Count(html, "id=\"p0\""));
        Assert.Contains("<div class=\"text lead\" id=\"p0\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_tells_its_rule_and_the_paragraph_that_gave_it()
    {
        var html = await Invented.Reading(Link, Invented.Article());
        Assert.Contains("rule Tallinn will pay the cost, <a href=\"#p1\">¶ 1</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_the_article_is_told() =>
        Assert.Contains("<article lang=\"fr\" dir=\"auto\">", await Invented.Reading(Link, Invented.Article() with { Language = "fr" }), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, 3)]
    [InlineData(4, 900)]
    [InlineData(900, 2)]
    public void Stretches_are_the_text_again_whatever_the_offsets(int start, int end)
    {
        const string Text = "Tallinn will pay";
        var mentions = new[] { Mention(start, end), Mention(0, 7), Mention(3, 9) };
        var stretches = MarkedText.Cut(Text, [new Match(start, end, "term", 0), new Match(2, 10, "term", 0)], mentions);
        Assert.Equal(Text, string.Concat(stretches.Select(s => s.Text)));
    }

    [Fact]
    public void A_match_that_leaves_a_mention_is_cut_at_its_end()
    {
        var stretches = MarkedText.Cut("Tallinn will", [new Match(4, 12, "phrase", 0)], [Mention(0, 7)]);
        Assert.Equal([("Tall", false, true), ("inn", true, true), (" will", true, false)], stretches.Select(s => (s.Text, s.IsMatch, s.Mention is not null)));
    }

    private static ArticleMention Mention(int start, int end) =>
        new(start, end, "x", "country:x", ActorType.Country, "x", MentionVia.Name, MentionRole.Other, 1, "gazetteer");
}
