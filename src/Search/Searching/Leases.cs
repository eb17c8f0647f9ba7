namespace Search.Searching;

/// <summary>
/// Snapshots that cursors hold: for five minutes from their last use. What they keep in memory that searches no longer need is bounded: beyond it the one
/// least recently used goes first, and its cursors are expired.
/// </summary>
/// <param name="clock">Tells how long ago a use was.</param>
/// <param name="mostBytes">Memory of all leased snapshots together, what they share with each other counted once and what they share with the current one not at all.</param>
internal sealed class Leases(TimeProvider clock, long mostBytes) : IDisposable
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly Dictionary<long, Lease> leases = [];
    private readonly Lock guard = new();

    /// <summary>Keeps a snapshot that the caller holds; using it again renews it. <paramref name="current"/> is what new searches see.</summary>
    public void Keep(Snapshot snapshot, IndexView current)
    {
        lock (guard)
        {
            Expire();
            if (leases.TryGetValue(snapshot.Id, out var known))
            {
                known.LastUse = clock.GetTimestamp();
                return;
            }
            if (!snapshot.TryHold()) return;
            leases.Add(snapshot.Id, new Lease(snapshot) { LastUse = clock.GetTimestamp() });
            while (leases.Count > 1 && Bytes(current) > mostBytes) Drop(leases.Values.MinBy(l => l.LastUse)!);
        }
    }

    /// <summary>Holds a leased snapshot for the caller; null when the lease is over.</summary>
    public Snapshot? Take(long id)
    {
        lock (guard)
        {
            Expire();
            if (!leases.TryGetValue(id, out var lease) || !lease.Snapshot.TryHold()) return null;
            lease.LastUse = clock.GetTimestamp();
            return lease.Snapshot;
        }
    }

    /// <summary>Lets go of what was not used for too long.</summary>
    public void Sweep()
    {
        lock (guard) Expire();
    }

    public void Dispose()
    {
        lock (guard)
        {
            foreach (var lease in leases.Values.ToList()) Drop(lease);
        }
    }

    private long Bytes(IndexView current)
    {
        var counted = current.Parts().Select(p => p.Part).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return leases.Values.SelectMany(l => l.Snapshot.View.Parts()).Where(p => counted.Add(p.Part)).Sum(p => p.Bytes);
    }

    private void Expire()
    {
        foreach (var lease in leases.Values.Where(l => clock.GetElapsedTime(l.LastUse) > Life).ToList()) Drop(lease);
    }

    private void Drop(Lease lease)
    {
        leases.Remove(lease.Snapshot.Id);
        lease.Snapshot.Release();
    }

    private sealed class Lease(Snapshot snapshot)
    {
        public Snapshot Snapshot { get; } = snapshot;
        public long LastUse { get; set; }
    }
}
