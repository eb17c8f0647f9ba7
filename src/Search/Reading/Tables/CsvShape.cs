using Search.Reading.Mapped;

namespace Search.Reading.Tables;

/// <summary>What the beginning of a text looks like as a table: by which delimiter, and how sure it is that it is one.</summary>
internal sealed class CsvShape
{
    private const int MostRows = 20;
    private const int LongestName = 64;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private readonly List<CsvRecord> rows = [];

    private CsvShape(string begin, char delimiter, bool isWhole, ArticleMapping? mapping)
    {
        Delimiter = delimiter;
        var reader = new CsvReader(new StringReader(begin)) { Delimiter = delimiter };
        reader.SkipHint();
        while (rows.Count <= MostRows && reader.Next() is { } row) rows.Add(row);
        // The last one may be cut; what is wrong with a row is said when it is read.
        if (!isWhole && rows.Count > 1 && rows.Count <= MostRows) rows.RemoveAt(rows.Count - 1);
        rows.RemoveAll(r => r.Problem is not null);
        Known = mapping is null ? KnownColumns.Default.Count(Header) : mapping.Rules.SelectMany(r => r.Places).Count(p => !p.IsConstant && Header.Any(h => CsvRow.IsNamed(h, p)));
    }

    public char Delimiter { get; }

    /// <summary>How many of its columns are known, or named by the mapping.</summary>
    public int Known { get; }

    /// <summary>The first row.</summary>
    public IReadOnlyList<string> Header => rows.Count > 0 ? rows[0].Cells : [];

    /// <summary>The likeliest reading of a text.</summary>
    public static CsvShape Of(string begin, bool isWhole, ArticleMapping? mapping) =>
        Delimiters.Select(d => new CsvShape(begin, d, isWhole, mapping)).OrderByDescending(s => s.Known).ThenByDescending(s => s.HasNames).ThenByDescending(s => s.Agreeing).ThenByDescending(s => s.Header.Count).First();

    /// <summary>Whether it is a table whose columns are known: three, or two and the rows have as many values.</summary>
    public bool IsKnown => HasNames && (Known >= 3 || Known == 2 && Agreeing * 3 >= (rows.Count - 1) * 2);

    /// <summary>Whether it can be nothing but a table, whatever its columns mean.</summary>
    public bool IsTable => HasNames && Header.Count >= 3 && rows.Count >= 3 && Agreeing == rows.Count - 1;

    /// <summary>Whether it has the look of a table for which somebody gives a mapping.</summary>
    public bool MayBeTable => HasNames && Header.Count >= 2 && rows.Count >= 2 && Agreeing * 2 >= rows.Count - 1;

    private int Agreeing => Header.Count < 2 ? 0 : rows.Skip(1).Count(r => r.Cells.Count >= Header.Count && r.Cells.Skip(Header.Count).All(string.IsNullOrWhiteSpace));

    /// <summary>Names of columns are short and each is another; a sentence is none.</summary>
    private bool HasNames => Header.Count >= 2 && Header.All(h => h.Trim() is { Length: > 0 and <= LongestName } name && name[^1] is not ('.' or '!' or '?'))
        && Header.Distinct(StringComparer.OrdinalIgnoreCase).Count() == Header.Count;
}
