namespace Search.Archive;

/// <summary>What the archive knows of itself, as of the newest durable change.</summary>
internal sealed record ArchiveState(long Sequence, long Count, long LastNumber, DateTimeOffset? LastArrived)
{
    public static ArchiveState Of(ArchiveConnection connection)
    {
        var sequence = Long("SELECT max(seq) FROM log");
        var at = connection.Value("SELECT at FROM log WHERE seq = ?1", sequence) is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : (DateTimeOffset?)null;
        return new ArchiveState(sequence, Long("SELECT value FROM setting WHERE name = 'article_count'"), Long("SELECT max(number) FROM article"), at);

        long Long(string sql) => connection.Value(sql) as long? ?? 0;
    }
}

/// <summary>The open transaction: the connection, and the state as it will be after the commit.</summary>
internal sealed class WriteTransaction(ArchiveConnection connection, ArchiveState before, DateTimeOffset now)
{
    private readonly long countBefore = before.Count;
    private ArchiveState state = before;

    public ArchiveConnection Connection => connection;

    public ArchiveState State => state;

    /// <summary>Writes a change of an article to the log and returns its sequence number.</summary>
    public long Log(int kind, long article, int articles)
    {
        state = state with { Sequence = state.Sequence + 1, Count = state.Count + articles, LastArrived = now };
        connection.Run("INSERT INTO log(seq, at, kind, article) VALUES(?1, ?2, ?3, ?4)", state.Sequence, now.UtcTicks, kind, article);
        return state.Sequence;
    }

    /// <summary>A number that no article ever had.</summary>
    public long NewNumber()
    {
        state = state with { LastNumber = state.LastNumber + 1 };
        return state.LastNumber;
    }

    /// <summary>Stores what the state holds that the tables do not say.</summary>
    public void Close()
    {
        if (state.Count != countBefore) connection.Run("UPDATE setting SET value = ?1 WHERE name = 'article_count'", state.Count);
    }
}

/// <summary>
/// Something that the writing thread does inside a transaction that it may share with others. <see cref="Apply"/> is followed by
/// <see cref="Committed"/> or <see cref="Failed"/>, never both, all on that thread.
/// </summary>
internal abstract class WriteJob
{
    /// <summary>How many articles it writes, and bytes; the thread fills a transaction by them.</summary>
    public virtual int Articles => 0;

    public virtual long Bytes => 0;

    /// <summary>Whether somebody waits for it; others may be written with the next one that is.</summary>
    public virtual bool Awaited => true;

    public abstract void Apply(WriteTransaction transaction);

    /// <summary>It is durable, and readers see it.</summary>
    public abstract void Committed();

    /// <summary>Nothing of it was stored.</summary>
    public abstract void Failed(Exception error);
}
