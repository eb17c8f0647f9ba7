using System.Text;

namespace Search.Text;

/// <summary>
/// The folder of data files that ships with the product (<c>seeds/</c>): gazetteers, topics, rules, stop words.
/// Files are UTF-8; a line that begins with <c>#</c> and an empty line are comments; columns are separated by a tab,
/// several values in one column by <c>|</c>.
/// </summary>
public sealed class DataFolder(string path)
{
    /// <summary>The folder that lies beside the program.</summary>
    public static DataFolder Default { get; } = new(Path.Combine(AppContext.BaseDirectory, "seeds"));

    /// <summary>The folder on disk.</summary>
    public string Root { get; } = path;

    /// <summary>The lines of a file, without comments; none when the file is missing.</summary>
    public IEnumerable<string> Lines(string file) => NumberedLines(file).Select(l => l.Text);

    /// <summary>The rows of a file as columns, each trimmed, padded with empty ones to <paramref name="columns"/>.</summary>
    public IEnumerable<string[]> Rows(string file, int columns)
    {
        foreach (var line in Lines(file))
        {
            var cells = line.Split('\t', StringSplitOptions.TrimEntries);
            if (cells.Length < columns)
            {
                var padded = new string[columns];
                Array.Fill(padded, "");
                cells.CopyTo(padded, 0);
                cells = padded;
            }
            yield return cells;
        }
    }

    /// <summary>The rows of a file with the numbers of their lines.</summary>
    internal IEnumerable<DataRow> NumberedRows(string file) =>
        NumberedLines(file).Select(l => new DataRow(l.Number, l.Text.Split('\t', StringSplitOptions.TrimEntries)));

    /// <summary>Several values in one cell.</summary>
    public static string[] Values(string cell) =>
        cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The names of the files of a sub-folder, in ordinal order.</summary>
    public IEnumerable<string> Files(string folder, string pattern)
    {
        var full = Path.Combine(Root, folder);
        if (!Directory.Exists(full)) return [];
        var names = Directory.GetFiles(full, pattern).Select(f => Path.Combine(folder, Path.GetFileName(f))).ToArray();
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    private IEnumerable<(int Number, string Text)> NumberedLines(string file)
    {
        var full = Path.Combine(Root, file);
        if (!File.Exists(full)) yield break;
        var number = 0;
        foreach (var line in File.ReadLines(full, Encoding.UTF8))
        {
            number++;
            if (line.Length > 0 && line[0] != '#' && !string.IsNullOrWhiteSpace(line)) yield return (number, line);
        }
    }
}
