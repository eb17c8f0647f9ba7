namespace Search.Reading.Tables;

/// <summary>One record of a table.</summary>
/// <param name="Line">The line on which it begins, from 1; a value in quotes may go on over more lines.</param>
/// <param name="Cells">Its values; empty when there is a problem.</param>
/// <param name="Problem">Why it could not be read.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, string? Problem = null);
