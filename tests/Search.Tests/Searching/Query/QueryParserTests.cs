using Search.Searching.Query;
using Xunit;

namespace Search.Tests.Searching.Query;

public class QueryParserTests
{
    /// <summary>Query, canonical form; read without a warning, and so the same when strict.</summary>
    public static TheoryData<string, string> Sound => new()
    {
        { "sanctions china", "sanctions china" },
        { "sanctions AND china", "sanctions china" },
        { "a b OR c", "(a b) OR c" },
        { "a OR b AND c", "a OR (b c)" },
        { "(a OR b) c", "(a OR b) c" },
        { "a (b c) d", "a b c d" },
        { "a OR (b OR c)", "a OR b OR c" },
        { "((a))", "a" },
        { "NOT a", "-a" },
        { "-a", "-a" },
        { "NOT NOT a", "a" },
        { "--a", "a" },
        { "NOT -a b", "a b" },
        { "-(a b)", "-(a b)" },
        { "-\"a b\"", "-\"a b\"" },
        { "-title:a", "-title:a" },
        { "(-a)", "-a" },
        { "peace-keeping", "peace-keeping" },
        { "a - b", "a b" },
        { "-", "" },
        { "a -- b", "a b" },
        { "a -… b", "a b" },
        { "", "" },
        { "  \t\n", "" },
        { "*", "*" },
        { "* -a", "* -a" },
        { "and or not near", "and or not near" },
        { "SYRIA AND IRAQ TALKS", "SYRIA IRAQ TALKS" },
        { "\"european union\"", "\"european union\"" },
        { "\"european union\"~3", "\"european union\"~3" },
        { "\"european union\"~0", "\"european union\"" },
        { "\"china\"", "china" },
        { "\"china\"~2", "\"china\"~2" },
        { "“european union” „a b“ «c d» \"e f”", "\"european union\" \"a b\" \"c d\" \"e f\"" },
        { "\"he said “no” today\"", "\"he said “no” today\"" },
        { "\"a OR (b) -c title:d\"", "\"a OR (b) -c title:d\"" },
        { "\"say \\\"no\\\" c:\\\\x\"", "\"say \\\"no\\\" c:\\\\x\"" },
        { "a NEAR/5 b", "a NEAR/5 b" },
        { "a BEFORE/2 b", "a BEFORE/2 b" },
        { "a NEAR/05 b", "a NEAR/5 b" },
        { "a NEAR/5 b BEFORE/3 c", "(a NEAR/5 b) BEFORE/3 c" },
        { "a NEAR/5 (b NEAR/3 c)", "a NEAR/5 (b NEAR/3 c)" },
        { "a NEAR/5 b c", "(a NEAR/5 b) c" },
        { "a AND b NEAR/5 c OR d", "(a (b NEAR/5 c)) OR d" },
        { "(a OR b) NEAR/5 \"c d\"", "(a OR b) NEAR/5 \"c d\"" },
        { "@person NEAR/3 resign*", "@person NEAR/3 resign*" },
        { "NOT (a NEAR/5 b)", "-(a NEAR/5 b)" },
        { "wor* wo?d wo*d", "wor* wo?d wo*d" },
        { "wor** wor*?", "wor* wor*" },
        { "sanct*, 'minis*'", "sanct* minis*" },
        { "wor?*", "wor?*" },
        { "what next?", "what next?" },
        { "what?! next??", "what?! next??" },
        { "peace-keep*", "peace-keep*" },
        { "éco*", "éco*" },
        { "word~1 word~", "word~1 word~1" },
        { "word~, (word~)", "word~1 word~1" },
        { "~5 a~b", "~5 a~b" },
        { "=exact", "=exact" },
        { "==exact", "=exact" },
        { "=\"two words\"", "=\"two words\"" },
        { "=\"one\"", "=one" },
        { "\"=one two\"", "\"=one two\"" },
        { "\"=one =two\"", "=\"one two\"" },
        { "=OR", "=\"OR\"" },
        { "-OR -NEAR", "-\"OR\" -\"NEAR\"" },
        { "@china @country:china", "@china @country:china" },
        { "@china, @\"Emmanuel Macron\"", "@china @\"Emmanuel Macron\"" },
        { "@", "" },
        { "\"sanctions @china\"~5", "\"sanctions @china\"~5" },
        { "\"talks @\\\"Emmanuel Macron\\\" wor* word~\"~4", "\"talks @\\\"Emmanuel Macron\\\" wor* word~1\"~4" },
        { "foo@bar.example", "foo@bar.example" },
        { "title:macron taiwan", "title:macron taiwan" },
        { "Title:macron", "title:macron" },
        { "title:\"macron taiwan\"~2 lead:(a OR b) quote:wor*", "title:\"macron taiwan\"~2 lead:(a OR b) quote:wor*" },
        { "title:=macron title:@china title:-a", "title:=macron title:@china title:-a" },
        { "title:(a NEAR/2 b)", "title:(a NEAR/2 b)" },
        { "title:OR", "title:\"OR\"" },
        { "source:bbc source:\"new york post\"", "source:bbc source:\"new york post\"" },
        { "actor:country:china topic:medtop:11000000 published:2024-01..2024-03", "actor:country:china topic:medtop:11000000 published:2024-01..2024-03" },
        { "published:2024-05-02.. a", "published:2024-05-02.. a" },
        { "url:https://x.example/y*", "url:https://x.example/y*" },
        { "(url:https://x.example/a_(b)) c", "url:\"https://x.example/a_(b)\" c" },
        { "source:bbc, a", "source:bbc a" },
        { "source:OR", "source:OR" },
        { "source:(a OR \"b c\")", "source:a OR source:\"b c\"" },
        { "topic:(medtop:1 OR -medtop:2) x", "(topic:medtop:1 OR -topic:medtop:2) x" },
        { "-source:(a OR b)", "-(source:a OR source:b)" },
        { "author:(NOT (a OR b) c)", "-(author:a OR author:b) author:c" },
        { "author:\"a \\\"b\\\" c\"", "author:\"a \\\"b\\\" c\"" },
        { "Ukraine: what next?", "Ukraine: what next?" },
        { "Source: Reuters", "Source: Reuters" },
        { "12:30 https://x.example/a?b=c", "12:30 https://x.example/a?b=c" },
        { "C++ U.S. AT&T O'Brien 3.5% $5 c# +a", "C++ U.S. AT&T O'Brien 3.5% $5 c# +a" },
        { "– & ... a €", "a" },
        { "foo(bar)", "foo bar" },
        { "foo\"bar baz\"qux", "foo \"bar baz\" qux" },
        { "\"Franco\"-German", "Franco \"-German\"" },
        { "sanc\u00adtions \u200bpeace\u200e", "sanctions peace" },
        { "\"sanc\u00adt* b\" =a\u200bb", "\"sanct* b\" =ab" },
        { "\u200b@china", "china" },
        { "source:\"new\u00a0york\u200b\" @chi\u00adna", "source:\"new york\" @china" },
        { "\\\"a\\\"", "\"\\\"a\\\"\"" },
        { "a\\b", "\"a\\\\b\"" },
        { "中国 *", "中国 *" },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_query_has_one_canonical_form(string query, string canonical)
    {
        var read = QueryParser.Parse(query);
        Assert.Null(read.Error);
        Assert.Equal(canonical, read.Root?.ToString() ?? "");
        Assert.Empty(read.Warnings);
        var strict = QueryParser.Parse(query, strict: true);
        Assert.Null(strict.Error);
        Assert.Equal(read.Root, strict.Root);
        RoundTrip.Holds(read.Root);
    }

    /// <summary>Query, canonical form of the lenient reading, where the first warning stands, its beginning, and the corrected query.</summary>
    public static TheoryData<string, string, string, string, string?> Odd => new()
    {
        { "\"\"", "", "\"\"", QueryMessages.EmptyPhrase, null },
        { "a \"…\" b", "a b", "\"…\"", QueryMessages.EmptyPhrase, "a  b" },
        { "title:\"\" b", "\"title:\" b", "title: ", "", null },
        { "a \"b c", "a b c", "\"", QueryMessages.UnclosedQuote, null },
        { "a \"b AND -c", "a b -c", "\"", QueryMessages.UnclosedQuote, null },
        { "5\" pipe", "5 pipe", "\"", QueryMessages.UnclosedQuote, null },
        { "title:\"a b", "title:a b", "\"", QueryMessages.UnclosedQuote, null },
        { "source:\"a b", "source:a b", "\"", QueryMessages.UnclosedQuote, null },
        { "@\"a b", "@a b", "@\"a", QueryMessages.UnclosedQuote, null },
        { "a) b", "a b", ")", QueryMessages.UnopenedBracket, "a b" },
        { "a (b OR c", "a (b OR c)", "(", QueryMessages.UnclosedBracket, null },
        { "((a OR b", "a OR b", "(", QueryMessages.UnclosedBracket, null },
        { "source:(a OR b", "source:a OR source:b", "(", QueryMessages.UnclosedBracket, null },
        { "((", "", "(", QueryMessages.UnclosedBracket, null },
        { "a ()", "a", ")", QueryMessages.EmptyBrackets, null },
        { "-() a", "a", ")", QueryMessages.EmptyBrackets, null },
        { "title:(()) a", "a", ")", QueryMessages.EmptyBrackets, null },
        { "(a b)~2 c", "a b c", "~2", QueryMessages.TildeAfterBracket, "(a b) c" },
        { "OR OR", "\"OR\" \"OR\"", "OR", QueryMessages.Dangling("OR"), "\"OR\" \"OR\"" },
        { "OR a", "\"OR\" a", "OR", QueryMessages.Dangling("OR"), "a" },
        { "a AND", "a \"AND\"", "AND", QueryMessages.Dangling("AND"), "a" },
        { "a OR", "a \"OR\"", "OR", QueryMessages.Dangling("OR"), "a" },
        { "(a OR) b", "a \"OR\" b", "OR", QueryMessages.Dangling("OR"), "(a ) b" },
        { "a AND OR b", "a \"OR\" b", "OR", QueryMessages.Dangling("OR"), "a AND  b" },
        { "a NEAR/5", "a \"NEAR/5\"", "NEAR/5", QueryMessages.Dangling("NEAR/5"), "a" },
        { "NOT", "\"NOT\"", "NOT", QueryMessages.NothingToNegate, null },
        { "a NOT", "a \"NOT\"", "NOT", QueryMessages.NothingToNegate, "a" },
        { "a NEAR b", "a \"NEAR\" b", "NEAR", QueryMessages.NearWithoutNumber("NEAR"), "a NEAR/5 b" },
        { "a BEFORE/x b", "a \"BEFORE/x\" b", "BEFORE/x", QueryMessages.NearWithoutNumber("BEFORE"), "a BEFORE/5 b" },
        { "a NEAR/0 b", "a b", "NEAR/0", QueryMessages.DistanceZero, "a NEAR/1 b" },
        { "a NEAR/9999999999 b", "a NEAR/1000 b", "9999999999", QueryMessages.DistanceTooLarge, "a NEAR/1000 b" },
        { "\"a b\"~5000", "\"a b\"~1000", "5000", QueryMessages.DistanceTooLarge, "\"a b\"~1000" },
        { "\"a b\"~ c", "\"a b\" c", "~", QueryMessages.SlopWithoutNumber, "\"a b\" c" },
        { "source:(a \"\") b", "source:a b", "\"\"", QueryMessages.EmptyPhrase, "source:(a ) b" },
        { "source:(a \"b c) d", "source:a source:b source:c d", "\"", QueryMessages.UnclosedQuote, null },
        { "-source:\"\" b", "-\"source:\" b", "source:", QueryMessages.FieldWithoutValue("source"), null },
        { "author:\"", "\"author:\"", "author:", QueryMessages.FieldWithoutValue("author"), null },
        { "(a b) NEAR/5 c", "a b c", "NEAR/5", QueryMessages.NotPositional, "(a b) AND c" },
        { "NOT a NEAR/5 c", "-a c", "NEAR/5", QueryMessages.NotPositional, "NOT a AND c" },
        { "a BEFORE/5 source:b", "a source:b", "BEFORE/5", QueryMessages.NotPositional, "a AND source:b" },
        { "(a OR b -c) NEAR/5 d", "(a OR (b -c)) d", "NEAR/5", QueryMessages.NotPositional, "(a OR b -c) AND d" },
        { "word~2 a", "word~1 a", "word~2", QueryMessages.FuzzyDistance, "word~1 a" },
        { "word~0.8", "word~1", "word~0.8", QueryMessages.FuzzyDistance, "word~1" },
        { "wor*~1", "wor*", "wor*~1", QueryMessages.FuzzyWildcard, "wor*" },
        { "=wor*", "wor*", "=wor*", QueryMessages.ExactNothing, "wor*" },
        { "=word~", "word~1", "=word~", QueryMessages.ExactNothing, "word~1" },
        { "=@china", "@china", "=", QueryMessages.ExactNothing, "@china" },
        { "\"a =@china\"", "\"a @china\"", "=", QueryMessages.ExactNothing, "\"a @china\"" },
        { "\"a * b\"", "\"a b\"", "*", QueryMessages.StarInPhrase, null },
        { "title:(source:a b)", "title:(\"source:a\" b)", "source:", QueryMessages.FieldInsidePart, null },
        { "title:lead:a", "title:\"lead:a\"", "lead:", QueryMessages.FieldInsidePart, null },
        { "titel:macron", "\"titel:macron\"", "titel:", QueryMessages.UnknownField("titel", "title"), "title:macron" },
        { "text:a b", "\"text:a\" b", "text:", QueryMessages.UnknownField("text", null), null },
        { "foo:\"a b\"", "foo: \"a b\"", "foo:", QueryMessages.UnknownField("foo", null), null },
        { "title: macron", "\"title:\" macron", "title: ", QueryMessages.FieldWithoutValue("title"), "title:macron" },
        { "a source:", "a \"source:\"", "source:", QueryMessages.FieldWithoutValue("source"), null },
        { "-source:, a", "-\"source:\" a", "source:", QueryMessages.FieldWithoutValue("source"), null },
        { "published:soon a", "soon a", "published:soon", QueryMessages.NoDate("soon"), null },
        { "published:(2024 OR \"next week\")", "published:2024 OR \"next week\"", "\"next week\"", QueryMessages.NoDate("next week"), null },
        { "published:.. a", "a", "published:..", QueryMessages.NoDate(".."), null },
        { "site:bbc a", "\"site:bbc\" a", "site:", QueryMessages.UnknownField("site", "source"), "source:bbc a" },
        { "id:5", "\"id:5\"", "id:", QueryMessages.UnknownField("id", null), null },
        { "title:… a", "\"title:\" a", "title:", QueryMessages.FieldWithoutValue("title"), null },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void An_odd_query_is_read_with_a_warning_and_refused_when_strict(string query, string canonical, string found, string message, string? corrected)
    {
        var read = QueryParser.Parse(query);
        Assert.Null(read.Error);
        Assert.Equal(canonical, read.Root?.ToString() ?? "");
        var warning = read.Warnings[0];
        Assert.StartsWith(message, warning.Message, StringComparison.Ordinal);
        Assert.Equal(corrected, message.Length == 0 ? corrected : warning.Suggestion);
        if (message.Length > 0) Assert.Equal(found, query.Substring(warning.Position, warning.Length));
        RoundTrip.Holds(read.Root);

        var error = QueryParser.Parse(query, strict: true).Error;
        Assert.NotNull(error);
        Assert.Equal("query_syntax", error.Code);
        Assert.Equal((warning.Position, warning.Length, warning.Message), (error.Position, error.Length, error.Message));
        Assert.Equal(query.Substring(error.Position, error.Length), error.Found);
        Assert.NotEmpty(error.Expected);
        Assert.Equal(warning.Suggestion ?? read.Root?.ToString(), error.Suggestion);
    }

    [Theory]
    [InlineData("a NEAR/0 b) c", "a NEAR/1 b c")]
    [InlineData("titel:a sorce:b", "title:a source:b")]
    [InlineData("titel:a \"b c", "\"titel:a\" b c")]
    [InlineData("titel:\"a b", "titel: a b")]
    [InlineData("text:a word~3", "\"text:a\" word~1")]
    public void Where_much_is_odd_a_suggestion_still_reads_without_a_warning(string query, string suggestion)
    {
        Assert.Equal(suggestion, QueryParser.Parse(query).Warnings.First(w => w.Suggestion is not null).Suggestion);
        Assert.Equal(suggestion, QueryParser.Parse(query, strict: true).Error!.Suggestion);
        Assert.Null(QueryParser.Parse(suggestion, strict: true).Error);
    }

    [Fact]
    public void Warnings_come_in_the_order_of_the_text_and_no_more_than_twenty()
    {
        var read = QueryParser.Parse("a NEAR/0 b wor*~1 " + new string(')', 100));
        Assert.Equal(20, read.Warnings.Count);
        Assert.Equal(read.Warnings.OrderBy(w => w.Position), read.Warnings);
        Assert.Equal(QueryMessages.DistanceZero, read.Warnings[0].Message);
    }

    [Theory]
    [InlineData("abc \"d e\"~2 x", 1, "\"d e\"~2")]
    [InlineData("abc -\"d e\"", 1, "-\"d e\"")]
    [InlineData("abc title:(d e) x", 1, "title:(d e")]
    [InlineData("abc d NEAR/5 e x", 1, "d NEAR/5 e")]
    [InlineData("abc =d", 1, "=d")]
    [InlineData("abc source:\"d e\"", 1, "source:\"d e\"")]
    [InlineData("abc @\"d e\" x", 1, "@\"d e\"")]
    [InlineData("abc wor*?", 1, "wor*?")]
    public void A_node_knows_where_it_stood(string query, int member, string text)
    {
        var node = Assert.IsType<AndNode>(QueryParser.Parse(query).Root).Members[member];
        Assert.Equal(text, query.Substring(node.Position, node.Length));
    }

    [Fact]
    public void An_item_of_a_phrase_with_escapes_knows_where_it_stood()
    {
        const string query = "x \"say \\\"no\\\" more\"";
        var phrase = Assert.IsType<PhraseNode>(Assert.IsType<AndNode>(QueryParser.Parse(query).Root).Members[1]);
        Assert.Equal(["say", "\\\"no\\\"", "more"], phrase.Items.Select(i => query.Substring(i.Position, i.Length)));
        Assert.Equal("\"no\"", Assert.IsType<WordNode>(phrase.Items[1]).Text);
    }
}
