namespace Search.Searching;

/// <summary>
/// Snapshots that cursors hold: for five minutes from their last use. What they hold that nobody else does is bounded: beyond it the one least recently
/// used goes first, and its cursors are expired.
/// </summary>
/// <param name="clock">Tells how long ago a use was.</param>
/// <param name="mostBytes">Memory of all leased snapshots together, what they share counted once.</param>
internal sealed class Leases(TimeProvider clock, long mostBytes) : IDisposable
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly Dictionary<long, Lease> leases = [];
    private readonly Dictionary<object, int> holders = new(ReferenceEqualityComparer.Instance);
    private readonly Lock guard = new();
    private long bytes;

    /// <summary>Keeps a snapshot that the caller holds; using it again renews it.</summary>
    public void Keep(Snapshot snapshot)
    {
        lock (guard)
        {
            Expire();
            if (leases.TryGetValue(snapshot.Id, out var lease)) lease.LastUse = clock.GetTimestamp();
            else if (snapshot.TryHold()) Add(new Lease(snapshot) { LastUse = clock.GetTimestamp() });
            while (bytes > mostBytes && leases.Count > 1) Drop(leases.Values.MinBy(l => l.LastUse)!);
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

    private void Expire()
    {
        foreach (var lease in leases.Values.Where(l => clock.GetElapsedTime(l.LastUse) > Life).ToList()) Drop(lease);
    }

    private void Add(Lease lease)
    {
        leases.Add(lease.Snapshot.Id, lease);
        foreach (var (part, size) in lease.Snapshot.View.Parts())
        {
            var count = holders.GetValueOrDefault(part);
            if (count == 0) bytes += size;
            holders[part] = count + 1;
        }
    }

    private void Drop(Lease lease)
    {
        leases.Remove(lease.Snapshot.Id);
        foreach (var (part, size) in lease.Snapshot.View.Parts())
        {
            if (--holders[part] > 0) continue;
            holders.Remove(part);
            bytes -= size;
        }
        lease.Snapshot.Release();
    }

    private sealed class Lease(Snapshot snapshot)
    {
        public Snapshot Snapshot { get; } = snapshot;
        public long LastUse { get; set; }
    }
}
