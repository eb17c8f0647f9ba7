using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Search.Indexing;

/// <summary>A column with several numbers a row in which rows often repeat, as topics do with their ancestors: equal rows stand once.</summary>
internal sealed class DistinctColumn
{
    private readonly int[] rowOf;

    private DistinctColumn(IntColumn rows, int[] rowOf)
    {
        Rows = rows;
        this.rowOf = rowOf;
    }

    /// <summary>The distinct rows.</summary>
    public IntColumn Rows { get; }

    /// <summary>Which of <see cref="Rows"/> each row is.</summary>
    public ReadOnlySpan<int> RowOf => rowOf;

    public long Bytes => (4L * rowOf.Length) + Rows.Bytes;

    /// <summary>The numbers of a row, ascending.</summary>
    public ReadOnlySpan<uint> this[int row] => Rows[rowOf[row]];

    /// <summary>Makes a column row by row. Equal rows are told by 128 bits of hash.</summary>
    internal sealed class Builder : IRowBuilder
    {
        private readonly IntColumn.Builder rows = new();
        private readonly List<int> rowOf = [];
        private readonly List<uint> row = [];
        private readonly Dictionary<UInt128, int> known = [];

        public void Add(uint value) => row.Add(value);

        public void EndRow()
        {
            var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(row)));
            if (!known.TryGetValue(hash, out var number))
            {
                known[hash] = number = known.Count;
                foreach (var value in row) rows.Add(value);
                rows.EndRow();
            }
            rowOf.Add(number);
            row.Clear();
        }

        public DistinctColumn Build() => new(rows.Build(), [.. rowOf]);
    }
}
