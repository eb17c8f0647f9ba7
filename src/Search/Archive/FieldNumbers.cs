using System.Collections.Concurrent;

namespace Search.Archive;

/// <summary>The numbers of one field's values, in memory: what the table holds, or is a moment behind it. Safe to call from several threads.</summary>
internal sealed class FieldNumbers
{
    private readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<FieldValue> values = [];

    public static FieldNumbers Load(ArchiveConnection connection, string field)
    {
        var loaded = new FieldNumbers();
        using var rows = connection.Rows("SELECT number, key, label FROM value WHERE field = ?1 ORDER BY number", field);
        while (rows.Read()) loaded.Add(rows.GetInt32(0), new FieldValue(rows.GetString(1), rows.GetString(2)));
        return loaded;
    }

    public bool TryFind(string key, out int number) => numbers.TryGetValue(key, out number);

    /// <summary>Adding a value again changes nothing. Numbers come without gaps.</summary>
    public void Add(int number, FieldValue value)
    {
        numbers[value.Key] = number;
        lock (values)
        {
            if (number == values.Count) values.Add(value);
        }
    }

    public IReadOnlyList<FieldValue> Snapshot()
    {
        lock (values) return values.ToArray();
    }
}

/// <summary>Gives numbers to values that have none; the caller waits in <see cref="Wait"/>.</summary>
internal sealed class NumbersJob(string field, IReadOnlyList<FieldValue> values, FieldNumbers known) : WriteJob, IDisposable
{
    private readonly List<int> numbers = new(values.Count);
    private readonly ManualResetEventSlim done = new();
    private Exception? error;

    public override void Apply(WriteTransaction transaction)
    {
        foreach (var value in values)
        {
            var found = transaction.Connection.Value("SELECT number FROM value WHERE field = ?1 AND key = ?2", field, value.Key) as long?;
            if (found is null)
            {
                found = (transaction.Connection.Value("SELECT max(number) FROM value WHERE field = ?1", field) as long? ?? -1) + 1;
                transaction.Connection.Run("INSERT INTO value VALUES(?1, ?2, ?3, ?4)", field, found, value.Key, value.Label);
            }
            numbers.Add((int)found.Value);
        }
    }

    public override void Committed()
    {
        for (var i = 0; i < numbers.Count; i++) known.Add(numbers[i], values[i]);
        done.Set();
    }

    public override void Failed(Exception error)
    {
        this.error = error;
        done.Set();
    }

    /// <summary>Returns when the numbers are durable and known.</summary>
    public void Wait()
    {
        done.Wait();
        if (error is not null) throw error;
    }

    public void Dispose() => done.Dispose();
}
