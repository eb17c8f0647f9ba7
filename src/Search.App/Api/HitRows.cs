using System.Buffers;
using System.Globalization;
using System.Text;
using Search.Searching;

namespace Search.App.Api;

/// <summary>
/// Hits as CSV (RFC 4180): commas, lines ended by CR LF, a value in quotes when it holds a comma, a quote or a line break. Several actors or topics
/// in one value are divided by <c>|</c>, paragraphs of an article by a blank line. Values are data and stay as they are, also those that a
/// spreadsheet would take for a formula.
/// </summary>
internal static class HitRows
{
    public static void Header(IBufferWriter<byte> into) => Write(into, ["id", "article", "ordinal", "title", "url", "source", "published", "language", "kind", "text", "actors", "topics", "score"]);

    public static void Row(IBufferWriter<byte> into, Hit hit)
    {
        var (ordinal, kind, text, article) = hit switch
        {
            ParagraphHit p => (p.Ordinal.ToString(CultureInfo.InvariantCulture), p.Kind.ToString().ToLowerInvariant(), p.Text, p.Article),
            ArticleHit a => ("", "", string.Join("\n\n", a.Paragraphs.Select(p => p.Text)), new HitArticle(a.Id, a.Title, a.Url, a.Source, a.Published, a.Language)),
            _ => throw new ArgumentException($"A hit of a new kind: {hit.GetType().Name}.", nameof(hit)),
        };
        Write(into,
        [
            hit.Id, article.Id, ordinal, article.Title, article.Url, article.Source,
            article.Published?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), article.Language, kind, text,
            string.Join('|', hit.Actors.Select(a => a.Id).Distinct()), string.Join('|', hit.Topics.Select(t => t.Id).Distinct()),
            hit.Score.ToString("R", CultureInfo.InvariantCulture),
        ]);
    }

    private static void Write(IBufferWriter<byte> into, string?[] values)
    {
        var row = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0) row.Append(',');
            if (values[i] is not { } value) continue;
            if (value.AsSpan().IndexOfAny(",\"\r\n") < 0) row.Append(value);
            else row.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        Encoding.UTF8.GetBytes(row.Append("\r\n").ToString(), into);
    }
}
