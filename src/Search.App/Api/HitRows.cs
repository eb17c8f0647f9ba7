using System.Buffers;
using System.Globalization;
using System.Text;
using Search.Searching;

namespace Search.App.Api;

/// <summary>
/// Hits as CSV (RFC 4180): commas, lines ended by CR LF, a value in quotes when it holds a comma, a quote or a line break. Several actors or topics
/// in one value are divided by <c>|</c>. Of an article, <c>text</c> holds all its matching paragraphs in their order, divided by a blank line;
/// <c>ordinal</c> and <c>kind</c>, which a paragraph has, are empty.
/// <para>A value that a spreadsheet might run as a formula gets an apostrophe in front, which spreadsheets read as "this is text" (OWASP, CSV
/// injection): articles come from anywhere. Whoever needs every character as it is takes JSON lines.</para>
/// </summary>
internal static class HitRows
{
    public static void Header(IBufferWriter<byte> into) => Write(into, ["id", "article", "ordinal", "title", "url", "source", "published", "language", "kind", "text", "actors", "topics", "score"]);

    public static void Row(IBufferWriter<byte> into, Hit hit)
    {
        var (ordinal, kind, text, article) = hit switch
        {
            ParagraphHit p => (p.Ordinal.ToString(CultureInfo.InvariantCulture), p.Kind.ToString().ToLowerInvariant(), p.Text, p.Article),
            ArticleHit a => ("", "", string.Join("\n\n", a.Paragraphs.OrderBy(p => p.Ordinal).Select(p => p.Text)), new HitArticle(a.Id, a.Title, a.Url, a.Source, a.Published, a.Language)),
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

    /// <summary>
    /// Whether a spreadsheet might run it: it begins with <c>= + - @</c>, in full width too, behind blanks or quotes or at once; or with a tab or a line
    /// break, which some drop before they look.
    /// </summary>
    internal static bool IsFormula(string value)
    {
        if (value.Length > 0 && value[0] is '\t' or '\r' or '\n') return true;
        foreach (var c in value)
        {
            if (c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠') return true;
            if (!char.IsWhiteSpace(c) && c is not ('"' or '\'' or '“' or '”' or '‘' or '’')) return false;
        }
        return false;
    }

    private static void Write(IBufferWriter<byte> into, string?[] values)
    {
        var row = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0) row.Append(',');
            if (values[i] is not { } given) continue;
            var value = IsFormula(given) ? "'" + given : given;
            if (value.AsSpan().IndexOfAny(",\"\r\n") < 0) row.Append(value);
            else row.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        Encoding.UTF8.GetBytes(row.Append("\r\n").ToString(), into);
    }
}
