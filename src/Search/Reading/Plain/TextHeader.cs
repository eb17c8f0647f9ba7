using Search.Articles;
using Search.Text;

namespace Search.Reading.Plain;

/// <summary>The lines <c>Name: value</c> that may stand above a plain text.</summary>
internal static class TextHeader
{
    /// <summary>
    /// Takes the known lines from the top; the first other line ends them. A date that cannot be read is left out, as the text is worth more.
    /// </summary>
    /// <param name="lines">Of the whole text.</param>
    /// <param name="first">The first line behind them.</param>
    public static ArticleDraft Read(string[] lines, out int first)
    {
        var draft = new ArticleDraft();
        var top = 0;
        while (top < lines.Length && string.IsNullOrWhiteSpace(lines[top])) top++;
        for (first = top; first < lines.Length; first++)
        {
            var colon = lines[first].IndexOf(':', StringComparison.Ordinal);
            if (colon is < 2 or > 12) break;
            var value = Clean.Line(lines[first][(colon + 1)..]);
            if (value.Length == 0 || With(draft, lines[first][..colon].Trim().ToLowerInvariant(), value) is not { } next) break;
            draft = next;
        }
        return draft;
    }

    private static ArticleDraft? With(ArticleDraft draft, string name, string value) => name switch
    {
        "title" or "headline" => draft with { Title = value },
        "url" or "link" => draft with { Url = value },
        "source" => draft with { Source = value },
        "date" or "published" => draft with { Published = Date(value) },
        "revised" or "updated" => draft with { Revised = Date(value) },
        "language" or "lang" => draft with { Language = value },
        "section" => draft with { Section = value },
        "author" or "authors" => draft with { Authors = Values(value) },
        "topic" or "topics" => draft with { Topics = [.. Values(value).Select(v => new FeedTopic(null, v))] },
        "id" => ArticleLimits.CheckId(value) is null ? draft with { Id = value } : null,
        _ => null,
    };

    private static DateTimeOffset? Date(string value) => ArticleDates.TryParse(value, out var date) ? date : null;

    private static string[] Values(string value) => value.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
