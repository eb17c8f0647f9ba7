using Search.Reading.Mapped;

namespace Search.Reading.Tables;

/// <summary>A row with its header.</summary>
internal sealed class CsvRow(IReadOnlyList<string> header, IReadOnlyList<string> cells) : IRecord
{
    public IEnumerable<string> Names => header;

    public IReadOnlyList<string> Values(Where place)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (IsNamed(header[i], place)) return string.IsNullOrWhiteSpace(cells[i]) ? [] : [cells[i]];
        }
        return [];
    }

    /// <summary>Whether a place of a mapping means the column, case and blanks around it aside.</summary>
    public static bool IsNamed(string column, Where place) => column.Trim().Equals(place.Name.Trim(), StringComparison.OrdinalIgnoreCase);
}
