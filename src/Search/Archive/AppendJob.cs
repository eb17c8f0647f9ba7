namespace Search.Archive;

/// <summary>One caller's batch.</summary>
internal sealed class AppendJob(IReadOnlyList<PackedWrite> writes, RecentDrafts recent) : WriteJob
{
    private readonly TaskCompletionSource<IReadOnlyList<WriteReceipt>> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<WriteReceipt> receipts = new(writes.Count);

    /// <summary>The receipts, once they are durable.</summary>
#pragma warning disable VSTHRD003 // A thread of the archive's own completes it.
    public Task<IReadOnlyList<WriteReceipt>> Receipts => done.Task;
#pragma warning restore VSTHRD003

    public override int Articles => writes.Count;

    public override long Bytes { get; } = writes.Sum(write => (long)(write.Draft?.Payload.Length ?? 0));

    /// <summary>Packs the drafts, on the calling thread.</summary>
    /// <exception cref="ArgumentException">A write has no id, or its draft another one.</exception>
    public static AppendJob Of(IReadOnlyList<ArchiveWrite> batch, RecentDrafts recent)
    {
        var writes = new PackedWrite[batch.Count];
        for (var i = 0; i < writes.Length; i++)
        {
            var write = batch[i];
            if (string.IsNullOrEmpty(write.Id)) throw new ArgumentException("A write needs the id of its article.", nameof(batch));
            writes[i] = write switch
            {
                PutDraft put when put.Draft.Id is { } id && id != put.Id =>
                    throw new ArgumentException($"The draft of '{put.Id}' carries the id '{id}'.", nameof(batch)),
                PutDraft put => new PackedWrite(put, PackedDraft.Pack(put.Id, put.Draft)),
                DeleteDraft => new PackedWrite(write, null),
                _ => throw new ArgumentException($"There is no write {write.GetType().Name}.", nameof(batch)),
            };
        }
        return new AppendJob(writes, recent);
    }

    public override void Apply(WriteTransaction transaction)
    {
        foreach (var write in writes) receipts.Add(ArticleTable.Apply(transaction, write));
    }

    public override void Committed()
    {
        for (var i = 0; i < writes.Count; i++)
        {
            if (receipts[i].Result is not (WriteResult.Created or WriteResult.Updated)) continue;
            if (writes[i] is { Write: PutDraft put, Draft: { Exact: true } packed })
            {
                recent.Add(receipts[i].Sequence, put.Draft.Id == put.Id ? put.Draft : put.Draft with { Id = put.Id }, packed.Size);
            }
        }
        done.SetResult(receipts);
    }

    public override void Failed(Exception error) => done.SetException(error);
}
