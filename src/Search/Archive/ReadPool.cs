using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Search.Archive;

/// <summary>Connections that read, one per concurrent reader; in a write-ahead log they neither wait for the writer nor hold it up.</summary>
internal sealed class ReadPool(ArchiveFile file) : IDisposable
{
    private const int Kept = 8;
    private readonly ConcurrentBag<ArchiveConnection> idle = [];
    private volatile bool disposed;

    /// <summary>Runs <paramref name="read"/> on a connection; errors of the database come out as the archive's own.</summary>
    public T Read<T>(Func<ArchiveConnection, T> read)
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(SqliteArchive));
        if (!idle.TryTake(out var connection)) connection = file.OpenReader();
        try
        {
            return read(connection);
        }
        catch (Exception e) when (e is SqliteException or InvalidDataException or InvalidCastException or OverflowException)
        {
            throw file.Explain(e);
        }
        finally
        {
            if (idle.Count < Kept) idle.Add(connection);
            else connection.Dispose();
            if (disposed) Dispose();
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var connection)) connection.Dispose();
    }
}
