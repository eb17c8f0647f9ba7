using System.Net;
using System.Text.Json;
using Search.Articles;

namespace Search.Reading.Html;

/// <summary>Picks the plainest values out of JSON-LD that is no JSON: the first text under each name that only articles have.</summary>
internal static class BrokenJson
{
    private const int LongestValue = 1000;

    public static PageFacts Read(string text) => new()
    {
        Title = Value(text, "headline"),
        Published = Value(text, "datePublished") ?? Value(text, "dateCreated"),
        Revised = Value(text, "dateModified"),
        Section = Value(text, "articleSection"),
        IsArticle = text.Contains("Article\"", StringComparison.Ordinal),
    };

    private static string? Value(string text, string name)
    {
        var quoted = $"\"{name}\"";
        var at = text.IndexOf(quoted, StringComparison.Ordinal);
        if (at < 0) return null;
        at += quoted.Length;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ':')) at++;
        if (at >= text.Length || text[at] != '"') return null;
        var end = at + 1;
        while (end < text.Length && text[end] is not ('"' or '\n') && end - at < LongestValue) end += text[end] == '\\' ? 2 : 1;
        if (end >= text.Length || text[end] != '"') return null;
        try
        {
            using var value = JsonDocument.Parse(text[at..(end + 1)]);
            return WebUtility.HtmlDecode(JsonText.Of(value.RootElement));
        }
        catch (JsonException) { return null; }
    }
}
