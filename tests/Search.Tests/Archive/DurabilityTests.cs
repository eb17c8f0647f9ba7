using Search.Archive;
using Xunit;

namespace Search.Tests.Archive;

public class DurabilityTests : ArchiveFixture
{
    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_kill_and_what_was_not_committed_is_not()
    {
        var archive = Open();
        await archive.AppendAsync([.. Enumerable.Range(0, 300).Select(n => Put("a" + n, "text " + n))]);
        await archive.AppendAsync([new DeleteDraft("a7"), Put("a8", "new")]);
        var image = await CrashImage(archive, connection => connection.Run("DELETE FROM article WHERE id = 'a9'"));

        var survivor = Open(image);

        Assert.Equal((archive.StoreId, 302, 299), (survivor.StoreId, survivor.Sequence, survivor.Count));
        Assert.Equal(archive.LastArrived, survivor.LastArrived);
        Assert.Null(survivor.Newest("a7"));
        Assert.Equal("new", survivor.Newest("a8")!.Draft.Body);
        Assert.Equal("text 9", survivor.Newest("a9")!.Draft.Body);
        Assert.Equal(303, (await One(survivor, Put("next", "text"))).Sequence);
    }

    [Fact]
    public async Task A_kill_at_any_moment_between_concurrent_appends_loses_no_receipt()
    {
        var archive = Open();
        var acknowledged = new System.Collections.Concurrent.ConcurrentDictionary<string, long>();
        var appends = Enumerable.Range(0, 3).Select(caller => Task.Run(async () =>
        {
            for (var n = 0; n < 60; n++)
            {
                var receipt = await One(archive, Put($"{caller} {n}", "text"));
                acknowledged[receipt.Id] = receipt.Sequence;
            }
        })).ToList();
        for (var round = 0; round < 5; round++)
        {
            var before = acknowledged.ToArray();
            await using var survivor = SqliteArchive.Open(await CrashImage(archive), Clock);
            foreach (var (id, sequence) in before) Assert.Equal(sequence, survivor.Newest(id)?.Sequence);
        }
        await Task.WhenAll(appends);
    }

    [Fact]
    public async Task Every_commit_is_synced_to_the_disk()
    {
        var archive = Open();
        var (journal, synchronous) = ((object?)null, (object?)null);
        await archive.RunAsync(connection => (journal, synchronous) = (connection.Value("PRAGMA journal_mode"), connection.Value("PRAGMA synchronous")));
        Assert.Equal(("wal", 2L), (journal, synchronous));
    }

    [Fact]
    public async Task Closing_leaves_one_file_and_opening_finds_everything()
    {
        var archive = Open();
        await One(archive, Put("a", "text"));
        await archive.DisposeAsync();
        Assert.Equal([DatabaseFile], Directory.GetFiles(Folder));
        Assert.Equal("text", Open().Newest("a")!.Draft.Body);
    }

    [Fact]
    public async Task Each_archive_has_an_id_of_its_own_and_keeps_it()
    {
        var archive = Open();
        var id = archive.StoreId;
        Assert.NotEqual(id, Open(Path.Combine(Folder, "other")).StoreId);
        await archive.DisposeAsync();
        Assert.Equal(id, Open().StoreId);
    }

    [Fact]
    public async Task A_full_disk_stores_nothing_of_the_batch_and_writing_goes_on_when_there_is_room()
    {
        var archive = Open();
        await One(archive, Put("a", "text"));
        await archive.RunAsync(connection => connection.Script("PRAGMA max_page_count = 40"));
        var random = new Random(1);
        ArchiveWrite[] batch = [Put("b", "small"), .. Enumerable.Range(0, 100).Select(n => Put("c" + n, Convert.ToHexString(RandomBytes(random, 3000))))];

        var full = await Assert.ThrowsAsync<ArchiveFullException>(() => archive.AppendAsync(batch));

        Assert.Contains("Free some space", full.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (archive.Sequence, archive.Count));
        Assert.Null(archive.Newest("b"));
        Assert.Equal(2, (await One(archive, Put("b", "small"))).Sequence);
        await Assert.ThrowsAsync<ArchiveFullException>(() => archive.AppendAsync(batch));
        Assert.Throws<ArchiveFullException>(() => archive.Numbers("name", [.. Enumerable.Range(0, 20_000).Select(n => new FieldValue("key" + n, "label"))]));
        Assert.Empty(archive.Values("name"));

        await archive.RunAsync(connection => connection.Script("PRAGMA max_page_count = 100000"));
        Assert.Equal(WriteResult.Unchanged, (await archive.AppendAsync(batch))[0].Result);
        Assert.Equal(102, archive.Count);
        Assert.Equal([0], archive.Numbers("name", [new FieldValue("key5", "label")]));
    }

    [Fact]
    public async Task An_error_of_one_transaction_fails_its_callers_and_no_later_one()
    {
        var archive = Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => archive.RunAsync(connection =>
        {
            connection.Run("DELETE FROM setting");
            throw new InvalidOperationException("broken on purpose");
        }));
        await One(archive, Put("a", "text"));
        await archive.DisposeAsync();
        Assert.Equal(1, Open().Count);
    }

    private static byte[] RandomBytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
