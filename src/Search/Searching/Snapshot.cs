using Lucene.Net.Index;
using Search.Indexing;

namespace Search.Searching;

/// <summary>
/// The index at one moment: segments, actors and the number of the newest change applied. Lives as long as somebody holds it; a frozen cursor
/// holds it for minutes.
/// </summary>
internal sealed class Snapshot
{
    private static long lastId = Random.Shared.NextInt64(1L << 62); // so that a cursor of another process is told from ours
    private readonly DirectoryReader reader;
    private int holders = 1;

    public Snapshot(DirectoryReader reader, ActorTable actors, ValueTables values, long sequence)
    {
        this.reader = reader;
        Sequence = sequence;
        View = new IndexView([.. reader.Leaves.Select(l => SegmentView.Of(l.AtomicReader))], actors, values);
    }

    private Snapshot(DirectoryReader reader, IndexView view, long sequence)
    {
        this.reader = reader;
        View = view;
        Sequence = sequence;
    }

    /// <summary>Different for every snapshot of the process.</summary>
    public long Id { get; } = Interlocked.Increment(ref lastId);

    public long Sequence { get; }

    public IndexView View { get; }

    public DirectoryReader Reader => reader;

    /// <summary>The same documents with other actors: what an edit makes.</summary>
    public Snapshot With(ActorTable actors, long sequence)
    {
        reader.IncRef();
        return new Snapshot(reader, View with { Actors = actors }, sequence);
    }

    /// <summary>Holds the snapshot; false when it has been let go of already.</summary>
    public bool TryHold()
    {
        for (var now = Volatile.Read(ref holders); now > 0; now = Volatile.Read(ref holders))
        {
            if (Interlocked.CompareExchange(ref holders, now + 1, now) == now) return true;
        }
        return false;
    }

    /// <summary>Lets go; the last one out closes the reader.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0) reader.DecRef();
    }
}
