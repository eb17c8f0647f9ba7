namespace Search.Archive;

/// <summary>A write whose draft has been packed; null for a deletion.</summary>
internal sealed record PackedWrite(ArchiveWrite Write, PackedDraft? Draft);

/// <summary>What a write does to the stored article: the rules, and the rows.</summary>
internal static class ArticleTable
{
    public const int Stored = 1;
    public const int Deleted = 2;

    private sealed record Row(long Number, int Version, long Sequence, byte[]? Hash, DateTimeOffset? Revised);

    public static WriteReceipt Apply(WriteTransaction transaction, PackedWrite write) =>
        write is { Write: PutDraft put, Draft: { } draft } ? Put(transaction, put, draft) : Delete(transaction, write.Write.Id);

    private static WriteReceipt Put(WriteTransaction transaction, PutDraft put, PackedDraft packed)
    {
        var row = Find(transaction.Connection, put.Id);
        if (row is { Hash: { } hash })
        {
            if (hash.AsSpan().SequenceEqual(packed.Hash)) return new WriteReceipt(put.Id, WriteResult.Unchanged, row.Version, row.Sequence);
            if (put.Draft.Revised < row.Revised) return new WriteReceipt(put.Id, WriteResult.Conflict, row.Version, row.Sequence, row.Revised);
        }

        var isNew = row is not { Hash: not null };
        var number = row?.Number ?? transaction.NewNumber();
        var version = (row?.Version ?? 0) + 1;
        var sequence = transaction.Log(Stored, number, articles: isNew ? 1 : 0);
        object? revised = put.Draft.Revised?.UtcTicks;
        var sql = row is null
            ? "INSERT INTO article(number, id, version, seq, hash, revised) VALUES(?1, ?6, ?2, ?3, ?4, ?5)"
            : "UPDATE article SET version = ?2, seq = ?3, hash = ?4, revised = ?5, reborn = iif(hash IS NULL, ?3, reborn) WHERE number = ?1 AND id = ?6";
        transaction.Connection.Run(sql, number, version, sequence, packed.Hash, revised, put.Id);
        transaction.Connection.Run("INSERT INTO original VALUES(?1, ?2, ?3, ?4)", sequence, version, packed.Size, packed.Payload);
        return new WriteReceipt(put.Id, isNew ? WriteResult.Created : WriteResult.Updated, version, sequence);
    }

    private static WriteReceipt Delete(WriteTransaction transaction, string id)
    {
        if (Find(transaction.Connection, id) is not { Hash: not null } row) return new WriteReceipt(id, WriteResult.NotFound, 0, 0);
        var sequence = transaction.Log(Deleted, row.Number, articles: -1);
        transaction.Connection.Run("UPDATE article SET version = 0, seq = ?2, hash = NULL, revised = NULL WHERE number = ?1", row.Number, sequence);
        transaction.Connection.Run("DELETE FROM tags WHERE article = ?1", row.Number);
        return new WriteReceipt(id, WriteResult.Deleted, 0, sequence);
    }

    private static Row? Find(ArchiveConnection connection, string id)
    {
        using var rows = connection.Rows("SELECT number, version, seq, hash, revised FROM article WHERE id = ?1", id);
        if (!rows.Read()) return null;
        return new Row(rows.GetInt64(0), rows.GetInt32(1), rows.GetInt64(2),
            rows.IsDBNull(3) ? null : rows.GetFieldValue<byte[]>(3),
            rows.IsDBNull(4) ? null : new DateTimeOffset(rows.GetInt64(4), TimeSpan.Zero));
    }
}
