using Search.Searching.Query;
using Xunit;

namespace Search.Tests.Searching.Query;

public class QueryFuzzTests
{
    private static readonly string[] Pieces =
    [
        "a", "b", "Z", "é", "7", "ab", "word", "中", "😀", "\ud83d", "\udc4d", "\u0301", " ", " ", " ", "\t", "\0", "\u00a0", "(", ")", "\"", "\"", "“", "”", "„", "«", "»", "\\", "\\\"", "\\\\",
        "-", "–", "=", "@", "*", "?", "~", "~1", "~2", "~", "/", "/5", ":", "://", ".", ",", ";", "!", "'", "’", "&", "+", "^", "[", "{", "#", "%", "$", "_",
        "AND", "OR", "NOT", "NEAR", "NEAR/5", "BEFORE/2", "NEAR/0", "NEAR/99999999999", " AND ", " OR ", " NOT ", " NEAR/3 ", " BEFORE/3 ", "and",
        "title:", "lead:", "quote:", "source:", "actor:", "topic:", "url:", "published:", "Title:", "text:", "foo:", "source:(", "title:(", "@\"", "=\"", "\"~", "-(", "wor*", "wo?d", "word~", "https://x.example/y*",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_text_is_read_and_its_canonical_form_reads_the_same(int seed)
    {
        var random = new Random(seed);
        var trees = 0;
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, i % 50 == 0 ? 300 : 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var read = QueryParser.Parse(text);
            var strict = QueryParser.Parse(text, strict: true);
            Assert.True(read.Error is null or { Code: "query_too_complex" or "wildcard_too_broad" }, text);
            Assert.Equal(read.Error is null && read.Warnings.Count > 0, strict.Error is { Code: "query_syntax" });
            if (strict.Error is null) Assert.Equal(read.Root, strict.Root);
            foreach (var warning in read.Warnings)
            {
                Assert.NotNull(text.Substring(warning.Position, warning.Length));
                if (warning.Suggestion is { } suggestion) Assert.True(QueryParser.Parse(suggestion, strict: true).Error is null, $"{text}\nsuggestion {suggestion}");
            }
            if (strict.Error?.Suggestion is { } other) Assert.True(QueryParser.Parse(other, strict: true).Error is null, $"{text}\nsuggestion {other}");
            if (read.Root is not null) Inside(read.Root, text.Length);
            RoundTrip.Holds(read.Root);
            if (read.Root is not null) trees++;
        }
        Assert.True(trees > 2000, $"only {trees} texts had a tree");
    }

    [Fact]
    public void Any_characters_are_read_and_their_canonical_form_reads_the_same()
    {
        const string nasty = "ab \t\"“”\\()-=@*?~:/.,'ORNDT1é\ud83d\ude00\u200b\u0301";
        var random = new Random(5);
        for (var i = 0; i < 20000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => nasty[random.Next(nasty.Length)]));
            RoundTrip.Holds(QueryParser.Parse(text).Root);
        }
    }

    [FsCheck.Xunit.Property(MaxTest = 500, Replay = "(7,11)")]
    public void Whatever_is_typed_has_a_canonical_form(string? typed) => RoundTrip.Holds(QueryParser.Parse(typed ?? "").Root);

    private static void Inside(QueryNode node, int length)
    {
        Assert.InRange(node.Position, 0, length);
        Assert.InRange(node.Length, 0, length - node.Position);
    }
}
