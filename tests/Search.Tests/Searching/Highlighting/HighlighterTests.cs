using Search.Searching;
using Search.Searching.Highlighting;
using Xunit;

namespace Search.Tests.Searching.Highlighting;

public class HighlighterTests
{
    [Theory]
    [InlineData("a < b", "", "a &lt; b")]
    [InlineData("<script>", "1-7", "&lt;<mark>script</mark>&gt;")]
    [InlineData("AT&T \"x\"", "0-4", "<mark>AT&amp;T</mark> &quot;x&quot;")]
    [InlineData("one two", "0-3 4-7", "<mark>one</mark> <mark>two</mark>")]
    [InlineData("one two", "4-7 0-3", "<mark>one</mark> <mark>two</mark>")]
    [InlineData("one two three", "0-7 4-13", "<mark>one two three</mark>")]
    [InlineData("one two three", "0-13 4-7", "<mark>one two three</mark>")]
    [InlineData("one", "0-3 0-3", "<mark>one</mark>")]
    [InlineData("onetwo", "0-3 3-6", "<mark>one</mark><mark>two</mark>")]
    [InlineData("</mark><mark>", "", "&lt;/mark&gt;&lt;mark&gt;")]
    public void Marks_stand_around_matches_and_all_else_is_escaped(string text, string matches, string expected) =>
        Assert.Equal(expected, Highlighter.Html(text, Matches(matches)));

    [Fact]
    public void Offsets_count_utf16_code_units_so_that_an_emoji_is_two()
    {
        var html = Highlighter.Html("😀 Séjourné spoke", Matches("3-11"));
        Assert.Equal("😀 Séjourné spoke", System.Net.WebUtility.HtmlDecode(html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal)));
        Assert.Contains("<mark>Séjourné</mark>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_text_is_shown_whole()
    {
        var matches = Matches("0-3");
        Assert.Equal(("one two", matches), Highlighter.Snippet("one two", matches, 40));
    }

    [Fact]
    public void A_snippet_shows_the_densest_window_and_moves_the_offsets()
    {
        var text = string.Join(' ', Enumerable.Range(0, 200).Select(i => i is 20 or 150 or 152 or 154 ? "lamok" : $"w{i:000}"));
        var (cut, moved) = Highlighter.Snippet(text, [.. AllOf(text, "lamok")], 100);
        Assert.InRange(cut.Length, 100, 120);
        Assert.StartsWith("… w", cut, StringComparison.Ordinal);
        Assert.EndsWith(" …", cut, StringComparison.Ordinal);
        Assert.Equal(3, moved.Count);
        Assert.All(moved, m => Assert.Equal("lamok", cut[m.Start..m.End]));
        Assert.Contains(cut[2..^2], text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snippet_without_matches_is_the_beginning_and_one_at_the_end_has_no_ellipsis_behind_it()
    {
        var text = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"w{i:000}"));
        var (start, none) = Highlighter.Snippet(text, [], 40);
        Assert.StartsWith("w000", start, StringComparison.Ordinal);
        Assert.Empty(none);
        var (end, moved) = Highlighter.Snippet(text, [.. AllOf(text, "w099")], 40);
        Assert.EndsWith("w099", end, StringComparison.Ordinal);
        Assert.Equal("w099", end[moved[0].Start..moved[0].End]);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(77)]
    [InlineData(240)]
    public void A_snippet_never_cuts_a_surrogate_pair_or_a_mark(int length)
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => i % 7 == 3 ? "😀lamok😀 " : "😀😀x "));
        var (cut, moved) = Highlighter.Snippet(text, [.. AllOf(text, "lamok")], length);
        Assert.True(cut.EnumerateRunes().All(r => r.Value != 0xFFFD));
        Assert.NotEmpty(moved);
        Assert.All(moved, m => Assert.Equal("lamok", cut[m.Start..m.End]));
    }

    [Theory]
    [InlineData("和平会谈在日内瓦举行", "会谈")]
    [InlineData("การเจรจาสันติภาพที่กรุงเจนีวา", "เจรจา")]
    [InlineData("😀😃😄", "😃")]
    public void A_text_without_blanks_is_cut_near_the_length_asked_for(string sentence, string word)
    {
        var text = string.Concat(Enumerable.Repeat(sentence, 100));
        foreach (var matches in (List<Match>[])[[], [.. AllOf(text, word)], [new Match(text.LastIndexOf(word, StringComparison.Ordinal), text.LastIndexOf(word, StringComparison.Ordinal) + word.Length, "term", 0)]])
        {
            var (cut, moved) = Highlighter.Snippet(text, matches, 240);
            Assert.InRange(cut.Length, 240, 290);
            Assert.Equal(matches.Count > 0, moved.Count > 0);
            Assert.All(moved, m => Assert.Equal(word, cut[m.Start..m.End]));
            Assert.True(cut.EnumerateRunes().All(r => r.Value != 0xFFFD));
            var first = cut.StartsWith('…') ? cut[2] : cut[0];
            Assert.False(char.GetUnicodeCategory(first) is System.Globalization.UnicodeCategory.NonSpacingMark);
        }
    }

    private static IEnumerable<Match> AllOf(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal)) yield return new Match(at, at + word.Length, "term", 0);
    }

    private static List<Match> Matches(string spans) => [.. spans.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('-'))
        .Select(s => new Match(int.Parse(s[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(s[1], System.Globalization.CultureInfo.InvariantCulture), "term", 0))];
}
