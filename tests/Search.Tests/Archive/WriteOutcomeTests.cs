using Search.Archive;
using Search.Articles;
using Xunit;

namespace Search.Tests.Archive;

public class WriteOutcomeTests : ArchiveFixture
{
    private const string Early = "2026-01-01T10:00:00Z", Late = "2026-01-01T11:00:00Z";

    // What is stored (null: nothing) -> what is put -> what becomes of it.
    [Theory]
    [InlineData(null, null, "wheat", null, WriteResult.Created, 1)]
    [InlineData("wheat", null, "wheat", null, WriteResult.Unchanged, 1)]
    [InlineData("wheat", Early, "wheat", Late, WriteResult.Unchanged, 1)]
    [InlineData("wheat", Late, "wheat", Early, WriteResult.Unchanged, 1)]
    [InlineData("wheat", null, "maize", null, WriteResult.Updated, 2)]
    [InlineData("wheat", Early, "maize", Late, WriteResult.Updated, 2)]
    [InlineData("wheat", Early, "maize", Early, WriteResult.Updated, 2)]
    [InlineData("wheat", Early, "maize", null, WriteResult.Updated, 2)]
    [InlineData("wheat", null, "maize", Early, WriteResult.Updated, 2)]
    [InlineData("wheat", Late, "maize", Early, WriteResult.Conflict, 1)]
    [InlineData("wheat", "2026-01-01T12:00:00+02:00", "maize", Early, WriteResult.Updated, 2)]
    public async Task A_put_depends_on_the_stored_content_and_its_revision(string? stored, string? storedRevised, string put, string? revised, WriteResult result, int version)
    {
        var archive = Open();
        if (stored is not null) await One(archive, Put("a", stored, storedRevised));

        var receipt = await One(archive, Put("a", put, revised));

        Assert.Equal((result, version), (receipt.Result, receipt.Version));
        Assert.Equal(result == WriteResult.Updated ? 2 : 1, receipt.Sequence);
        Assert.Equal(result == WriteResult.Conflict ? Time(storedRevised!) : null, receipt.Revised);
        Assert.Equal(receipt.Sequence, archive.Sequence);
        Assert.Equal(1, archive.Count);
        Assert.Equal(result is WriteResult.Created or WriteResult.Updated ? put : stored, archive.Newest("a")!.Draft.Body);
    }

    [Fact]
    public async Task Deleting_an_unknown_article_changes_nothing()
    {
        var archive = Open();
        Assert.Equal(new WriteReceipt("a", WriteResult.NotFound, 0, 0), await One(archive, new DeleteDraft("a")));
        Assert.Equal(0, archive.Sequence);
        Assert.Null(archive.LastArrived);
    }

    [Fact]
    public async Task A_deleted_article_is_forgotten_with_its_revision_but_keeps_its_number()
    {
        var archive = Open();
        await One(archive, Put("a", "wheat", Late));
        var number = archive.Newest("a")!.Number;

        Assert.Equal(new WriteReceipt("a", WriteResult.Deleted, 0, 2), await One(archive, new DeleteDraft("a")));
        Assert.Null(archive.Newest("a"));
        Assert.Equal(0, archive.Count);
        Assert.Equal(WriteResult.NotFound, (await One(archive, new DeleteDraft("a"))).Result);

        Assert.Equal(new WriteReceipt("a", WriteResult.Created, 1, 3), await One(archive, Put("a", "maize", Early)));
        Assert.Equal(number, archive.Newest("a")!.Number);
        await One(archive, Put("b", "rye"));
        Assert.NotEqual(number, archive.Newest("b")!.Number);
    }

    [Fact]
    public async Task Writes_of_one_article_in_one_batch_take_effect_in_order()
    {
        var archive = Open();
        var receipts = await archive.AppendAsync([Put("a", "one"), Put("a", "two"), new DeleteDraft("a"), Put("a", "two"), Put("a", "two")]);
        Assert.Equal(
            [WriteResult.Created, WriteResult.Updated, WriteResult.Deleted, WriteResult.Created, WriteResult.Unchanged],
            receipts.Select(receipt => receipt.Result));
        Assert.Equal([1, 2, 3, 4, 4], receipts.Select(receipt => receipt.Sequence));
        Assert.Equal("two", archive.Newest("a")!.Draft.Body);
    }

    [Fact]
    public async Task Every_version_is_kept_with_its_time()
    {
        var archive = Open();
        var first = Clock.GetUtcNow();
        await One(archive, Put("a", "one"));
        Clock.Advance(TimeSpan.FromMinutes(5));
        await archive.AppendAsync([Put("b", "other"), Put("a", "two"), new DeleteDraft("a"), Put("a", "three")]);

        var versions = archive.Versions("a");

        Assert.Equal([(1, 1L, "one"), (2, 3L, "two"), (1, 5L, "three")], versions.Select(v => (v.Version, v.Sequence, v.Draft.Body!)));
        Assert.Equal([first, Clock.GetUtcNow(), Clock.GetUtcNow()], versions.Select(v => v.At));
        Assert.Equal(Clock.GetUtcNow(), archive.LastArrived);
        Assert.Empty(archive.Versions("unknown"));
    }

    [Fact]
    public async Task A_batch_with_a_wrong_write_is_refused_whole_and_others_go_on()
    {
        var archive = Open();
        await Assert.ThrowsAsync<ArgumentException>(() => archive.AppendAsync([Put("a", "x"), Put("", "y")]));
        await Assert.ThrowsAsync<ArgumentException>(() => archive.AppendAsync([new PutDraft("a", new ArticleDraft { Id = "b", Body = "x" })]));
        Assert.Equal(0, archive.Sequence);
        Assert.Empty(await archive.AppendAsync([]));
        Assert.Equal(WriteResult.Created, (await One(archive, Put("a", "x"))).Result);
    }

    [Fact]
    public async Task A_closed_archive_says_so()
    {
        var archive = Open();
        await archive.DisposeAsync();
        await archive.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => archive.AppendAsync([Put("a", "x")]));
        Assert.Throws<ObjectDisposedException>(() => archive.Newest("a"));
    }
}
