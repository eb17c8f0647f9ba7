using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Search.Archive;

/// <summary>An open connection that keeps the statements it has prepared. Used by one thread at a time.</summary>
internal sealed class ArchiveConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> statements = [];

    /// <param name="file">An existing database file; it is not created.</param>
    /// <param name="create">Create it nevertheless.</param>
    public ArchiveConnection(string file, bool create = false)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        connection = new SqliteConnection(text.ToString());
        try { connection.Open(); }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether a transaction is open; SQLite ends one by itself after some errors.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Runs a script as it is.</summary>
    public void Script(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is always a constant of the archive's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        // Not ExecuteNonQuery: once a statement has returned a row, it swallows the errors of those after it.
        using var results = command.ExecuteReader();
        while (results.NextResult())
        {
        }
    }

    /// <summary>Runs a statement with values for <c>?1</c>, <c>?2</c> and so on.</summary>
    public void Run(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The rows of a statement; dispose the reader before the statement is used again.</summary>
    public SqliteDataReader Rows(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    /// <summary>The first column of the first row; null when there is no row or it holds NULL.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = "?" + i });
            statements.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
