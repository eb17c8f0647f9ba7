using Search.Articles;

namespace Search.Archive;

/// <summary>Reads articles and changes back. The log and the originals only grow, so several statements see one state.</summary>
internal static class ChangeLog
{
    private readonly record struct Entry(long Sequence, int Kind, long Number, string Id, int Version, int Size);

    /// <summary>Changes in order, without those that a later one of the same answer replaces; it ends early at about <paramref name="bytes"/>.</summary>
    public static List<ArchiveChange> After(ArchiveConnection connection, long sequence, int limit, long bytes, RecentDrafts recent)
    {
        var entries = new List<Entry>();
        var last = new Dictionary<long, long>();
        using (var rows = connection.Rows(
            """
            SELECT log.seq, log.kind, log.article, article.id, original.version, original.size
            FROM log JOIN article ON article.number = log.article LEFT JOIN original ON original.seq = log.seq
            WHERE log.seq > ?1 AND log.kind IN (1, 2) ORDER BY log.seq LIMIT ?2
            """, sequence, limit))
        {
            while (bytes > 0 && rows.Read())
            {
                var stored = rows.GetInt32(1) == ArticleTable.Stored;
                if (stored && rows.IsDBNull(4)) throw new InvalidDataException($"the article stored at {rows.GetInt64(0)} is missing");
                var entry = new Entry(rows.GetInt64(0), rows.GetInt32(1), rows.GetInt64(2), rows.GetString(3), stored ? rows.GetInt32(4) : 0, stored ? rows.GetInt32(5) : 0);
                entries.Add(entry);
                last[entry.Number] = entry.Sequence;
                bytes -= entry.Size;
            }
        }

        var changes = new List<ArchiveChange>(last.Count);
        foreach (var entry in entries)
        {
            if (last[entry.Number] != entry.Sequence) continue;
            changes.Add(entry.Kind == ArticleTable.Deleted
                ? new DraftDeleted(entry.Sequence, entry.Id)
                : new DraftStored(entry.Sequence, entry.Id, entry.Number, entry.Version, Draft(connection, entry.Sequence, recent)));
        }
        return changes;
    }

    public static ArchivedDraft? Newest(ArchiveConnection connection, string id, RecentDrafts recent)
    {
        long number, sequence;
        int version;
        using (var rows = connection.Rows("SELECT number, version, seq FROM article WHERE id = ?1 AND hash IS NOT NULL", id))
        {
            if (!rows.Read()) return null;
            (number, version, sequence) = (rows.GetInt64(0), rows.GetInt32(1), rows.GetInt64(2));
        }
        return new ArchivedDraft(id, number, version, sequence, Draft(connection, sequence, recent));
    }

    public static List<ArchivedVersion> Versions(ArchiveConnection connection, string id)
    {
        var versions = new List<ArchivedVersion>();
        using var rows = connection.Rows(
            """
            SELECT original.version, log.seq, log.at, original.size, original.payload
            FROM article JOIN log ON log.article = article.number JOIN original ON original.seq = log.seq
            WHERE article.id = ?1 ORDER BY log.seq
            """, id);
        while (rows.Read())
        {
            var draft = PackedDraft.Unpack(rows.GetFieldValue<byte[]>(4), rows.GetInt32(3));
            versions.Add(new ArchivedVersion(rows.GetInt32(0), rows.GetInt64(1), new DateTimeOffset(rows.GetInt64(2), TimeSpan.Zero), draft));
        }
        return versions;
    }

    private static ArticleDraft Draft(ArchiveConnection connection, long sequence, RecentDrafts recent)
    {
        if (recent.Find(sequence) is { } draft) return draft;
        using var rows = connection.Rows("SELECT payload, size FROM original WHERE seq = ?1", sequence);
        if (!rows.Read()) throw new InvalidDataException($"the article stored at {sequence} is missing");
        return PackedDraft.Unpack(rows.GetFieldValue<byte[]>(0), rows.GetInt32(1));
    }
}
