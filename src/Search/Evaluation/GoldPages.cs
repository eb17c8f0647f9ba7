using System.Text.Json;
using Search.Articles;
using Search.Reading.Html;

namespace Search.Evaluation;

/// <summary>
/// The gold pages of a folder, in one of two layouts: <c>ground-truth.json</c>, an object of <c>{"articleBody": ...}</c> by id, beside <c>ID.html.gz</c> or
/// <c>ID.html</c>; or a sub-folder for each page with <c>source.html</c>, <c>expected.html</c> and, if known, <c>expected-metadata.json</c>.
/// </summary>
internal static class GoldPages
{
    private const string Truth = "ground-truth.json";
    private const string Page = "source.html";
    private const string Expected = "expected.html";
    private const string Metadata = "expected-metadata.json";

    /// <summary>The pages in ordinal order of their names, at least one.</summary>
    /// <exception cref="EvaluationException">The folder has no gold pages or broken ones.</exception>
    public static IReadOnlyList<GoldPage> Of(string folder)
    {
        if (!Directory.Exists(folder)) throw new EvaluationException($"There is no folder {folder}.");
        try
        {
            var truth = Path.Combine(folder, Truth);
            List<GoldPage> pages = File.Exists(truth) ? [.. Listed(folder, truth)] : [.. Foldered(folder)];
            if (pages.Count > 0) return pages;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{folder} cannot be read: {e.Message}");
        }
        throw new EvaluationException($"{folder} has no pages with gold text. Expected is {Truth} ({{\"ID\": {{\"articleBody\": \"...\"}}}}) beside ID.html.gz or ID.html, "
            + $"or a sub-folder for each page with {Page}, {Expected} and, if known, {Metadata} ({{\"title\": ..., \"publishedTime\": ...}}).");
    }

    private static IEnumerable<GoldPage> Listed(string folder, string truth)
    {
        using var json = Json(truth);
        if (json.RootElement.ValueKind != JsonValueKind.Object) throw new EvaluationException($"{truth} holds no object of pages by their ids.");
        foreach (var entry in json.RootElement.EnumerateObject().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (Text(entry.Value, "articleBody") is not { } body) throw new EvaluationException($"{truth}: \"{entry.Name}\" has no text \"articleBody\".");
            var page = Path.Combine(folder, Path.GetFileName(entry.Name) + ".html");
            if (!File.Exists(page)) page += ".gz";
            if (!File.Exists(page)) throw new EvaluationException($"{truth} names \"{entry.Name}\", but there is no {page} and no such file without .gz.");
            yield return new GoldPage(entry.Name, page, body, Text(entry.Value, "headline"), Text(entry.Value, "datePublished"));
        }
    }

    private static IEnumerable<GoldPage> Foldered(string folder)
    {
        foreach (var sub in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var (page, expected, metadata) = (Path.Combine(sub, Page), Path.Combine(sub, Expected), Path.Combine(sub, Metadata));
            if (!File.Exists(page) || !File.Exists(expected)) continue;
            var text = string.Join("\n\n", HtmlText.Paragraphs(File.ReadAllText(expected)).Where(p => p.Kind != ParagraphKind.Caption).Select(p => p.Text));
            var name = Path.GetFileName(sub);
            if (!File.Exists(metadata))
            {
                yield return new GoldPage(name, page, text);
                continue;
            }
            using var json = Json(metadata);
            yield return new GoldPage(name, page, text, Text(json.RootElement, "title"), Text(json.RootElement, "publishedTime"));
        }
    }

    private static JsonDocument Json(string file)
    {
        try { return JsonDocument.Parse(File.ReadAllBytes(file)); }
        catch (JsonException e) { throw new EvaluationException($"{file} is not JSON (line {e.LineNumber + 1})."); }
    }

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Of(value) : null;
}
