using Search.Searching.Query;
using Xunit;

namespace Search.Tests.Searching.Query;

public class QueryClauseTests
{
    [Theory]
    [InlineData("sanctions,", "word", "sanctions,", "sanctions")]
    [InlineData("=sanctions", "exact", "=sanctions", "sanctions")]
    [InlineData("\"U.S. «sanctions»\"", "phrase", "\"U.S. «sanctions»\"", "U.S.|sanctions")]
    [InlineData("sanctions NEAR/5 @country:china", "near", "sanctions NEAR/5 @country:china", "sanctions")]
    [InlineData("a BEFORE/2 (b OR a)", "before", "a BEFORE/2 (b OR a)", "a|b")]
    [InlineData("wor*", "prefix", "wor*", "")]
    [InlineData("wo*d", "wildcard", "wo*d", "")]
    [InlineData("wo?d*", "wildcard", "wo?d*", "")]
    [InlineData("word~", "fuzzy", "word~1", "")]
    [InlineData("@china", "actor", "@china", "")]
    [InlineData("a b OR c.", "or", "(a b) OR c.", "a|b|c")]
    [InlineData("NOT (a OR b)", "not", "-(a OR b)", "a|b")]
    [InlineData("title:(a b)", "field", "title:(a b)", "a|b")]
    [InlineData("source:bbc", "field", "source:bbc", "")]
    [InlineData("*", "everything", "*", "")]
    public void A_clause_says_how_it_was_read(string query, string op, string text, string words)
    {
        var clause = Assert.Single(QueryClause.Of(QueryParser.Parse(query).Root));
        Assert.Equal((op, text, words), (clause.Op, clause.Text, string.Join('|', clause.Words)));
    }

    [Fact]
    public void Each_member_of_the_outermost_and_is_a_clause()
    {
        var clauses = QueryClause.Of(QueryParser.Parse("a (b OR c d) \"e f\"~2 g BEFORE/7 h -i").Root);
        Assert.Equal(["word", "or", "phrase", "before", "not"], clauses.Select(c => c.Op));
        Assert.Equal([null, null, 2, null, null], clauses.Select(c => c.Slop));
        Assert.Equal([null, null, null, 7, null], clauses.Select(c => c.Distance));
        Assert.Equal("b|c|d", string.Join('|', clauses[1].Words));
    }

    [Fact]
    public void No_query_has_no_clause() => Assert.Empty(QueryClause.Of(QueryParser.Parse("").Root));
}
