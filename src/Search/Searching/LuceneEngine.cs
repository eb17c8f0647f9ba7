using Search.Indexing;

namespace Search.Searching;

/// <summary>The embedded engine.</summary>
internal sealed class LuceneEngine : ISearchEngine
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);

    private readonly Edition edition;
    private readonly NameTable names;
    private readonly ValueTables values;
    private readonly TimeProvider clock;
    private readonly Leases leases;
    private readonly ITimer sweeping;
    private readonly Lock swapping = new();
    private volatile bool closed;
    private long applied;
    private Snapshot current;
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LuceneEngine(Edition edition, NameTable names, ValueTables values, TimeProvider clock, long cursorBytes)
    {
        this.edition = edition;
        this.names = names;
        this.values = values;
        this.clock = clock;
        leases = new Leases(clock, cursorBytes);
        sweeping = clock.CreateTimer(_ => leases.Sweep(), null, SweepEvery, SweepEvery);
        applied = edition.Committed;
        current = new Snapshot(edition.Refresh(null), names.Current, values, applied);
    }

    public long Sequence => Volatile.Read(ref current).Sequence;

    public long Durable => edition.Committed;

    public bool HasRoom => edition.HasRoom();

    public Task ApplyAsync(IReadOnlyCollection<IndexChange> changes, long sequence, bool visible, CancellationToken cancel = default) => Guard(() =>
    {
        if (changes.Count > 0) edition.Apply(changes, cancel);
        applied = sequence;
        if (visible && applied >= Sequence) Show(); // while a gap is replayed after a failure, searches keep what they had
    });

    public Task CommitAsync(CancellationToken cancel = default) => Guard(() =>
    {
        edition.Commit(applied);
    });

    public void ActorsChanged()
    {
        lock (swapping) Swap(current.With(names.Current, current.Sequence));
    }

    public async Task<ISnapshot> OpenAsync(long atLeast, TimeSpan wait, CancellationToken cancel = default)
    {
        var deadline = clock.GetTimestamp();
        while (Sequence < atLeast)
        {
            var rest = wait - clock.GetElapsedTime(deadline);
            if (rest <= TimeSpan.Zero) break;
            var next = Volatile.Read(ref moved).Task;
            if (Sequence >= atLeast) break;
            try { await next.WaitAsync(rest, clock, cancel); }
            catch (TimeoutException) { break; }
        }
        while (true)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            var snapshot = Volatile.Read(ref current);
            if (snapshot.TryHold()) return new LuceneSnapshot(snapshot, leases, clock, snapshot.Sequence < atLeast);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (closed) return;
        closed = true;
        await sweeping.DisposeAsync();
        leases.Dispose();
        current.Release();
        edition.Dispose();
    }

    /// <summary>After a failure the writer goes back to its last commit; searches keep what they see.</summary>
    private Task Guard(Action work)
    {
        try
        {
            work();
            return Task.CompletedTask;
        }
        catch (IndexWriteException)
        {
            edition.Rollback();
            applied = edition.Committed;
            throw;
        }
    }

    private void Show()
    {
        names.Grow();
        var reader = edition.Refresh(Volatile.Read(ref current).Reader);
        lock (swapping) Swap(new Snapshot(reader, names.Current, values, applied));
    }

    private void Swap(Snapshot next)
    {
        var old = current;
        Volatile.Write(ref current, next);
        old.Release();
        var signal = Interlocked.Exchange(ref moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        signal.SetResult();
    }
}
