using System.Text;

namespace Search.Reading.Tables;

/// <summary>
/// Reads a table record by record (RFC 4180): values in quotes hold delimiters, line ends and doubled quotes; lines end with CR LF, LF or CR; blank lines
/// are skipped. Memory is bounded by the longest record that is taken.
/// </summary>
internal sealed class CsvReader(TextReader reader)
{
    /// <summary>In characters; an article's text is shorter.</summary>
    public const int MostChars = 4 * 1024 * 1024;
    public const int MostCells = 10_000;
    private readonly char[] buffer = new char[16384];
    private readonly StringBuilder cell = new();
    private int at;
    private int end;
    private int line = 1;
    private bool ended;

    /// <summary>Parts the values.</summary>
    public char Delimiter { get; set; } = ',';

    /// <summary>The beginning of the text, which stays to be read.</summary>
    public string Begin()
    {
        if (at >= end) Fill(reader.ReadBlock(buffer, 0, buffer.Length));
        return new string(buffer, at, end - at);
    }

    /// <summary>Passes the line <c>sep=;</c> that a spreadsheet may write above its table; what it names is found anyway.</summary>
    public void SkipHint()
    {
        var begin = Begin();
        var stop = begin.IndexOf('\n', StringComparison.Ordinal);
        if (stop is < 5 or > 7 || !begin.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return;
        at += stop + 1;
        line++;
    }

    /// <summary>The next record; null at the end.</summary>
    public CsvRecord? Next()
    {
        while (!ended)
        {
            var record = Read();
            if (record is null || record.Problem is not null || record.Cells.Count > 1 || record.Cells[0].Length > 0) return record;
        }
        return null;
    }

    private CsvRecord? Read()
    {
        var (begin, opened, length) = (line, 0, 0L);
        var (inQuotes, quoted) = (false, false);
        var cells = new List<string>();
        cell.Clear();
        while (true)
        {
            var c = Take();
            var tooLong = ++length > MostChars || cells.Count >= MostCells;
            if (c < 0)
            {
                ended = true;
                if (inQuotes) return new CsvRecord(begin, [], $"The quote that opens in line {opened} is never closed, so that all behind it was one value; close it, or double the quotes inside of the value.");
                if (cells.Count == 0 && cell.Length == 0 && !quoted) return null;
                break;
            }
            if (tooLong && inQuotes)
            {
                ended = true;
                return new CsvRecord(begin, [], $"The quote that opens in line {opened} is not closed within {MostChars / (1024 * 1024)} million characters; the rest was not read.");
            }
            if (inQuotes)
            {
                if (c != '"') cell.Append((char)c);
                else if (Peek() == '"') cell.Append((char)Take());
                else inQuotes = false;
            }
            else if (c is '\r' or '\n')
            {
                if (c == '\r' && Peek() == '\n') Take();
                break;
            }
            else if (tooLong || c == '\0') continue;
            else if (c == Delimiter)
            {
                cells.Add(cell.ToString());
                cell.Clear();
                quoted = false;
            }
            else if (c == '"' && !quoted && IsBlank())
            {
                cell.Clear();
                (inQuotes, quoted, opened) = (true, true, line);
            }
            else if (!quoted || !char.IsWhiteSpace((char)c)) cell.Append((char)c);
        }
        if (length > MostChars) return new CsvRecord(begin, [], $"The row has more than {MostChars / (1024 * 1024)} million characters; split the article.");
        if (cells.Count >= MostCells) return new CsvRecord(begin, [], $"The row has more than {MostCells:N0} values.");
        cells.Add(cell.ToString());
        return new CsvRecord(begin, cells);
    }

    private bool IsBlank()
    {
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] is not (' ' or '\uFEFF')) return false;
        }
        return true;
    }

    private int Peek() => at < end || Fill(reader.Read(buffer, 0, buffer.Length)) ? buffer[at] : -1;

    private int Take()
    {
        var c = Peek();
        if (c < 0) return c;
        at++;
        if (c == '\n' || c == '\r' && Peek() != '\n') line++;
        return c;
    }

    private bool Fill(int count)
    {
        (at, end) = (0, count);
        return count > 0;
    }
}
