namespace Search.Indexing;

/// <summary>Takes a column's numbers row by row.</summary>
internal interface IRowBuilder
{
    void Add(uint value);

    void EndRow();
}

/// <summary>A column with several numbers a row, flat in memory: one offset and the numbers, no call per value.</summary>
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

    public long Bytes => 4L * (offsets.Length + values.Length);

    /// <summary>How many rows there are.</summary>
    public int Count => offsets.Length - 1;

    /// <summary>Where each row begins in <see cref="Values"/>, and behind the last: for loops over many rows.</summary>
    public ReadOnlySpan<int> Offsets => offsets;

    /// <summary>The numbers of all rows.</summary>
    public ReadOnlySpan<uint> Values => values;

    /// <summary>Makes a column row by row.</summary>
    internal sealed class Builder : IRowBuilder
    {
        private readonly List<int> offsets = [0];
        private readonly List<uint> values = [];

        public void Add(uint value) => values.Add(value);

        public void EndRow() => offsets.Add(values.Count);

        public IntColumn Build() => new([.. offsets], [.. values]);
    }
}
