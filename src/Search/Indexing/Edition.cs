using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using IODirectory = System.IO.Directory;

namespace Search.Indexing;

/// <summary>
/// One build of the index in a folder of its own. Derived data: whatever is wrong with it, a new edition is built from the archive.
/// One writer; readers are opened from it and see what was applied when they were opened.
/// </summary>
internal sealed class Edition : IDisposable
{
    private const int FooterChecksum = 8;
    private const double BufferMegabytes = 48;
    private const int RoomBytes = 4 << 20;

    private readonly SimpleFSDirectory directory;
    private readonly EditionStamp stamp;
    private readonly ThreadLocal<BlockWriter> blocks = new(() => new BlockWriter(), trackAllValues: true);
    private IndexWriter writer;

    private Edition(string folder, SimpleFSDirectory directory, EditionStamp stamp, long committed)
    {
        Folder = folder;
        this.directory = directory;
        this.stamp = stamp;
        Committed = committed;
        writer = OpenWriter();
    }

    public string Folder { get; }

    /// <summary>The sequence number up to which the last commit holds everything.</summary>
    public long Committed { get; private set; }

    /// <summary>
    /// Opens the newest sound edition that bears the stamp; makes a new, empty one when there is none. Editions that cannot be used are left
    /// where they are: see <see cref="DropOthers"/>.
    /// </summary>
    public static Edition Open(string folder, EditionStamp stamp)
    {
        IODirectory.CreateDirectory(folder);
        var numbers = Numbers(folder);
        foreach (var number in numbers.OrderDescending())
        {
            var path = PathOf(folder, number);
            if (SequenceOf(path, stamp) is { } sequence) return new Edition(path, OpenDirectory(path), stamp, sequence);
        }
        var next = PathOf(folder, numbers.DefaultIfEmpty(0).Max() + 1);
        IODirectory.CreateDirectory(next);
        var edition = new Edition(next, OpenDirectory(next), stamp, 0);
        edition.Commit(0);
        return edition;
    }

    /// <summary>Deletes the other editions of the folder; one that cannot be deleted now is tried again at the next start.</summary>
    public void DropOthers()
    {
        var parent = Path.GetDirectoryName(Folder)!;
        foreach (var number in Numbers(parent))
        {
            var path = PathOf(parent, number);
            if (path == Folder) continue;
            try { IODirectory.Delete(path, recursive: true); }
            catch (IOException) { }
            catch (UnauthorizedAccessException) { }
        }
    }

    /// <summary>Applies changes, of which each concerns another article, on all processors. Seen by readers opened afterwards.</summary>
    public void Apply(IReadOnlyCollection<IndexChange> changes, CancellationToken cancel = default)
    {
        try
        {
            Parallel.ForEach(changes, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel }, change =>
            {
                try
                {
                    var id = new Term(Schema.ArticleId, change.Id);
                    if (change is ReplaceBlock replace) writer.UpdateDocuments(id, blocks.Value!.Block(replace.Article), writer.Config.Analyzer);
                    else writer.DeleteDocuments(id);
                }
                catch (Exception e) when (e is not (IOException or UnauthorizedAccessException or OutOfMemoryException or ObjectDisposedException))
                {
                    throw new ArticleIndexException(change.Id, e);
                }
            });
        }
        catch (AggregateException e) when (e.InnerException is { } inner)
        {
            throw e.InnerExceptions.OfType<ArticleIndexException>().FirstOrDefault() ?? new IndexWriteException(inner);
        }
    }

    /// <summary>A reader of everything applied; the old one when nothing has changed. The caller releases both.</summary>
    public DirectoryReader Refresh(DirectoryReader? old)
    {
        try
        {
            if (old is null) return DirectoryReader.Open(writer, applyAllDeletes: true);
            var fresh = DirectoryReader.OpenIfChanged(old, writer, applyAllDeletes: true);
            if (fresh is not null) return fresh;
            old.IncRef();
            return old;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            throw new IndexWriteException(e);
        }
    }

    /// <summary>Makes what was applied durable, with the sequence number that it reaches.</summary>
    public void Commit(long sequence)
    {
        try
        {
            writer.SetCommitData(stamp.UserData(sequence));
            writer.Commit();
            Committed = sequence;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            throw new IndexWriteException(e);
        }
    }

    /// <summary>After the writer threw: goes back to the last commit. What was applied since must be applied again.</summary>
    public void Rollback()
    {
        try { writer.Rollback(); }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException) { }
        writer = OpenWriter();
    }

    /// <summary>Whether some megabytes can be written beside the index.</summary>
    public bool HasRoom()
    {
        var probe = Path.Combine(Path.GetDirectoryName(Folder)!, "room.tmp");
        try
        {
            File.WriteAllBytes(probe, new byte[RoomBytes]);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            try { File.Delete(probe); }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
        }
    }

    /// <summary>Closes without a commit.</summary>
    public void Dispose()
    {
        try { writer.Rollback(); }
        catch (Exception e) when (e is IOException or ObjectDisposedException) { }
        foreach (var block in blocks.Values) block.Dispose();
        blocks.Dispose();
        directory.Dispose();
    }

    private IndexWriter OpenWriter()
    {
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            RAMBufferSizeMB = BufferMegabytes,
            MaxThreadStates = Environment.ProcessorCount + 1,
            OpenMode = OpenMode.CREATE_OR_APPEND,
            UseCompoundFile = false,
            CheckIntegrityAtMerge = true,
            MergePolicy = new TieredMergePolicy { NoCFSRatio = 0, SegmentsPerTier = 8 },
        };
        return new IndexWriter(directory, config);
    }

    /// <summary>Our own lock guards the data folder; Lucene's does not exclude a second process on Linux.</summary>
    private static SimpleFSDirectory OpenDirectory(string path) => new(path, NoLockFactory.GetNoLockFactory());

    private static List<int> Numbers(string folder) =>
        [.. IODirectory.GetDirectories(folder).Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var n) ? n : 0).Where(n => n > 0)];

    private static string PathOf(string folder, int number) => Path.Combine(folder, number.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>The sequence of an edition that bears the stamp and whose every byte is as it was written; null otherwise.</summary>
    private static long? SequenceOf(string path, EditionStamp stamp)
    {
        try
        {
            using var opened = OpenDirectory(path);
            if (!DirectoryReader.IndexExists(opened)) return null;
            var infos = new SegmentInfos();
            infos.Read(opened);
            if (stamp.Sequence(infos.UserData) is not { } sequence) return null;
            return infos.GetFiles(opened, includeSegmentsFile: true).All(f => IsSound(Path.Combine(path, f))) ? sequence : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OutOfMemoryException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Whether a file's bytes have the checksum that Lucene wrote at its end.</summary>
    private static bool IsSound(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        var rest = stream.Length - FooterChecksum;
        if (rest < 0) return false;
        var crc = new Crc32();
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            while (rest > 0)
            {
                var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, rest));
                if (read == 0) return false;
                crc.Append(buffer.AsSpan(0, read));
                rest -= read;
            }
            stream.ReadExactly(buffer, 0, FooterChecksum);
            return System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(buffer) == crc.GetCurrentHashAsUInt32();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>The index's writer failed; nothing it holds beyond its last commit can be trusted.</summary>
internal class IndexWriteException(string message, Exception inner) : IOException(message, inner)
{
    public IndexWriteException(Exception inner)
        : this($"The index could not be written: {inner.Message}", inner)
    {
    }
}

/// <summary>One article cannot be indexed; the others can.</summary>
internal sealed class ArticleIndexException(string id, Exception inner) : IndexWriteException($"The article '{id}' could not be indexed: {inner.Message}", inner)
{
    public string Id { get; } = id;
}
