namespace Search.Searching;

/// <summary>
/// Snapshots that cursors hold: for five minutes from their last use, at most so many; the one least recently used goes first.
/// </summary>
internal sealed class Leases(TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    public const int Most = 64;

    private readonly Dictionary<long, Lease> leases = [];
    private readonly Lock guard = new();

    /// <summary>Keeps a snapshot that the caller holds; using it again renews it.</summary>
    public void Keep(Snapshot snapshot)
    {
        lock (guard)
        {
            Expire();
            if (leases.TryGetValue(snapshot.Id, out var lease)) lease.LastUse = clock.GetTimestamp();
            else if (snapshot.TryHold()) leases.Add(snapshot.Id, new Lease(snapshot) { LastUse = clock.GetTimestamp() });
            while (leases.Count > Most) Drop(leases.Values.MinBy(l => l.LastUse)!);
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
