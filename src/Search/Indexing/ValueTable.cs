using Search.Archive;
using Search.Tagging;

namespace Search.Indexing;

/// <summary>
/// The values of one facet field and their stable numbers. Grows, never changes: a number once given keeps its value, in every segment
/// and after every merge. Safe for several threads.
/// </summary>
internal sealed class ValueTable
{
    private readonly IArchive archive;
    private readonly string field;
    private readonly Lock growing = new();
    private FieldValue[] values;
    private volatile int count;

    public ValueTable(IArchive archive, string field)
    {
        this.archive = archive;
        this.field = field;
        values = [.. archive.Values(field)];
        count = values.Length;
    }

    /// <summary>Numbers below this one are known.</summary>
    public int Count => count;

    public FieldValue this[int number] => Volatile.Read(ref values)[number];

    /// <summary>The numbers of values, in the order asked for; new values get one.</summary>
    public IReadOnlyList<int> Numbers(IReadOnlyList<FieldValue> wanted)
    {
        if (wanted.Count == 0) return [];
        lock (growing)
        {
            var numbers = archive.Numbers(field, wanted);
            for (var i = 0; i < numbers.Count; i++)
            {
                var number = numbers[i];
                if (number < count) continue;
                var room = values;
                if (number >= room.Length) Array.Resize(ref room, Math.Max(16, Math.Max(number + 1, room.Length * 2)));
                room[number] = wanted[i];
                Volatile.Write(ref values, room);
                count = number + 1;
            }
            return numbers;
        }
    }
}

/// <summary>The tables of values that belong to an index.</summary>
internal sealed record ValueTables(ValueTable Topics, ValueTable Sources, ValueTable Langs, ValueTable Authors, TopicTable TopicTree);
