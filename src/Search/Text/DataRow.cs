namespace Search.Text;

/// <summary>A row of a data file.</summary>
/// <param name="Line">Its line in the file, from 1, comments counted.</param>
internal sealed record DataRow(int Line, string[] Cells)
{
    /// <summary>How many columns it has.</summary>
    public int Count => Cells.Length;

    /// <summary>A column, trimmed; empty when the row is shorter.</summary>
    public string this[int column] => column < Cells.Length ? Cells[column] : "";
}
