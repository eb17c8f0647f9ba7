using Search.Searching;
using Search.Searching.Query;
using Search.Searching.Query.LuceneSyntax;
using Xunit;

namespace Search.Tests.Searching.Query.LuceneSyntax;

public class LuceneLimitsTests
{
    private static readonly string[] Pieces =
    [
        "(", "(a ", "+(-(a ", ")", "a AND ", "a OR ", "a && ", "a || -b ", "NOT ", "! ", "+ ", "- ", "-", "+", "!", "a:", "a:b:", "title:a ", "title:", "\"", "\"a\" ", "\"a", "\"a\"~", "\\", "\\\"",
        "[", "{", "]", "[a TO b] ", "published:[2024 TO *] ", "TO ", "/", "/a/ ", "a~ ", "~", "~1.5", "a~0.5 ", "^", "^2", "a^2 ", ":", ">=", "published:>=", "=", "<", "\\u", "\\u0041", "*", "?", "*:* ", "wor* ",
        "+a b ", "&&", "||", "AND ", "\ud83d", "\0", "a\\ ", " ", "a",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Thirty_two_brackets_are_read_and_no_more_wherever_they_stand(bool strict)
    {
        Assert.Equal("a", LuceneReader.Parse(new string('(', 32) + "a" + new string(')', 32), MatchMode.All, strict).Root!.ToString());
        foreach (var query in (string[])[new string('(', 33) + "a" + new string(')', 33), Times("(a) ", 33), "a \"" + new string('(', 33) + "\"", Times("(a \")\" ", 2000)])
        {
            var error = LuceneReader.Parse(query, MatchMode.All, strict).Error!;
            var place = query.Select((c, i) => (c, i)).Where(p => p.c == '(').ElementAt(32).i;
            Assert.Equal(("query_too_complex", LuceneMessages.TooManyBrackets, place, "("), (error.Code, error.Message, error.Position, error.Found));
        }
    }

    /// <summary>On a stack six times smaller than the smallest that the platform gives; to overflow it would end the test run.</summary>
    [Fact]
    public void A_text_of_one_thing_repeated_is_read_or_refused_on_a_small_stack()
    {
        var thrown = new List<string>();
        var thread = new Thread(() => Repeat(thrown), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Empty(thrown);
    }

    private static void Repeat(List<string> thrown)
    {
        foreach (var piece in Pieces)
        {
            foreach (var text in (string[])[Times(piece, 31), Times(piece, 31) + "a", "title:(" + Times(piece, 600) + "a", Times(piece, 600)])
            {
                try
                {
                    var read = LuceneReader.Parse(text, MatchMode.Any, strict: false);
                    RoundTrip.Holds(read.Root);
                    LuceneReader.Parse(text, MatchMode.All, strict: true);
                }
                catch (Exception e)
                {
                    thrown.Add($"{piece}: {e.Message}");
                }
            }
        }
    }

    private static string Times(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    [Fact]
    public void Leaves_are_counted_inside_phrases_too()
    {
        var words = string.Join(' ', Enumerable.Repeat("ab", 511));
        Assert.Null(LuceneReader.Parse(words + " ab", MatchMode.All, strict: true).Error);
        foreach (var query in (string[])[words + " ab ab", "\"" + words + "\" ab ab", string.Join(' ', Enumerable.Repeat("kind:a", 513))])
        {
            var error = LuceneReader.Parse(query, MatchMode.All, strict: false).Error!;
            Assert.Equal(("query_too_complex", QueryMessages.TooManyLeaves), (error.Code, error.Message));
        }
    }

    [Fact]
    public void A_tree_is_thirty_two_levels_deep_and_no_deeper()
    {
        Assert.Null(LuceneReader.Parse(Nested(15), MatchMode.All, strict: true).Error);
        Assert.Equal(("query_too_complex", QueryMessages.TooDeep), LuceneReader.Parse(Nested(32), MatchMode.All, strict: true).Error is { } e ? (e.Code, e.Message) : default);
    }

    private static string Nested(int levels) => Times("(a OR b AND ", levels) + "c" + new string(')', levels);

    [Theory]
    [InlineData("*ord", "*ord")]
    [InlineData("a w*", "w*")]
    [InlineData("a (b OR ?ord)", "?ord")]
    [InlineData("title:w*", "w*")]
    [InlineData("a ?", "?")]
    public void A_wildcard_with_fewer_than_two_leading_letters_is_refused(string query, string found)
    {
        foreach (var strict in (bool[])[false, true])
        {
            var error = LuceneReader.Parse(query, MatchMode.All, strict).Error!;
            Assert.Equal(("wildcard_too_broad", QueryMessages.WildcardTooBroad, found), (error.Code, error.Message, error.Found));
            Assert.Equal(query.IndexOf(found, StringComparison.Ordinal), error.Position);
        }
    }

    /// <summary>What our own reading refuses is refused too when it stands in for Lucene's.</summary>
    [Fact]
    public void A_text_that_does_not_parse_keeps_the_limits()
    {
        Assert.Equal("wildcard_too_broad", LuceneReader.Parse("a) b*", MatchMode.All, strict: false).Error!.Code);
        Assert.Equal("query_too_complex", LuceneReader.Parse("a) " + Times("b ", 600), MatchMode.All, strict: false).Error!.Code);
    }
}
