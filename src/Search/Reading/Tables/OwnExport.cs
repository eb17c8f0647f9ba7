using Search.Articles;

namespace Search.Reading.Tables;

/// <summary>
/// The table that <c>news export --format csv</c> writes. A row of an article is read: its text is the paragraphs that matched the search, which are all
/// of them only when the search was for everything. Its actors were found by the product and are found again; a row of one paragraph is no article.
/// </summary>
internal static class OwnExport
{
    private static readonly string[] Signs = ["id", "article", "ordinal", "kind", "text", "score"];

    public static bool IsHeader(IReadOnlyList<string> header) => Signs.All(s => header.Contains(s, StringComparer.Ordinal));

    /// <summary>Why a row is no article.</summary>
    public static string? Refusal(CsvRow row) => row.Values(new("ordinal")).Count > 0
        ? "The row is one paragraph of an article. Export with unit=article to read articles again." : null;

    /// <summary>The values without the apostrophe that the export puts before what a spreadsheet might run.</summary>
    public static IReadOnlyList<string> Unguarded(IReadOnlyList<string> cells) => [.. cells.Select(c => IsGuarded(c) ? c[1..] : c)];

    /// <summary>The headline is a paragraph of its own; exported text begins with it where it matched.</summary>
    public static ArticleDraft Article(ArticleDraft draft)
    {
        var paragraphs = (draft.Body ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => new DraftParagraph(p)).ToList();
        if (paragraphs.Count > 1 && paragraphs[0].Text == draft.Title) paragraphs.RemoveAt(0);
        return paragraphs.Count == 0 ? draft with { Actors = [] } : draft with { Actors = [], Body = null, Paragraphs = paragraphs };
    }

    private static bool IsGuarded(string value)
    {
        if (value.Length < 2 || value[0] != '\'') return false;
        if (value[1] is '\t' or '\r' or '\n') return true;
        foreach (var c in value.AsSpan(1))
        {
            if (c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠') return true;
            if (!char.IsWhiteSpace(c) && c is not ('"' or '\'' or '“' or '”' or '‘' or '’')) return false;
        }
        return false;
    }
}
