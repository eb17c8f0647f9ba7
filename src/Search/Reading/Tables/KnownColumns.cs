using Search.Reading.Mapped;
using Search.Text;

namespace Search.Reading.Tables;

/// <summary>What columns of tables are usually called, from <c>reading/columns.tsv</c>; so that a table with such a header needs no mapping. Of several columns for one field the file's order says which comes first.</summary>
internal sealed class KnownColumns
{
    public const string File = "reading/columns.tsv";
    /// <summary>A field of that file only: it stands for the text where there is no other.</summary>
    private const string Summary = "summary";
    private readonly Dictionary<string, (string Field, int Rank)> fields = [];

    public KnownColumns(DataFolder data)
    {
        foreach (var row in data.Rows(File, 2))
        {
            foreach (var name in DataFolder.Values(row[1])) fields.TryAdd(Key(name), (row[0], fields.Count));
        }
    }

    public static KnownColumns Default { get; } = new(DataFolder.Default);

    /// <summary>How many of the columns are known.</summary>
    public int Count(IEnumerable<string> header) => header.Count(c => fields.ContainsKey(Key(c)));

    /// <summary>The mapping that a header amounts to; null when it has no column for the text.</summary>
    public ArticleMapping? Mapping(IReadOnlyList<string> header)
    {
        var columns = header.Where(c => fields.ContainsKey(Key(c))).OrderBy(c => fields[Key(c)].Rank).ToLookup(c => fields[Key(c)].Field, c => new Where(c) { IsOneName = true });
        var rules = columns.Where(c => c.Key != Summary).Select(c => new FieldRule(c.Key, IsJoined(c.Key) ? [c.First()] : [.. c]) { Separators = Separators(c.Key) }).ToList();
        if (!columns.Contains(MappingFields.Body) && columns.Contains(Summary)) rules.Add(new FieldRule(MappingFields.Body, [.. columns[Summary]]));
        return rules.Exists(r => r.Field == MappingFields.Body) ? new ArticleMapping("", [], rules) : null;
    }

    /// <summary>Of these the columns would be added up, and several that are known say the same in other words; the file's order decides.</summary>
    private static bool IsJoined(string field) => field is MappingFields.Body or MappingFields.Authors or MappingFields.Actors;

    /// <summary>Authors are not parted at commas, which stand inside names too.</summary>
    private static string[] Separators(string field) => field switch
    {
        MappingFields.Authors or MappingFields.Actors => ["|", ";"],
        MappingFields.Topics => ["|", ";", ","],
        _ => [],
    };

    /// <summary>Case, accents, spaces, underscores and hyphens aside.</summary>
    private static string Key(string name) => string.Concat(Fold.Word(name.Trim()).Where(char.IsLetterOrDigit));
}
