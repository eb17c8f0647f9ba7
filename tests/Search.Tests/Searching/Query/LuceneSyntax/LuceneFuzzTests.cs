using Search.Searching;
using Search.Searching.Query.LuceneSyntax;
using Xunit;

namespace Search.Tests.Searching.Query.LuceneSyntax;

public class LuceneFuzzTests
{
    private static readonly string[] Pieces =
    [
        "a", "b", "Z", "é", "7", "ab", "word", "中", "😀", "\ud83d", "\u0301", " ", " ", " ", " ", "\t", "\0", "\u00a0", "(", ")", "(a ", " b)", "\"", "\"a b\"", "“", "\\", "\\\"", "\\\\", "\\*", "\\?", "\\~", "\\=", "\\@", "\\:", "\\ ", "\\-", "\\u0041",
        "-", "+", "!", "=", "@", "*", "?", "~", "~1", "~0.8", "~0", "/", ":", ".", ",", ";", "'", "&", "&&", "||", "|", "^", "[", "]", "{", "}", "<", ">", "#", "%", "$", "_",
        " AND ", " OR ", " NOT ", " -", " +", "and", "TO", "title:", "lead:", "quote:", "source:", "actor:", "url:", "published:", "text:", "title:(", "source:(", "wor* ", "wo?d ", "word~1 ", "published:[2024 TO *] ", "*:*",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_text_is_read_or_refused_and_its_canonical_form_reads_the_same(int seed)
    {
        var random = new Random(seed);
        var trees = 0;
        for (var i = 0; i < 1500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, i % 50 == 0 ? 60 : 9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            trees += Check(text, (MatchMode)random.Next(3)) ? 1 : 0;
        }
        Assert.True(trees > 500, $"only {trees} texts had a tree");
    }

    [Fact]
    public void Any_characters_are_read_or_refused_and_their_canonical_form_reads_the_same()
    {
        const string nasty = "ab \t\"“\\()-+=@*?~:/.,!^[]{}<>&|'ORNDT1é\ud83d\ude00\u200b\u0301";
        var random = new Random(4);
        for (var i = 0; i < 1500; i++)
        {
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => nasty[random.Next(nasty.Length)])), MatchMode.All);
        }
    }

    [Fact]
    public void Any_query_of_people_is_read_and_its_canonical_form_reads_the_same()
    {
        var random = new Random(5);
        for (var i = 0; i < 1500; i++)
        {
            var text = Sequence(random, 3);
            var match = (MatchMode)random.Next(3);
            Assert.True(LuceneReader.Parse(text, match, strict: true).Error is null or { Code: "query_too_complex" }, text);
            Check(text, match);
        }
    }

    [FsCheck.Xunit.Property(MaxTest = 300, Replay = "(7,11)")]
    public void Whatever_is_typed_is_read_or_refused(string? typed) => Check(typed ?? "", MatchMode.Any);

    private static bool Check(string text, MatchMode match)
    {
        var read = LuceneReader.Parse(text, match, strict: false);
        var strict = LuceneReader.Parse(text, match, strict: true);
        Assert.True(read.Error is null or { Code: "query_syntax" or "query_too_complex" or "wildcard_too_broad" }, text);
        if (strict.Error is null) Assert.Equal(strict.Root, read.Root);
        foreach (var (position, length) in read.Warnings.Select(w => (w.Position, w.Length)).Concat(new[] { read.Error, strict.Error }.Where(e => e is not null).Select(e => (e!.Position, e.Length))))
        {
            Assert.NotNull(text.Substring(position, length));
        }
        if (read.Root is { } root)
        {
            Assert.InRange(root.Position, 0, text.Length);
            Assert.InRange(root.Length, 0, text.Length - root.Position);
        }
        RoundTrip.Holds(read.Root);
        return read.Root is not null;
    }

    private static string Sequence(Random random, int depth) =>
        string.Join(random.Next(4) switch { 0 => " AND ", 1 => " OR ", _ => " " }, Enumerable.Range(0, random.Next(1, 4)).Select(_ => Clause(random, depth)));

    private static string Clause(Random random, int depth)
    {
        var sign = random.Next(8) switch { 0 => "+", 1 => "-", 2 => "NOT ", 3 => "!", _ => "" };
        var field = random.Next(6) switch { 0 => "title:", 1 => "Lead:", 2 => "text:", _ => "" };
        if (depth > 0 && random.Next(3) == 0) return $"{sign}{field}({Sequence(random, depth - 1)})";
        return sign + random.Next(12) switch
        {
            0 => field + "\"peace talks\"~3",
            1 => field + "\"what next?\"",
            2 => field + "wor*",
            3 => field + "wo?d",
            4 => field + "word~1",
            5 => "source:\"new york post\"",
            6 => "published:{2024-01 TO 2024-03}",
            7 => "published:>=2024",
            8 => "*:*",
            9 => field + "peace\\:keep\\*ing",
            _ => field + "word" + random.Next(9),
        };
    }
}
