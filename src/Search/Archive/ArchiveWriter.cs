using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Search.Archive;

/// <summary>
/// The one thread that writes. All jobs that wait are applied in one transaction, in order, and told after its commit has reached the
/// disk; so the more wait, the less each one pays for the disk. An error rolls the whole transaction back and fails all its jobs. After
/// damage or a failed write for another reason than space nothing more is written: what the disk holds then is only known after a
/// new start.
/// </summary>
internal sealed class ArchiveWriter : IAsyncDisposable
{
    private const int ArticlesPerCommit = 1000;
    private const long BytesPerCommit = 4 << 20;
    private const int Waiting = 64;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    private readonly ArchiveFile file;
    private readonly ArchiveConnection connection;
    private readonly TimeProvider clock;
    private readonly BlockingCollection<WriteJob> queue = [];
    private readonly SemaphoreSlim room = new(Waiting);
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<WriteJob> unawaited = [];
    private volatile ArchiveState state;
    private Exception? broken;

    public ArchiveWriter(ArchiveFile file, TimeProvider clock)
    {
        this.file = file;
        this.clock = clock;
        connection = file.OpenWriter();
        try
        {
            StoreId = connection.Value("SELECT value FROM setting WHERE name = 'store_id'") as string ?? throw file.Damaged("it has no id");
            state = ArchiveState.Of(connection);
        }
        catch (Exception e)
        {
            connection.Dispose();
            throw file.Explain(e);
        }
        new Thread(Run) { Name = "archive writer", IsBackground = true }.Start();
    }

    public string StoreId { get; }

    /// <summary>As of the newest durable change.</summary>
    public ArchiveState State => state;

    /// <summary>Hands over a job; waits while too many wait already.</summary>
    public async Task EnqueueAsync(WriteJob job, CancellationToken cancel)
    {
        await room.WaitAsync(cancel).ConfigureAwait(false);
        Add(job);
    }

    /// <inheritdoc cref="EnqueueAsync"/>
    public void Enqueue(WriteJob job)
    {
        room.Wait();
        Add(job);
    }

    /// <summary>Writes what waits, moves the log into the file, closes it. May be called twice.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.CompleteAdding();
#pragma warning disable VSTHRD003 // The writing thread completes it.
        await stopped.Task.ConfigureAwait(false);
#pragma warning restore VSTHRD003
        // Queue and semaphore stay: a late caller must find a closed archive, not hang on a disposed semaphore.
    }

    private void Add(WriteJob job)
    {
        try { queue.Add(job); }
        catch (InvalidOperationException e)
        {
            room.Release();
            throw new ObjectDisposedException("The archive is closed.", e);
        }
    }

    private void Run()
    {
        var group = new List<WriteJob>();
        var settled = true;
        while (!queue.IsCompleted)
        {
            if (!queue.TryTake(out var job, settled ? Timeout.InfiniteTimeSpan : Idle))
            {
                Settle();
                settled = true;
                continue;
            }
            settled = false;
            Gather(job, group);
            if (group.Count > 0) Commit([.. unawaited, .. group]);
            group.Clear();
        }
        Settle();
        connection.Dispose();
        stopped.SetResult();
    }

    // Takes what waits, without waiting for more, up to the size of a transaction. Jobs that nobody awaits are laid aside for the next one.
    private void Gather(WriteJob first, List<WriteJob> group)
    {
        var (articles, bytes) = (0, 0L);
        for (var job = first; ;)
        {
            room.Release();
            (job.Awaited ? group : unawaited).Add(job);
            articles += job.Articles;
            bytes += job.Bytes;
            if (articles >= ArticlesPerCommit || bytes >= BytesPerCommit || !queue.TryTake(out job!)) break;
        }
        if (group.Count == 0 && unawaited.Sum(job => job.Bytes) >= BytesPerCommit) Commit([.. unawaited]);
    }

    // Nothing waits: time for what nobody awaits, and for moving the log into the file.
    private void Settle()
    {
        if (unawaited.Count > 0) Commit([.. unawaited]);
        if (broken is not null) return;
        try { connection.Script("PRAGMA wal_checkpoint(TRUNCATE)"); }
        catch (SqliteException e) { Explain(e); }
    }

    private void Commit(WriteJob[] jobs)
    {
        unawaited.Clear();
        try
        {
            if (broken is not null) throw broken;
            var transaction = new WriteTransaction(connection, state, clock.GetUtcNow());
            connection.Run("BEGIN IMMEDIATE");
            foreach (var job in jobs) job.Apply(transaction);
            transaction.Close();
            connection.Run("COMMIT");
            state = transaction.State;
        }
#pragma warning disable CA1031 // Whatever went wrong, every caller must hear of it, and the thread lives on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var error = Explain(e);
            RollBack();
            foreach (var job in jobs) job.Failed(error);
            return;
        }
        foreach (var job in jobs) job.Committed();
    }

    private Exception Explain(Exception e)
    {
        var error = file.Explain(e);
        var failedDisk = e is SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } && error is not ArchiveFullException;
        if (error is ArchiveDamagedException || failedDisk) broken = error;
        return error;
    }

    private void RollBack()
    {
        try
        {
            if (connection.InTransaction) connection.Run("ROLLBACK");
        }
        catch (SqliteException e)
        {
            broken ??= file.Explain(e);
        }
    }
}
