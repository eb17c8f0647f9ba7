using System.Globalization;
using Search.Searching;
using Xunit;

namespace Search.Tests.Searching.Spelling;

public class SpellingTests : CorpusTest
{
    [Theory]
    [InlineData("Macorn", "Macron")] // a swap
    [InlineData("macon", "macron")] // a letter missing
    [InlineData("amcron", "macron")] // the first two letters swapped
    [InlineData("MACRRON", "MACRON")]
    [InlineData("Zelenskiy", "Zelensky")]
    [InlineData("goverment", "government")]
    [InlineData("goverrmant", "government")] // two edits in a long word
    [InlineData("goverment presidnet", "government president")]
    [InlineData("goverment -strike", "government -strike")]
    [InlineData("\"french goverment\"", "\"french government\"")]
    [InlineData("(goverment OR xqzzk) NEAR/5 french", "(government OR xqzzk) NEAR/5 french")]
    [InlineData("lead:goverment lang:en", "lead:government lang:en")]
    [InlineData("  =goverment,  french", "  =government,  french")]
    [InlineData("правительсво", "правительство")]
    [InlineData("government", null)] // known
    [InlineData("xqzzk", null)] // nothing like it
    [InlineData("nacron", null)] // the first letter stays
    [InlineData("teh", null)] // too short
    [InlineData("-goverment", null)] // what is excluded finds no more
    [InlineData("goverm*", null)]
    [InlineData("lang:emglish", null)]
    [InlineData("1988x", null)]
    [InlineData("goverment xqzzk", null)] // it would find nothing either
    public async Task A_word_that_the_index_hardly_has_is_offered_as_it_has_it(string query, string? corrected)
    {
        var corpus = await OpenAsync([.. Enumerable.Range(0, 3).Select(i => Draft($"a{i}", "the french government of president Macron and Zelensky", "правительство")), Draft("b", "the xylophone")]);
        var found = await SearchAsync(corpus, Request([new("q", query)]));
        var hint = found.Hints.SingleOrDefault(h => h.Type == "spelling");
        Assert.Equal((corrected, corrected is null ? null : "q"), (hint?.Value, hint?.Parameter));
        if (hint is null) return;
        var again = await SearchAsync(corpus, Request([new("q", hint.Value!)]));
        Assert.Equal((again.Counts.Articles, again.Counts.Paragraphs), (hint.Articles, hint.Paragraphs));
        Assert.True(hint.Articles > found.Counts.Articles);
        Assert.Equal("/v1/search?q=" + Uri.EscapeDataString(hint.Value!), hint.Href);
    }

    [Theory]
    [InlineData("hints=none", false)]
    [InlineData("hints=auto", true)]
    [InlineData("hints=all", true)]
    [InlineData("hints=all&lang=de", false)] // the filters stay
    [InlineData("hints=all&scope=article&unit=paragraph&match=any", true)]
    public async Task It_is_a_hint_like_the_others(string parameters, bool offered)
    {
        var corpus = await OpenAsync(Draft("a", "the government"), Draft("b", "nothing") with { Language = "de" });
        Assert.Equal(offered, (await SearchAsync(corpus, "q=goverment&" + parameters)).Hints.Any(h => h.Type == "spelling"));
    }

    [Fact]
    public async Task A_rare_word_is_offered_as_one_that_is_far_more_frequent_and_not_the_other_way_round()
    {
        var corpus = await OpenAsync([.. Enumerable.Range(0, 40).Select(i => Draft($"a{i}", i == 0 ? "the goverment" : "the government"))]);
        Assert.Equal("government", (await SearchAsync(corpus, "q=goverment")).Hints.Single(h => h.Type == "spelling").Value);
        Assert.DoesNotContain((await SearchAsync(corpus, "q=government&hints=all")).Hints, h => h.Type == "spelling");
    }

    [Fact]
    public async Task The_most_frequent_of_the_nearest_words_is_offered()
    {
        var corpus = await OpenAsync(Draft("a", "macron"), Draft("b", "macron"), Draft("c", "marcon macorna"), Draft("d", "mackorn"));
        Assert.Equal("macron", (await SearchAsync(corpus, "q=macorn")).Hints.Single(h => h.Type == "spelling").Value);
    }

    [Fact]
    public async Task A_word_in_capitals_never_becomes_an_operator()
    {
        var corpus = await OpenAsync(Draft("a", "near the harbour"), Draft("b", "harbour"));
        Assert.Equal("near HARBOUR", (await SearchAsync(corpus, "q=NEARR HARBOUR")).Hints.Single(h => h.Type == "spelling").Value);
    }

    [Fact]
    public async Task Hundreds_of_unknown_words_are_answered_and_the_first_few_looked_for()
    {
        var corpus = await OpenAsync(Draft("a", "the government of letters"));
        var words = string.Join(' ', Enumerable.Range(0, 400).Select(i => "qx" + new string((char)('a' + (i % 26)), 3) + (char)('a' + (i / 26))));
        var read = SearchRequestReader.Read([new("q", "goverment " + words), new("match", "any")], Now, maxQueryLength: 16_384).Value!;
        Assert.Equal("government " + words, (await SearchAsync(corpus, read)).Hints.Single(h => h.Type == "spelling").Value);
        read = SearchRequestReader.Read([new("q", words + " goverment"), new("match", "any")], Now, maxQueryLength: 16_384).Value!;
        Assert.DoesNotContain((await SearchAsync(corpus, read)).Hints, h => h.Type == "spelling");
    }

    [Fact]
    public async Task Lone_surrogates_and_words_of_other_planes_are_answered()
    {
        var corpus = await OpenAsync(Draft("a", "𐐀𐐁𐐂𐐃 𐐀𐐁𐐂𐐄"));
        foreach (var query in (string[])["𐐀𐐁𐐃𐐂", "\ud800abcde", "abcde\udc00"])
        {
            var found = await SearchAsync(corpus, Request([new("q", query)]));
            Assert.True(found.Counts.Exact, string.Create(CultureInfo.InvariantCulture, $"{query.Length}"));
        }
    }
}
