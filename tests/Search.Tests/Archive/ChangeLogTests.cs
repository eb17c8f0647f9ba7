using Search.Archive;
using Xunit;

namespace Search.Tests.Archive;

public class ChangeLogTests : ArchiveFixture
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Replaying_random_writes_in_pages_gives_what_was_stored(int seed)
    {
        var random = new Random(seed);
        var model = new Dictionary<string, (string Body, int Version)>();
        var archive = Open();
        for (var batch = 0; batch < 40; batch++)
        {
            if (random.Next(10) == 0)
            {
                await archive.DisposeAsync();
                archive = Open();
            }
            var writes = new List<ArchiveWrite>();
            for (var n = random.Next(1, 12); n > 0; n--)
            {
                var id = "article " + random.Next(25);
                writes.Add(random.Next(5) == 0 ? new DeleteDraft(id) : Put(id, "text " + random.Next(6)));
            }
            var receipts = await archive.AppendAsync(writes);
            for (var i = 0; i < writes.Count; i++) Assert.Equal(Expect(model, writes[i]), (receipts[i].Result, receipts[i].Version));
        }

        var replayed = new Dictionary<string, (string, int)>();
        var (position, limit) = (0L, random.Next(1, 20));
        while (archive.After(position, limit) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= limit);
            foreach (var change in page)
            {
                Assert.True(change.Sequence > position);
                position = change.Sequence;
                if (change is DraftStored stored) replayed[stored.Id] = (stored.Draft.Body!, stored.Version);
                else replayed.Remove(((DraftDeleted)change).Id);
            }
        }

        Assert.Equal(archive.Sequence, position);
        Assert.Equal(model, replayed);
        Assert.Equal(model.Count, archive.Count);
        foreach (var (id, (body, version)) in model)
        {
            var newest = archive.Newest(id)!;
            Assert.Equal((body, version), (newest.Draft.Body, newest.Version));
        }
    }

    [Fact]
    public async Task A_change_is_left_out_only_when_the_same_answer_holds_a_later_one()
    {
        var archive = Open();
        await archive.AppendAsync([Put("a", "1"), Put("b", "1"), Put("a", "2"), new DeleteDraft("b")]);
        Assert.Equal([3, 4], archive.After(0, 100).Select(change => change.Sequence));
        Assert.Equal([1, 2], archive.After(0, 2).Select(change => change.Sequence));
        Assert.Equal([2, 3], archive.After(0, 3).Select(change => change.Sequence));
        Assert.Equal(new DraftDeleted(4, "b"), Assert.Single(archive.After(3, 100)));
        Assert.Empty(archive.After(4, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => archive.After(0, 0));
    }

    [Fact]
    public async Task An_answer_with_much_text_ends_early_and_the_next_goes_on()
    {
        var archive = Open();
        var text = new string('x', 1_000_000);
        for (var i = 0; i < 80; i += 10) await archive.AppendAsync([.. Enumerable.Range(i, 10).Select(n => Put("a" + n, n + text))]);
        var first = archive.After(0, 1000);
        Assert.InRange(first.Count, 30, 40);
        Assert.Equal(first[^1].Sequence + 1, archive.After(first[^1].Sequence, 1000)[0].Sequence);
    }

    [Fact]
    public async Task Concurrent_callers_get_unique_sequences_and_each_ones_order_holds()
    {
        var archive = Open();
        const int Callers = 4, Batches = 25, Size = 8;
        var receipts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var own = new List<WriteReceipt>();
            for (var batch = 0; batch < Batches; batch++)
            {
                own.AddRange(await archive.AppendAsync([.. Enumerable.Range(0, Size).Select(n => Put($"a{(batch * Size + n) % 50}", $"{caller} {batch} {n}"))]));
                Assert.True(archive.Sequence >= own[^1].Sequence);
            }
            return own;
        })));

        foreach (var own in receipts) Assert.Equal(own.Select(r => r.Sequence).Order(), own.Select(r => r.Sequence));
        var all = receipts.SelectMany(own => own).OrderBy(receipt => receipt.Sequence).ToList();
        Assert.Equal(Enumerable.Range(1, Callers * Batches * Size).Select(n => (long)n), all.Select(receipt => receipt.Sequence));
        foreach (var article in all.GroupBy(receipt => receipt.Id))
        {
            Assert.Equal(Enumerable.Range(1, article.Count()), article.Select(receipt => receipt.Version));
            Assert.Equal(archive.Newest(article.Key)!.Sequence, article.Last().Sequence);
        }
    }

    private static (WriteResult, int) Expect(Dictionary<string, (string Body, int Version)> model, ArchiveWrite write)
    {
        var exists = model.TryGetValue(write.Id, out var stored);
        if (write is not PutDraft put) return model.Remove(write.Id) ? (WriteResult.Deleted, 0) : (WriteResult.NotFound, 0);
        if (exists && stored.Body == put.Draft.Body) return (WriteResult.Unchanged, stored.Version);
        model[write.Id] = (put.Draft.Body!, stored.Version + 1);
        return (exists ? WriteResult.Updated : WriteResult.Created, stored.Version + 1);
    }
}
