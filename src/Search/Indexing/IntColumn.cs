using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Indexing;

/// <summary>A column with several numbers a document, flat in memory: one offset and the numbers, no call per value.</summary>
internal sealed class IntColumn
{
    private readonly int[] offsets;
    private readonly uint[] values;

    private IntColumn(int[] offsets, uint[] values)
    {
        this.offsets = offsets;
        this.values = values;
    }

    /// <summary>The numbers of a row, ascending.</summary>
    public ReadOnlySpan<uint> this[int row] => values.AsSpan(offsets[row], offsets[row + 1] - offsets[row]);

    /// <summary>Reads a binary doc value into memory, a row for each of <paramref name="documents"/> (all when null).</summary>
    public static IntColumn Read(AtomicReader reader, string field, int[]? documents = null)
    {
        var rows = documents?.Length ?? reader.MaxDoc;
        var starts = new int[rows + 1];
        var numbers = new List<uint>(rows);
        var source = reader.GetBinaryDocValues(field);
        var bytes = new BytesRef();
        for (var row = 0; row < rows; row++)
        {
            if (source is not null)
            {
                source.Get(documents?[row] ?? row, bytes);
                Unpack(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), numbers);
            }
            starts[row + 1] = numbers.Count;
        }
        return new IntColumn(starts, [.. numbers]);
    }

    /// <summary>Ascending numbers as gaps of variable length.</summary>
    public static BytesRef Pack(ReadOnlySpan<uint> ascending)
    {
        var to = new PackedWriter();
        uint last = 0;
        foreach (var value in ascending)
        {
            to.Number(value - last);
            last = value;
        }
        return new BytesRef(to.ToArray());
    }

    private static void Unpack(ReadOnlySpan<byte> bytes, List<uint> into)
    {
        var from = new PackedReader(bytes);
        uint last = 0;
        while (!from.AtEnd) into.Add(last += (uint)from.Number());
    }
}
