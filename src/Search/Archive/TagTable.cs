namespace Search.Archive;

/// <summary>
/// Tags beside the originals: one row per article, of its newest version and the tagger that came last.
/// </summary>
internal static class TagTable
{
    public static byte[]? Find(ArchiveConnection connection, string id, int version, string fingerprint) => connection.Value(
        """
        SELECT tags.payload FROM article JOIN tags ON tags.article = article.number
        WHERE article.id = ?1 AND article.version = ?2 AND tags.version = ?2 AND tags.fingerprint = ?3
        """, id, version, fingerprint) as byte[];

    /// <summary>
    /// Stores the tags unless the article has moved on. Version numbers begin again after a deletion, so tags that were made before it
    /// could pass for those of the new article: an article that came back since <paramref name="opened"/>, the sequence at which this
    /// process opened the archive, gets none stored until the next opening.
    /// </summary>
    public static void Store(ArchiveConnection connection, StoredTags tags, long opened) => connection.Run(
        """
        INSERT INTO tags SELECT number, version, ?3, ?4 FROM article WHERE id = ?1 AND version = ?2 AND hash IS NOT NULL AND reborn <= ?5
        ON CONFLICT(article) DO UPDATE SET version = excluded.version, fingerprint = excluded.fingerprint, payload = excluded.payload
        """, tags.Id, tags.Version, tags.Fingerprint, tags.Payload, opened);
}

/// <summary>Tags on their way to the table; nobody waits for them.</summary>
internal sealed class TagsJob(IReadOnlyList<StoredTags> tags, long opened, Action<long> finished) : WriteJob
{
    public override long Bytes { get; } = tags.Sum(tag => (long)tag.Payload.Length);

    public override bool Awaited => false;

    public override void Apply(WriteTransaction transaction)
    {
        foreach (var tag in tags) TagTable.Store(transaction.Connection, tag, opened);
    }

    public override void Committed() => finished(Bytes);

    public override void Failed(Exception error) => finished(Bytes);
}
