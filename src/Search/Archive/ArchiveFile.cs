using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Search.Archive;

/// <summary>The archive's file on disk: found or made, checked to be ours, opened, and what its errors mean.</summary>
internal sealed class ArchiveFile
{
    private const int HeaderLength = 100;
    private const int UserVersionOffset = 60;
    private const int ApplicationIdOffset = 68;

    private ArchiveFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>
    /// Makes the file when there is none: beside its place, then moved there, so that what stands under the name is always whole and an
    /// empty file is a damaged one. A file that is damaged or not ours is left as it is.
    /// </summary>
    /// <exception cref="ArchiveDamagedException">The message says what to do.</exception>
    public static ArchiveFile In(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = new ArchiveFile(System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), "archive.db"));
        try
        {
            if (File.Exists(file.Path)) file.CheckHeader();
            else file.Create();
        }
        catch (SqliteException e)
        {
            throw file.Explain(e);
        }
        return file;
    }

    /// <summary>The one connection that writes. Brings the tables up to date.</summary>
    public ArchiveConnection OpenWriter() => Open("""
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -16384;
        PRAGMA wal_autocheckpoint = 4000;
        """, connection => ArchiveSchema.Migrate(connection, ArchiveSchema.Steps));

    public ArchiveConnection OpenReader() => Open("PRAGMA query_only = ON; PRAGMA cache_size = -4096;");

    /// <summary>What an error while reading or writing means for the archive; other errors stay as they are.</summary>
    public Exception Explain(Exception e) => e switch
    {
        SqliteException sqlite => Explain(sqlite),
        InvalidDataException or InvalidCastException or OverflowException => Damaged(e.Message, e),
        _ => e,
    };

    private IOException Explain(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_FULL or raw.SQLITE_IOERR when IsAboutSpace(e) => new ArchiveFullException($"The disk is full: nothing of this batch was stored in {Path}. Free some space and send it again.", e),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(e.Message, e),
        _ => new IOException($"The archive {Path} cannot be read or written: {e.Message}", e),
    };

    public ArchiveDamagedException Damaged(string why, Exception? e = null) => new(
        $"The archive {Path} is damaged ({why.TrimEnd('.')}). Nothing was changed to repair it. Stop the program, move the file away together with those beside it whose names begin alike, and restore the newest snapshot.", e);

    // A disk that fills up while SQLite syncs or maps a file is reported as an I/O error.
    private bool IsAboutSpace(SqliteException e)
    {
        const long Little = 1 << 20;
        if (e.SqliteErrorCode == raw.SQLITE_FULL || e.SqliteExtendedErrorCode == raw.SQLITE_IOERR_SHMSIZE) return true;
        try { return new DriveInfo(System.IO.Path.GetDirectoryName(Path)!).AvailableFreeSpace < Little; }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException) { return false; }
    }

    private ArchiveConnection Open(string pragmas, Action<ArchiveConnection>? then = null)
    {
        ArchiveConnection? connection = null;
        try
        {
            connection = new ArchiveConnection(Path);
            connection.Script("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;" + pragmas);
            then?.Invoke(connection);
            return connection;
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw Explain(e);
        }
    }

    private void Create()
    {
        if (File.Exists(Path + "-wal")) throw Damaged("archive.db is missing, but archive.db-wal is there");
        var unfinished = Path + ".new";
        File.Delete(unfinished);
        File.Delete(unfinished + "-journal");
        using (var connection = new ArchiveConnection(unfinished, create: true))
        {
            connection.Script($"PRAGMA synchronous = FULL; PRAGMA application_id = {ArchiveSchema.ApplicationId};");
            ArchiveSchema.Migrate(connection, ArchiveSchema.Steps);
        }
        // The folder's entry reaches the disk with the first append: SQLite syncs the folder when it makes the write-ahead log.
        File.Move(unfinished, Path);
    }

    // Reads the header by hand, because opening a database in SQLite may already write to it.
    private void CheckHeader()
    {
        var header = new byte[HeaderLength];
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength) throw Damaged("it is cut off");
        if (!header.AsSpan().StartsWith("SQLite format 3\0"u8)) throw Damaged("it is no SQLite file");
        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationIdOffset)) != ArchiveSchema.ApplicationId)
        {
            throw new ArchiveDamagedException($"{Path} is a database of another program. It was left as it is. Move it away, or choose another data folder.");
        }
        var version = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(UserVersionOffset));
        if (version > ArchiveSchema.Steps.Count)
        {
            throw new ArchiveDamagedException($"{Path} was written by a newer version of this program (format {version}; this one knows {ArchiveSchema.Steps.Count}). It was left as it is. Install the newer version, or choose another data folder.");
        }
    }
}
