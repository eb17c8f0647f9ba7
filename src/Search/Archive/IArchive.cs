using Search.Articles;

namespace Search.Archive;

/// <summary>One change that a caller asks for.</summary>
internal abstract record ArchiveWrite(string Id);

/// <summary>Store the article, whose draft carries this id, unless its content is the stored one.</summary>
internal sealed record PutDraft(string Id, ArticleDraft Draft) : ArchiveWrite(Id);

/// <summary>Forget the article.</summary>
internal sealed record DeleteDraft(string Id) : ArchiveWrite(Id);

/// <summary>What became of a write.</summary>
public enum WriteResult { Created, Updated, Unchanged, Deleted, NotFound, Conflict }

/// <summary>Durable when you hold it.</summary>
/// <param name="Id">The article.</param>
/// <param name="Result">What became of the write.</param>
/// <param name="Version">The article's version after it, from 1; 0 when there is none.</param>
/// <param name="Sequence">The log's number of the change; for a write that changed nothing, that of the article's stored version.</param>
/// <param name="Revised">For a conflict: the stored article's date of revision.</param>
internal sealed record WriteReceipt(string Id, WriteResult Result, int Version, long Sequence, DateTimeOffset? Revised = null);

/// <summary>A change in the log.</summary>
internal abstract record ArchiveChange(long Sequence);

/// <summary>An article was stored. <paramref name="Number"/> is the article's own stable number, the same for all its versions.</summary>
internal sealed record DraftStored(long Sequence, string Id, long Number, int Version, ArticleDraft Draft) : ArchiveChange(Sequence);

/// <summary>An article was deleted.</summary>
internal sealed record DraftDeleted(long Sequence, string Id) : ArchiveChange(Sequence);

/// <summary>The newest durable version of an article.</summary>
internal sealed record ArchivedDraft(string Id, long Number, int Version, long Sequence, ArticleDraft Draft);

/// <summary>A version of an article as it was stored; numbers begin at 1 again when an article is stored after it was deleted.</summary>
internal sealed record ArchivedVersion(int Version, long Sequence, DateTimeOffset At, ArticleDraft Draft);

/// <summary>
/// The source of truth: every article as it was handed in, all versions, and the log of changes with one sequence number.
/// Safe to call from several threads.
/// </summary>
internal interface IArchive : IAsyncDisposable
{
    /// <summary>A random id given to the archive when it was made; an index of another archive does not fit.</summary>
    string StoreId { get; }

    /// <summary>The number of the newest durable change; 0 when there is none.</summary>
    long Sequence { get; }

    /// <summary>How many articles are stored.</summary>
    long Count { get; }

    /// <summary>When the newest change was stored; null when there is none.</summary>
    DateTimeOffset? LastArrived { get; }

    /// <summary>Stores the writes in order; the receipts, one each in the same order, are given after the commit has reached the disk.</summary>
    /// <exception cref="ArchiveFullException">The disk is full; nothing of the batch was stored.</exception>
    Task<IReadOnlyList<WriteReceipt>> AppendAsync(IReadOnlyList<ArchiveWrite> batch, CancellationToken cancel = default);

    /// <summary>
    /// The changes after a sequence number, in order, at most <paramref name="limit"/>. A version that a later change within the
    /// answer replaces may be left out, never the last change of an article. Empty only when there are none; fewer than
    /// <paramref name="limit"/> does not mean that these were the last.
    /// </summary>
    IReadOnlyList<ArchiveChange> After(long sequence, int limit);

    /// <summary>The newest durable version; null when the article is unknown or deleted.</summary>
    ArchivedDraft? Newest(string id);

    /// <summary>Every version kept, also those from before a deletion, oldest first; none when the article was never stored.</summary>
    IReadOnlyList<ArchivedVersion> Versions(string id);

    /// <summary>A table for derived data that lives beside the originals: tags of an article version made by one tagger.</summary>
    byte[]? Tags(string id, int version, string fingerprint);

    /// <summary>
    /// The stable numbers of values (names, topics, sources ...), in the order asked for; unknown ones get a new number, durable when
    /// this returns. Numbers count from 0 within a field and are never reused.
    /// </summary>
    IReadOnlyList<int> Numbers(string field, IReadOnlyList<FieldValue> values);

    /// <summary>Every value of a field, its index its number.</summary>
    IReadOnlyList<FieldValue> Values(string field);

    /// <summary>Stores derived tags; not durable before the next append, and free to vanish.</summary>
    void StoreTags(IReadOnlyList<StoredTags> tags);
}

/// <summary>A value that facets count: its key, and its label as first met.</summary>
internal sealed record FieldValue(string Key, string Label);

/// <summary>Tags in the form that the indexing side gave them.</summary>
internal sealed record StoredTags(string Id, int Version, string Fingerprint, byte[] Payload);

/// <summary>There is no room left for the archive.</summary>
public sealed class ArchiveFullException(string message, Exception? inner = null) : IOException(message, inner);

/// <summary>The archive's file is damaged or not ours; the message says what to do.</summary>
public sealed class ArchiveDamagedException(string message, Exception? inner = null) : IOException(message, inner);
