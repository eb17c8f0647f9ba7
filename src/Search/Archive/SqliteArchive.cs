using System.Collections.Concurrent;

namespace Search.Archive;

/// <summary>
/// The archive in one SQLite file with a write-ahead log, synced to the disk at every commit. One thread writes; readers have
/// connections of their own and never wait for it. Only one process may hold the folder. Opening does not read the file through: SQLite
/// recovers by itself from a process or machine that stopped, and damage shows when it is met.
/// </summary>
/// <remarks>
/// The file must not be copied with plain file operations while it is open: on Linux closing any handle of a file drops the locks that
/// SQLite holds on it in the same process.
/// </remarks>
internal sealed class SqliteArchive : IArchive
{
    private const long RecentBytes = 32 << 20;
    private const long TagBytesWaiting = 64 << 20;
    private const long PageBytes = 32 << 20;

    private readonly ArchiveWriter writer;
    private readonly ReadPool readers;
    private readonly RecentDrafts recent = new(RecentBytes);
    private readonly ConcurrentDictionary<string, FieldNumbers> fields = new(StringComparer.Ordinal);
    private readonly long opened;
    private long tagBytes;

    private SqliteArchive(ArchiveFile file, TimeProvider clock)
    {
        writer = new ArchiveWriter(file, clock);
        readers = new ReadPool(file);
        opened = writer.State.Sequence;
    }

    /// <summary>Opens <c>archive.db</c> in the folder, or makes both.</summary>
    /// <exception cref="ArchiveDamagedException">The file is damaged or not an archive; it was not changed.</exception>
    /// <exception cref="ArchiveFullException">There is no room to make it.</exception>
    public static SqliteArchive Open(string folder, TimeProvider clock) => new(ArchiveFile.In(folder), clock);

    /// <inheritdoc/>
    public string StoreId => writer.StoreId;

    /// <inheritdoc/>
    public long Sequence => writer.State.Sequence;

    /// <inheritdoc/>
    public long Count => writer.State.Count;

    /// <inheritdoc/>
    public DateTimeOffset? LastArrived => writer.State.LastArrived;

    /// <inheritdoc/>
    /// <remarks>Cancelling works until the batch has been handed over; from then on it is written. A batch is stored whole or not at all.</remarks>
    public async Task<IReadOnlyList<WriteReceipt>> AppendAsync(IReadOnlyList<ArchiveWrite> batch, CancellationToken cancel = default)
    {
        if (batch.Count == 0) return [];
        var job = AppendJob.Of(batch, recent);
        await writer.EnqueueAsync(job, cancel).ConfigureAwait(false);
        return await job.Receipts.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ArchiveChange> After(long sequence, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return readers.Read(connection => ChangeLog.After(connection, sequence, limit, PageBytes, recent));
    }

    /// <inheritdoc/>
    public ArchivedDraft? Newest(string id) => readers.Read(connection => ChangeLog.Newest(connection, id, recent));

    /// <inheritdoc/>
    public IReadOnlyList<ArchivedVersion> Versions(string id) => readers.Read(connection => ChangeLog.Versions(connection, id));

    /// <inheritdoc/>
    public byte[]? Tags(string id, int version, string fingerprint) => readers.Read(connection => TagTable.Find(connection, id, version, fingerprint));

    /// <inheritdoc/>
    public void StoreTags(IReadOnlyList<StoredTags> tags)
    {
        if (tags.Count == 0) return;
        var job = new TagsJob(tags, opened, bytes => Interlocked.Add(ref tagBytes, -bytes));
        if (Interlocked.Add(ref tagBytes, job.Bytes) > TagBytesWaiting)
        {
            Interlocked.Add(ref tagBytes, -job.Bytes);
            return;
        }
        writer.Enqueue(job);
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> Numbers(string field, IReadOnlyList<FieldValue> values)
    {
        var known = Field(field);
        var missing = values.Where(value => !known.TryFind(value.Key, out _)).ToList();
        if (missing.Count > 0)
        {
            using var job = new NumbersJob(field, missing, known);
            writer.Enqueue(job);
            job.Wait();
        }
        var numbers = new int[values.Count];
        for (var i = 0; i < numbers.Length; i++) known.TryFind(values[i].Key, out numbers[i]);
        return numbers;
    }

    /// <inheritdoc/>
    public IReadOnlyList<FieldValue> Values(string field) => Field(field).Snapshot();

    /// <summary>Runs on the writing thread inside a transaction; for tests that need a file in a certain state.</summary>
    internal Task RunAsync(Action<ArchiveConnection> run)
    {
        var job = new ConnectionJob(run);
        writer.Enqueue(job);
        return job.Done;
    }

    /// <summary>Writes what waits, moves the write-ahead log into the file and closes it; the folder may then be moved or deleted.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync().ConfigureAwait(false);
        readers.Dispose();
    }

    private FieldNumbers Field(string field) => fields.GetOrAdd(field, name => readers.Read(connection => FieldNumbers.Load(connection, name)));
}
