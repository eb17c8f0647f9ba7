using System.Text;
using Search.Archive;
using Search.Articles;
using Xunit;

namespace Search.Tests.Archive;

public class PackedDraftTests : ArchiveFixture
{
    private static readonly ArticleDraft Full = new()
    {
        Id = "id \"1\" \\ / \t",
        Title = "Ernte 🌾 beginnt: größer als zuvor",
        Url = "https://news.example/1?a=b&c=<d>",
        Source = "Example",
        Published = Time("2026-01-02T03:04:05.1234567+05:30"),
        Revised = Time("2026-01-02T04:04:05Z"),
        Language = "de",
        Authors = ["A. Author", "", "\0\u2028"],
        Section = "",
        Topics = [new FeedTopic("t1", "wheat"), new FeedTopic(null, "grain"), new FeedTopic("", "")],
        Actors = [new FeedActor("Bonn", "place"), new FeedActor("IMF", null)],
        Body = "Line\r\n\r\n\u0001 日本語 \U0001F469\u200D\U0001F33E",
        Paragraphs = [.. Enum.GetValues<ParagraphKind>().Select(kind => new DraftParagraph(kind + " text", kind)), new DraftParagraph("free")],
    };

    [Fact]
    public void Every_member_comes_back() => AssertSame(Full, RoundTrip(Full));

    [Fact]
    public void What_is_absent_stays_absent()
    {
        var draft = RoundTrip(new ArticleDraft { Id = "a" });
        AssertSame(new ArticleDraft { Id = "a" }, draft);
        Assert.Equal("{\"id\":\"a\"}", Stored(new ArticleDraft { Id = "a" }));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_replaced_before_and_after_a_new_start()
    {
        var archive = Open();
        var draft = new ArticleDraft { Id = "a", Title = "x\uD83Dy", Body = "\uDC00 end\uD83D" };
        await One(archive, new PutDraft("a", draft));
        Assert.Equal(("x\uFFFDy", "\uFFFD end\uFFFD"), (archive.Newest("a")!.Draft.Title, archive.Newest("a")!.Draft.Body));
        await archive.DisposeAsync();
        Assert.Equal(("x\uFFFDy", "\uFFFD end\uFFFD"), (Open().Newest("a")!.Draft.Title, Open().Newest("a")!.Draft.Body));
    }

    [Fact]
    public async Task A_megabyte_of_text_and_the_full_draft_come_back_from_memory_and_from_disk()
    {
        var archive = Open();
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(n => $"Wort{n} 🌾 é\n\n"));
        await archive.AppendAsync([Put("big", text), new PutDraft(Full.Id!, Full with { Id = null })]);
        Assert.Equal(text, archive.Newest("big")!.Draft.Body);
        AssertSame(Full, archive.Newest(Full.Id!)!.Draft);
        await archive.DisposeAsync();
        archive = Open();
        Assert.Equal(text, archive.Newest("big")!.Draft.Body);
        AssertSame(Full, archive.Newest(Full.Id!)!.Draft);
    }

    [Fact]
    public void The_hash_covers_everything_but_id_and_revision()
    {
        var hash = Hash(Full);
        Assert.Equal(hash, Hash(Full with { Id = "other" }));
        Assert.Equal(hash, Hash(Full with { Revised = null }));
        Assert.Equal(hash, Hash(Full with { Revised = Full.Revised!.Value.AddDays(1) }));
        ArticleDraft[] others =
        [
            Full with { Title = "" }, Full with { Title = null }, Full with { Url = "x" }, Full with { Source = "x" }, Full with { Published = null },
            Full with { Language = "en" }, Full with { Authors = [] }, Full with { Section = null }, Full with { Topics = [] }, Full with { Actors = [] },
            Full with { Body = null }, Full with { Paragraphs = [] }, Full with { Title = null, Section = Full.Title },
        ];
        Assert.Equal(others.Length + 1, others.Select(Hash).Append(hash).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"id\":\"a\"")]
    [InlineData("{\"unknown\":\"a\"}")]
    [InlineData("{\"published\":\"yesterday\"}")]
    [InlineData("{\"topics\":\"a\"}")]
    [InlineData("{\"topics\":[1]}")]
    [InlineData("{\"topics\":[{}]}")]
    [InlineData("{\"topics\":[{\"text\":null}]}")]
    [InlineData("{\"topics\":[\"a\"")]
    [InlineData("{\"paragraphs\":[{\"text\":\"a\",\"kind\":\"99\"}]}")]
    [InlineData("{\"paragraphs\":[{\"text\":\"a\",\"kind\":\"Lead\"}]}")]
    public void What_is_no_stored_draft_is_refused(string json) =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => DraftCodec.Read(Encoding.UTF8.GetBytes(json)));

    private static ArticleDraft RoundTrip(ArticleDraft draft)
    {
        var packed = PackedDraft.Pack(draft.Id!, draft);
        return PackedDraft.Unpack(packed.Payload, packed.Size);
    }

    private static string Hash(ArticleDraft draft) => Convert.ToHexString(PackedDraft.Pack(draft.Id!, draft).Hash);

    private static string Stored(ArticleDraft draft)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        DraftCodec.Write(buffer, draft.Id!, draft);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void AssertSame(ArticleDraft expected, ArticleDraft actual)
    {
        Assert.Equal(expected.Authors, actual.Authors);
        Assert.Equal(expected.Topics, actual.Topics);
        Assert.Equal(expected.Actors, actual.Actors);
        Assert.Equal(expected.Paragraphs, actual.Paragraphs);
        Assert.Equal(expected, actual with { Authors = expected.Authors, Topics = expected.Topics, Actors = expected.Actors, Paragraphs = expected.Paragraphs });
        Assert.Equal(expected.Published?.Offset, actual.Published?.Offset);
    }
}
