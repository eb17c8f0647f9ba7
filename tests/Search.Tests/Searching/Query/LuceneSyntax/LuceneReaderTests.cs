using Search.Searching;
using Search.Searching.Query;
using Search.Searching.Query.LuceneSyntax;
using Xunit;

namespace Search.Tests.Searching.Query.LuceneSyntax;

public class LuceneReaderTests
{
    /// <summary>Query as brought along, our canonical form; read without a warning, lenient and strict.</summary>
    public static TheoryData<string, string> Sound => new()
    {
        { "sanctions china", "sanctions china" },
        { "sanctions AND china", "sanctions china" },
        { "sanctions && china", "sanctions china" },
        { "a OR b", "a OR b" },
        { "a || b", "a OR b" },
        { "a AND b OR c", "(a b) OR c" },
        { "a OR b AND c", "a OR (b c)" },
        { "a b OR c", "a (b OR c)" },
        { "a OR b c", "(a OR b) c" },
        { "a OR (b OR c)", "a OR b OR c" },
        { "(a OR b) AND (c OR d)", "(a OR b) (c OR d)" },
        { "((a))", "a" },
        { "NOT a", "-a" },
        { "-a", "-a" },
        { "!a", "-a" },
        { "a NOT b", "a -b" },
        { "a AND NOT b", "a -b" },
        { "a -b", "a -b" },
        { "a -(b OR c)", "a -(b OR c)" },
        { "-(-a)", "a" },
        { "a OR (*:* NOT b)", "a OR (* -b)" },
        { "+a", "a" },
        { "+a +b", "a b" },
        { "+a b", "a (b OR *)" },
        { "+a b c -d", "a -d (b OR c OR *)" },
        { "b +a", "a (b OR *)" },
        { "+a OR b", "a (b OR *)" },
        { "+(a OR b) +c", "(a OR b) c" },
        { "+a +(b c)", "a b c" },
        { "a AND +b", "a b" },
        { "peace-keeping -a-b", "peace-keeping -a-b" },
        { "*", "*" },
        { "*:*", "*" },
        { "*:* -a", "* -a" },
        { "and or not to", "and or not to" },
        { "a & b | c", "a b c" },
        { "\"european union\"", "\"european union\"" },
        { "\"european union\"~3", "\"european union\"~3" },
        { "\"european union\"~3.7", "\"european union\"~3" },
        { "\"european union\"~", "\"european union\"" },
        { "\"china\"", "china" },
        { "\"a OR (b) -c title:d\"", "\"a OR (b) -c title:d\"" },
        { "\"say \\\"no\\\"\"", "\"say \\\"no\\\"\"" },
        { "\"@a =b c~2 what next?\"", "\"a b c 2 what next?\"" },
        { "wor* wo?d wo*d", "wor* wo?d wo*d" },
        { "peace-keep*", "peace-keep*" },
        { "wor\\*d wor\\?d", "\"wor d\" \"wor d\"" },
        { "word~1", "word~1" },
        { "misspelling~0.9", "misspelling~1" },
        { "word~0", "=word" },
        { "12\\:30 a\\/b AT\\&T C\\+\\+", "12:30 a/b AT&T C++" },
        { "peace\\ talks", "\"peace talks\"" },
        { "\\=x \\-y @z", "x \"-y\" z" },
        { "\\u0041b", "Ab" },
        { "\"AND\" \"NOT\"", "\"AND\" \"NOT\"" },
        { "“curly”", "\"“curly”\"" },
        { "title:macron taiwan", "title:macron taiwan" },
        { "Title:macron", "title:macron" },
        { "title : macron", "title:macron" },
        { "title=macron", "title:macron" },
        { "title:\"macron taiwan\"~2 lead:wor* quote:word~1", "title:\"macron taiwan\"~2 lead:wor* quote:word~1" },
        { "title:(a b)", "title:a title:b" },
        { "title:(a OR lead:b)", "title:a OR lead:b" },
        { "title:(+a -b)", "title:a -title:b" },
        { "-title:(a OR b)", "-(title:a OR title:b)" },
        { "title:*", "title:*" },
        { "headline:a language:en date:2024", "title:a lang:en published:2024" },
        { "text:a content:(b OR c)", "a (b OR c)" },
        { "source:bbc source:\"new york post\"", "source:bbc source:\"new york post\"" },
        { "source:(bbc OR \"new york post\")", "source:bbc OR source:\"new york post\"" },
        { "actor:\"country:china\" topic:medtop\\:11000000", "actor:country:china topic:medtop:11000000" },
        { "speaker:\"Wang Yi\" author:(\"A B\") kind:lead", "speaker:\"Wang Yi\" author:\"A B\" kind:lead" },
        { "url:\"https://x.example/y*\" url:https\\:\\/\\/x.example*", "url:https://x.example/y* url:https://x.example*" },
        { "published:2024-03", "published:2024-03" },
        { "published:2024-01..2024-03", "published:2024-01..2024-03" },
        { "published:7d", "published:7d" },
        { "published:[2024-01-01 TO 2024-03-31]", "published:2024-01-01..2024-03-31" },
        { "published:{2024-01-01 TO 2024-03-31}", "published:2024-01-02..2024-03-30" },
        { "published:[2023 TO 2024}", "published:2023" },
        { "published:{2024-12 TO *]", "published:2025-01.." },
        { "published:{2024-02-29T23 TO *]", "published:2024-03-01T00.." },
        { "published:[* TO 2024-01-01T00:00:00}", "published:..2023-12-31T23:59:59" },
        { "published:{2024-05-02T08:10Z TO *]", "published:2024-05-02T08:11Z.." },
        { "published:{2024-05-02T08:10+02:00 TO *]", "published:2024-05-02T08:11+02:00.." },
        { "published:[\"2024-01\" TO \"2024-02\"]", "published:2024-01..2024-02" },
        { "published:[2024-01-01T00:00:00.000Z TO 2024-03-31T23:59:59.999Z]", "published:2024-01-01T00:00:00Z..2024-03-31T23:59:59Z" },
        { "published:[now-7d TO now]", "published:7d" },
        { "published:[now-3M TO *]", "published:3m" },
        { "published:[2024 TO now]", "published:2024.." },
        { "published:>=2024-01 published:<=2024-03", "published:2024-01.. published:..2024-03" },
        { "published>2023 AND published<2025", "published:2024.. published:..2024" },
        { "a\tb\nc\u00a0d\0e", "a b c d e" },
        { "  ", "" },
        { "& …", "" },
    };

    /// <summary>Query; what is refused, as it stands in it; message.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { "a /re.*x/ b", "/re.*x/", LuceneMessages.Regex },
        { "title:/re/", "/re/", LuceneMessages.Regex },
        { "km/h and m/s", "/h and m/", LuceneMessages.Regex },
        { "a^2 b", "^2", LuceneMessages.Boost },
        { "(a b)^2.5 c", "^2.5", LuceneMessages.Boost },
        { "\"a b\"~2^3", "^3", LuceneMessages.Boost },
        { "title:(a OR b~1)^3", "^3", LuceneMessages.Boost },
        { "a word~2", "word~2", LuceneMessages.Fuzzy },
        { "word~99", "word~99", LuceneMessages.Fuzzy },
        { "misspelling~0.5", "misspelling~0.5", LuceneMessages.Fuzzy },
        { "a word~1.5", "~1.5", LuceneMessages.Fuzzy },
        { "a [b TO c]", "[b TO c]", LuceneMessages.Range },
        { "source:[a TO b}", "source:[a TO b}", LuceneMessages.Range },
        { "title:>a", "title:>a", LuceneMessages.Range },
        { "published:[* TO *]", "published:[* TO *]", LuceneMessages.OpenRange },
        { "published:[now-7d/d TO now]", "now-7d/d", LuceneMessages.NoDate("now-7d/d") },
        { "published:[2024 TO 2024-13]", "2024-13", LuceneMessages.NoDate("2024-13") },
        { "published:[yesterday TO now]", "yesterday", LuceneMessages.NoDate("yesterday") },
        { "published:[* TO now]", "now", LuceneMessages.NoDate("now") },
        { "a titel:x", "titel:", LuceneMessages.UnknownField("titel", "title") },
        { "at 12:30", "12:", LuceneMessages.UnknownField("12", null) },
        { "Ukraine: what next", "Ukraine:", LuceneMessages.UnknownField("Ukraine", null) },
        { "contentType:(pdf OR doc)", "contentType:", LuceneMessages.UnknownField("contentType", null) },
        { "a\\-b:c", "c", LuceneMessages.UnknownField("a-b", null) },
        { "_exists_:title", "_exists_:", LuceneMessages.Exists("title") },
        { "a published:*", "published:*", LuceneMessages.Exists("published") },
        { "author:jane*", "author:jane*", LuceneMessages.Value("author") },
        { "source:(a OR bb?c)", "source:(a OR bb?c", LuceneMessages.Value("source") },
        { "actor:macron~1", "actor:macron~1", LuceneMessages.Value("actor") },
        { "source:\"x y\"~2", "source:\"x y\"~2", LuceneMessages.Value("source") },
    };

    /// <summary>Query, canonical form, what the warning is about, message.</summary>
    public static TheoryData<string, string, string, string> Odd => new()
    {
        { "a OR NOT b", "a -b", "b", LuceneMessages.NotBesideOr },
        { "NOT a OR b", "b -a", "a", LuceneMessages.NotBesideOr },
        { "+a source:bbc", "a", "source:bbc", LuceneMessages.Decides("source:bbc") },
        { "+a (-b)", "a", "b", LuceneMessages.Decides("-b") },
        { "word~ a", "word~1 a", "~", LuceneMessages.FuzzyAsOne },
        { "wor? a", "wor? a", "?", LuceneMessages.QuestionMark },
        { "\"wor* a\"", "\"wor a\"", "\"wor* a\"", LuceneMessages.QuotedWildcard },
        { "\"a b\"~1001", "\"a b\"~1000", "\"a b\"~1001", QueryMessages.DistanceTooLarge },
        { "a \"\"", "a", "\"\"", QueryMessages.EmptyPhrase },
        { "a source:\"\"", "a", "source:\"\"", QueryMessages.EmptyPhrase },
        { "wor*~1", "wor*", "wor*~1", QueryMessages.FuzzyWildcard },
    };

    /// <summary>A text that does not parse: what is at fault, message, part of what is expected, suggestion, the reading in its place.</summary>
    public static TheoryData<string, string, string, string, string?, string> Broken => new()
    {
        { "(a OR b", "", LuceneMessages.Unexpected(""), ")", "a OR b", "a OR b" },
        { "a) b", ")", LuceneMessages.Unexpected(")"), "the end", "a b", "a b" },
        { "a AND", "", LuceneMessages.Unexpected(""), "a word", "a \"AND\"", "a \"AND\"" },
        { "OR a", "OR", LuceneMessages.Unexpected("OR"), "a phrase", "\"OR\" a", "\"OR\" a" },
        { "NOT NOT a", "NOT", LuceneMessages.Unexpected("NOT"), "a word", "a", "a" },
        { "a + + b", "+", LuceneMessages.Unexpected("+"), "(", "a b", "a b" },
        { "()", ")", LuceneMessages.Unexpected(")"), "NOT", null, "" },
        { "say \"peace talks", "\"", LuceneMessages.Unclosed, "\"", "say peace talks", "say peace talks" },
        { "open 24/7", "/", LuceneMessages.Slash, "\\/", "open 24\\/7", "open 24/7" },
        { "a\\", "\\", LuceneMessages.Backslash, "\\\\", "\"a\\\\\"", "\"a\\\\\"" },
        { "\\u12 a", "\\", LuceneMessages.Backslash, "\\\\", "\"\\\\u12\" a", "\"\\\\u12\" a" },
        { "a:b:c", ":", LuceneMessages.Unexpected(":"), "AND", "\"a:b:c\"", "\"a:b:c\"" },
        { "published:[2024 TO", "", LuceneMessages.Unexpected(""), "a date", "2024 TO", "[2024 TO" },
        { "=word", "=", LuceneMessages.Unexpected("="), "a word", "word", "=word" },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_query_in_Lucene_syntax_has_our_canonical_form(string query, string canonical)
    {
        foreach (var strict in (bool[])[false, true])
        {
            var read = LuceneReader.Parse(query, MatchMode.All, strict);
            Assert.Null(read.Error);
            Assert.Empty(read.Warnings);
            Assert.Equal(canonical, read.Root?.ToString() ?? "");
            RoundTrip.Holds(read.Root);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_searched_is_refused_with_its_place_in_both_modes(string query, string found, string message)
    {
        foreach (var strict in (bool[])[false, true])
        {
            var read = LuceneReader.Parse(query, MatchMode.All, strict);
            Assert.Null(read.Root);
            Assert.Equal(("query_syntax", message, found), (read.Error!.Code, read.Error.Message, read.Error.Found));
            Assert.Equal(query.IndexOf(found, StringComparison.Ordinal), read.Error.Position);
            Assert.Equal(found.Length, read.Error.Length);
        }
    }

    [Theory]
    [InlineData("a^2 b", "a b")]
    [InlineData("word~2 b", "word~1 b")]
    [InlineData("titel:x", "title:x")]
    [InlineData("12:30", "12\\:30")]
    [InlineData("a=b", "a\\=b")]
    public void A_refusal_suggests_a_query_that_is_read(string query, string suggestion)
    {
        var error = LuceneReader.Parse(query, MatchMode.All, strict: false).Error!;
        Assert.Equal(suggestion, error.Suggestion);
        Assert.Null(LuceneReader.Parse(suggestion, MatchMode.All, strict: true).Error);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_is_read_otherwise_than_Lucene_would_is_said_in_both_modes(string query, string canonical, string part, string message)
    {
        foreach (var strict in (bool[])[false, true])
        {
            var read = LuceneReader.Parse(query, MatchMode.All, strict);
            Assert.Equal(canonical, read.Root?.ToString());
            var warning = Assert.Single(read.Warnings);
            Assert.Equal((message, part), (warning.Message, query.Substring(warning.Position, warning.Length)));
        }
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_does_not_parse_is_refused_when_strict(string query, string found, string message, string expected, string? suggestion, string plain)
    {
        Assert.NotNull(plain);
        var error = LuceneReader.Parse(query, MatchMode.All, strict: true).Error!;
        Assert.Equal(("query_syntax", message + ".", found, suggestion), (error.Code, error.Message, error.Found, error.Suggestion));
        Assert.Equal(found, query.Substring(error.Position, error.Length));
        Assert.Contains(expected, error.Expected);
        if (suggestion is not null) Assert.Null(LuceneReader.Parse(suggestion, MatchMode.All, strict: true).Error);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_does_not_parse_is_read_as_our_own_when_lenient(string query, string found, string message, string expected, string? suggestion, string plain)
    {
        Assert.NotNull(expected);
        var read = LuceneReader.Parse(query, MatchMode.All, strict: false);
        Assert.Null(read.Error);
        Assert.Equal(plain, read.Root?.ToString() ?? "");
        var first = read.Warnings[0];
        Assert.Equal((LuceneMessages.AsPlainWords(message), found, suggestion), (first.Message, query.Substring(first.Position, first.Length), first.Suggestion));
    }

    /// <summary>Words side by side follow <c>match</c>, in brackets too; what is written with a sign or an operator does not.</summary>
    [Theory]
    [InlineData(MatchMode.All, "a b", "a b", MatchUse.Counts)]
    [InlineData(MatchMode.Any, "a b", "a b", MatchUse.Counts)]
    [InlineData(MatchMode.Most, "a b -c", "a b -c", MatchUse.Counts)]
    [InlineData(MatchMode.Any, "+a +b", "a b", MatchUse.Nothing)]
    [InlineData(MatchMode.Any, "a AND b", "a b", MatchUse.Nothing)]
    [InlineData(MatchMode.Any, "+a b", "a (b OR *)", MatchUse.Nothing)]
    [InlineData(MatchMode.Any, "a OR -b", "a -b", MatchUse.Nothing)]
    [InlineData(MatchMode.All, "(a b) c", "a b c", MatchUse.Nothing)]
    [InlineData(MatchMode.Any, "(a b) c", "(a OR b) c", MatchUse.CountsAsRead)]
    [InlineData(MatchMode.Any, "+(a b) +c", "(a OR b) c", MatchUse.Nothing)]
    [InlineData(MatchMode.Any, "(a AND b) c", "(a b) OR c", MatchUse.Nothing)]
    [InlineData(MatchMode.Any, "(a AND b) c source:d -e", "((a b) OR c) source:d -e", MatchUse.Nothing)]
    [InlineData(MatchMode.Any, "(source:x a b -c) OR d", "((a OR b) source:x -c) OR d", MatchUse.Nothing)]
    [InlineData(MatchMode.Any, "(source:x a -c) OR d", "(source:x a -c) OR d", MatchUse.Nothing)]
    [InlineData(MatchMode.All, "(a b) OR c d", "((a b) OR c) d", MatchUse.CountsAsRead)]
    [InlineData(MatchMode.All, "(a b)", "a b", MatchUse.Counts)]
    public void Only_words_side_by_side_follow_match(MatchMode match, string query, string canonical, object use)
    {
        var read = LuceneReader.Parse(query, match, strict: true);
        Assert.Equal((canonical, use), (read.Root?.ToString(), read.MatchUse));
        RoundTrip.Holds(read.Root);
    }

    [Fact]
    public void Most_of_some_groups_is_all_of_them_and_said()
    {
        var read = LuceneReader.Parse("(a AND b) c d", MatchMode.Most, strict: true);
        Assert.Equal(("a b c d", MatchUse.Nothing), (read.Root!.ToString(), read.MatchUse));
        Assert.Equal(LuceneMessages.MostOfGroups, Assert.Single(read.Warnings).Message);
    }

    [Fact]
    public void Nodes_stand_where_they_are_written()
    {
        const string query = "title:(peace OR \"long talks\"~2) AND -source:bbc AND word~1 AND published:[2024 TO *]";
        var and = Assert.IsType<AndNode>(LuceneReader.Parse(query, MatchMode.All, strict: true).Root);
        Assert.Equal(["title:(peace OR \"long talks\"~2", "source:bbc", "word~1", "published:[2024 TO *]"], and.Members.Select(m => query.Substring(m.Position, m.Length)));
        Assert.Equal(["title:(peace", "title:(peace OR \"long talks\"~2"], ((OrNode)and.Members[0]).Members.Select(m => query.Substring(m.Position, m.Length)));
    }
}
