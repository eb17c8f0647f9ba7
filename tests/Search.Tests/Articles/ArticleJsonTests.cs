using System.Text;
using System.Text.Json;
using Search.Articles;
using Xunit;

namespace Search.Tests.Articles;

public class ArticleJsonTests
{
    private const string Whole = """
        {"id":"a/1","title":"Bridge opens","url":"https://news.example/bridge","source":"Example","published":"2024-05-02T08:10:00Z","revised":"2024-05-03",
         "language":"en","authors":["A. Writer",{"name":"B. Second"}],"section":"City","topics":["traffic",{"id":"medtop:1","label":"roads"}],
         "actors":["City council",{"name":"Ada Hill","type":"person"}],"paragraphs":["The bridge opened.",{"text":"A picture","kind":"caption"}],"unknown":{"deep":[1,2]}}
        """;

    private static Outcome<ArticleDraft> Parse(string json) => ArticleJson.Parse(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void Every_member_is_read()
    {
        var draft = Parse(Whole).Value!;
        Assert.Equal(("a/1", "Bridge opens", "Example", "en", "City"), (draft.Id, draft.Title, draft.Source, draft.Language, draft.Section));
        Assert.Equal(new DateTimeOffset(2024, 5, 3, 0, 0, 0, TimeSpan.Zero), draft.Revised);
        Assert.Equal(["A. Writer", "B. Second"], draft.Authors);
        Assert.Equal([new FeedTopic(null, "traffic"), new FeedTopic("medtop:1", "roads")], draft.Topics);
        Assert.Equal([new FeedActor("City council", null), new FeedActor("Ada Hill", "person")], draft.Actors);
        Assert.Equal([new DraftParagraph("The bridge opened."), new DraftParagraph("A picture", ParagraphKind.Caption)], draft.Paragraphs);
    }

    [Fact]
    public void Written_and_read_again_it_is_the_same()
    {
        var once = ArticleJson.Write(Parse(Whole).Value!);
        Assert.Equal(Encoding.UTF8.GetString(once), Encoding.UTF8.GetString(ArticleJson.Write(ArticleJson.Parse(once).Value!)));
        Assert.DoesNotContain("null", Encoding.UTF8.GetString(once));
        Assert.Equal("""{"title":"T","body":"B"}""", Encoding.UTF8.GetString(ArticleJson.Write(Parse("""{"body":"B","authors":[],"title":"T","url":null}""").Value!)));
    }

    [Fact]
    public void The_content_hash_leaves_id_and_revision_out_and_nothing_else()
    {
        var draft = Parse(Whole).Value!;
        Assert.Equal(ArticleJson.ContentHash(draft), ArticleJson.ContentHash(draft with { Id = null, Revised = null }));
        Assert.NotEqual(ArticleJson.ContentHash(draft), ArticleJson.ContentHash(draft with { Title = "Bridge closes" }));
        Assert.NotEqual(ArticleJson.ContentHash(draft), ArticleJson.ContentHash(draft with { Topics = [] }));
    }

    [Theory]
    [InlineData("", "cannot be read"), InlineData("{", "cannot be read"), InlineData("[]", "a list was found"), InlineData("7", "a number was found")]
    [InlineData("""{"body":7}""", "`body`: text is expected, a number was found")]
    [InlineData("""{"body":"x","published":"soon"}""", "`published`: \"soon\" is not a date; write it as 2024-05-02T08:10:00Z")]
    [InlineData("""{"body":"x","authors":"A"}""", "`authors`: a list is expected, text was found")]
    [InlineData("""{"body":"x","topics":[1]}""", "`topics[0]`: text or {id, label} is expected, a number was found")]
    [InlineData("""{"body":"x","actors":[{"type":"person"}]}""", "`actors[0]`: `name` is missing")]
    [InlineData("""{"paragraphs":["a",{"text":"b","kind":"poem"}]}""", "`paragraphs[1]`: kind \"poem\" is unknown; expected one of headline, lead, body, heading, caption, boilerplate")]
    [InlineData("""{"paragraphs":[{"kind":"body"}]}""", "`paragraphs[0]`: `text` is missing")]
    [InlineData("""{"body":"x","paragraphs":["a"]}""", "both given")]
    [InlineData("""{"body":"x","body":"y"}""", "cannot be read")]
    [InlineData("""{"body":"x","id":""}""", "`id` has 0 characters; 1 to 200 are expected")]
    [InlineData("""{"body":"x","id":"a\u0007"}""", "control character")]
    [InlineData("""{"\ud800":1,"body":"x"}""", "surrogate")]
    public void A_problem_says_where_it_is_and_what_was_expected(string json, string words)
    {
        var problem = Parse(json).Problem!;
        Assert.Equal(ArticleProblem.InvalidBody, problem.Code);
        Assert.Contains(words, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_pairs_and_nuls_are_mended_and_never_crash_later()
    {
        var draft = Parse("""{"title":"a\ud800b","body":"x\u0000y \udc00\n\"z\""}""").Value!;
        Assert.Equal(("a\uFFFDb", "xy \uFFFD\n\"z\""), (draft.Title, draft.Body));
        Assert.NotNull(ArticleJson.Parse(ArticleJson.Write(draft with { Title = "\uDBFF", Authors = ["\uDC00"] })).Value);
    }

    [Fact]
    public void Deep_nesting_and_bytes_that_are_no_text_are_problems()
    {
        Assert.Contains("cannot be read", Parse("{\"x\":" + new string('[', 100_000)).Problem!.Detail, StringComparison.Ordinal);
        Assert.Equal("The text is not UTF-8.", ArticleJson.Parse([(byte)'{', 0xFF, (byte)'}']).Problem!.Detail);
    }

    [Fact]
    public void Limits_have_their_own_code()
    {
        string Text(int length) => JsonSerializer.Serialize(new { body = new string('x', length) });
        Assert.NotNull(Parse(Text(1024 * 1024)).Value);
        Assert.Equal(ArticleProblem.TooLarge, Parse(Text(1024 * 1024 + 1)).Problem!.Code);
        Assert.Equal(ArticleProblem.TooLarge, Parse(JsonSerializer.Serialize(new { paragraphs = Enumerable.Repeat("x", 5001) })).Problem!.Code);
        Assert.NotNull(Parse(JsonSerializer.Serialize(new { id = new string('i', 200), body = "x" })).Value);
        Assert.Equal(ArticleProblem.InvalidBody, Parse(JsonSerializer.Serialize(new { id = new string('i', 201), body = "x" })).Problem!.Code);
    }
}
