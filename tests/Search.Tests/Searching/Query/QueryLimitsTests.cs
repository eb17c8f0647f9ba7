using System.Text;
using Search.Searching.Query;
using Xunit;

namespace Search.Tests.Searching.Query;

public class QueryLimitsTests
{
    [Theory]
    [InlineData("*ord", "*ord")]
    [InlineData("a w*", "w*")]
    [InlineData("a (b OR ?ord)", "?ord")]
    [InlineData("\"foo a*\"", "a*")]
    [InlineData("title:a*", "a*")]
    [InlineData("a-b*", "a-b*")]
    [InlineData("foo-*", "foo-*")]
    [InlineData("d'*", "d'*")]
    public void A_wildcard_with_fewer_than_two_leading_letters_is_refused(string query, string found)
    {
        foreach (var strict in (bool[])[false, true])
        {
            var read = QueryParser.Parse(query, strict);
            Assert.Null(read.Root);
            Assert.Equal(("wildcard_too_broad", QueryMessages.WildcardTooBroad, found), (read.Error!.Code, read.Error.Message, read.Error.Found));
            Assert.Equal(query.IndexOf(found, StringComparison.Ordinal), read.Error.Position);
        }
    }

    [Fact]
    public void Leaves_are_counted_inside_phrases_too()
    {
        var words = string.Join(' ', Enumerable.Repeat("ab", 511));
        Assert.Null(QueryParser.Parse(words + " ab").Error);
        Assert.Null(QueryParser.Parse("\"" + words + "\" ab").Error);
        foreach (var query in (string[])[words + " ab ab", "\"" + words + "\" ab ab", words + " ab OR", words + " source:a title:", string.Join(' ', Enumerable.Repeat("kind:a", 513))])
        {
            var error = QueryParser.Parse(query).Error;
            Assert.Equal(("query_too_complex", QueryMessages.TooManyLeaves), (error!.Code, error.Message));
            Assert.Equal("query_too_complex", QueryParser.Parse(query, strict: true).Error!.Code);
        }
    }

    [Theory]
    [InlineData("中", "")]
    [InlineData("a", "-")]
    [InlineData("ab1*", "-")]
    [InlineData("a", "/")]
    public void A_word_that_is_cut_into_several_counts_so_many(string piece, string between)
    {
        Assert.Null(QueryParser.Parse(string.Join(between, Enumerable.Repeat(piece, 512))).Error);
        foreach (var query in (string[])["{0}", "\"{0}\"", "title:{0} x", "-({0})"])
        {
            var error = QueryParser.Parse(query.Replace("{0}", string.Join(between, Enumerable.Repeat(piece, 513)), StringComparison.Ordinal)).Error;
            Assert.Equal(("query_too_complex", QueryMessages.TooManyLeaves), (error!.Code, error.Message));
        }
    }

    [Fact]
    public void A_wildcard_is_one_word_however_many_stars_it_has() => Assert.Null(QueryParser.Parse(string.Concat(Enumerable.Repeat("aa*", 600))).Error);

    [Fact]
    public void Brackets_nest_thirty_two_deep_and_no_deeper()
    {
        Assert.Null(QueryParser.Parse(new string('(', 32) + "a" + new string(')', 32)).Error);
        var error = QueryParser.Parse(new string('(', 33) + "a" + new string(')', 33)).Error;
        Assert.Equal(("query_too_complex", QueryMessages.TooDeep, 32, "("), (error!.Code, error.Message, error.Position, error.Found));
    }

    [Fact]
    public void A_tree_is_thirty_two_levels_deep_and_no_deeper()
    {
        Assert.Null(QueryParser.Parse("a" + string.Concat(Enumerable.Repeat(" NEAR/5 a", 31))).Error);
        Assert.Equal("query_too_complex", QueryParser.Parse("a" + string.Concat(Enumerable.Repeat(" NEAR/5 a", 32))).Error!.Code);
        Assert.Equal("query_too_complex", QueryParser.Parse(Nested(20)).Error!.Code);
        RoundTrip.Holds(QueryParser.Parse(Nested(15)).Root);
    }

    private static string Nested(int levels)
    {
        var query = new StringBuilder("a");
        for (var i = 0; i < levels; i++) query.Insert(0, "(a OR b ").Append(')');
        return query.ToString();
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("\"“")]
    [InlineData("-")]
    [InlineData("-(")]
    [InlineData("(a ")]
    [InlineData("NOT ")]
    [InlineData("OR ")]
    [InlineData("title:")]
    [InlineData("title:(")]
    [InlineData("source:(")]
    [InlineData("source:a(")]
    [InlineData("\\\"")]
    [InlineData("\\")]
    [InlineData("@\"")]
    [InlineData("\"@\\\"")]
    [InlineData("~")]
    [InlineData("ab~1")]
    [InlineData("ab*~1")]
    [InlineData("NEAR/5 ")]
    [InlineData("=")]
    [InlineData("*")]
    [InlineData("?")]
    [InlineData("()")]
    [InlineData("a:")]
    [InlineData("\ud83d")]
    [InlineData("\0")]
    public void A_text_of_one_thing_repeated_is_read_or_refused(string piece)
    {
        foreach (var text in (string[])[string.Concat(Enumerable.Repeat(piece, 8000)), string.Concat(Enumerable.Repeat(piece, 8000)) + "a"])
        {
            var read = QueryParser.Parse(text);
            Assert.True(read.Error is null or { Code: "query_too_complex" or "wildcard_too_broad" });
            RoundTrip.Holds(read.Root);
            QueryParser.Parse(text, strict: true);
        }
    }

    [Fact]
    public void Two_thousand_open_brackets_before_a_word_are_read_as_the_word()
    {
        Assert.Equal("a", QueryParser.Parse(new string('(', 2000) + "a").Root!.ToString());
        Assert.Null(QueryParser.Parse(new string('(', 2000)).Root);
    }
}
