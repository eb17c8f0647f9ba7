using Search.Reading.Mapped;

namespace Search.Reading.Tables;

/// <summary>
/// Tables with a header row, values parted by commas, semicolons, tabs or bars: a row is an article. What the columns mean is told by a mapping, else by
/// their names.
/// </summary>
internal sealed class CsvFormat : IArticleFormat
{
    private const string Example = "title = headline, body = text, published = date";

    public string Name => "CSV";

    public bool Recognises(Head head)
    {
        if (head.Text.Length == 0 || head.Text[0] is '<' or '{' or '[') return false;
        var shape = CsvShape.Of(head.Text, head.IsWhole, head.Mapping);
        return shape.IsKnown || shape.IsTable || head.Mapping is not null && shape.MayBeTable;
    }

    public IEnumerable<ReadItem> Read(Source source)
    {
        var rows = new CsvReader(source.OpenText());
        var begin = rows.Begin();
        rows.Delimiter = CsvShape.Of(begin, isWhole: false, source.Mapping).Delimiter;
        rows.SkipHint();
        if (rows.Next() is not { } first) return [source.Problem("", "It is empty.")];
        if (first.Problem is { } broken) return [source.Problem(At(first), broken)];
        var header = first.Cells.Select(c => c.Trim().TrimStart('\uFEFF')).ToList();
        if ((source.Mapping is { } given ? Missing(given, header) : null) is { } missing) return [source.Problem(At(first), missing)];
        var mapping = source.Mapping ?? KnownColumns.Default.Mapping(header);
        return mapping is null ? [source.Problem(At(first), Unknown(header))] : Rows(source, rows, header, mapping);
    }

    private static IEnumerable<ReadItem> Rows(Source source, CsvReader rows, List<string> header, ArticleMapping mapping)
    {
        var own = source.Mapping is null && OwnExport.IsHeader(header);
        var any = false;
        while (rows.Next() is { } row)
        {
            any = true;
            yield return Article(source, row, header, mapping, own);
        }
        if (!any) yield return source.Problem("", "The table has a header and no rows.");
    }

    private static ReadItem Article(Source source, CsvRecord row, List<string> header, ArticleMapping mapping, bool own)
    {
        if (row.Problem is { } broken) return source.Problem(At(row), broken);
        if (row.Cells.Count < header.Count || row.Cells.Skip(header.Count).Any(c => c.Trim().Length > 0))
            return source.Problem(At(row), $"The row has {row.Cells.Count} values and the header {header.Count} columns; a value that holds the delimiter or a line end must stand in quotes.");
        var record = new CsvRow(header, own ? OwnExport.Unguarded(row.Cells) : row.Cells);
        if (own && OwnExport.Refusal(record) is { } refusal) return source.Problem(At(row), refusal);
        var outcome = MappedArticle.Of(mapping, record);
        if (outcome.Value is not { } draft) return source.Problem(At(row), outcome.Problem!.Detail);
        return source.Article(At(row), own ? OwnExport.Article(draft) : draft);
    }

    /// <summary>A column that the mapping names and the table has not.</summary>
    private static string? Missing(ArticleMapping mapping, List<string> header)
    {
        foreach (var rule in mapping.Rules)
        {
            if (rule.Places.FirstOrDefault(p => !p.IsConstant && !header.Exists(h => CsvRow.IsNamed(h, p))) is { } place)
                return $"{mapping.Name} names the column \"{place.Name}\" for {rule.Field}, which is not there; the columns are {ArticleMapping.Shown(header)}.";
        }
        return null;
    }

    private static string Unknown(List<string> header) =>
        $"No column is known to hold the text; the columns are {ArticleMapping.Shown(header)}. Say in a mapping file which is which, with lines such as {Example}: news index --map FILE, or a file of the same name with {ArticleMapping.Extension} behind it.";

    private static string At(CsvRecord row) => $"line {row.Line}";
}
