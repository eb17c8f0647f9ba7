using System.Net;
using System.Text.Json;
using Search.Articles;

namespace Search.Reading.Html;

/// <summary>One object of JSON-LD, read as the description of an article or of its page.</summary>
/// <param name="of">The object.</param>
/// <param name="named">The objects that others refer to by <c>@id</c>.</param>
internal sealed class LinkedObject(JsonElement of, IReadOnlyDictionary<string, JsonElement> named)
{
    /// <summary>What it says; null when it describes neither an article nor a page.</summary>
    public PageFacts? Facts()
    {
        var types = Texts(of, "@type").ToList();
        var isArticle = types.Exists(t => t.EndsWith("Article", StringComparison.Ordinal) || t.EndsWith("BlogPosting", StringComparison.Ordinal) || t.EndsWith("NewsStory", StringComparison.Ordinal) || t is "Report" or "Review" or "AnalysisNewsArticle");
        if (!isArticle && !types.Exists(t => t.EndsWith("WebPage", StringComparison.Ordinal))) return null;
        var sections = Texts(of, "articleSection").ToList();
        return new PageFacts
        {
            IsArticle = isArticle,
            Title = Text(of, "headline") ?? (isArticle ? Text(of, "name") : null),
            Published = Text(of, "datePublished") ?? Text(of, "dateCreated"),
            Revised = Text(of, "dateModified"),
            Authors = [.. Names("author").DefaultIfEmpty().SelectMany(a => a is null ? Names("creator") : [a])],
            Source = Names("publisher").Concat(Names("sourceOrganization")).FirstOrDefault(),
            Section = sections.FirstOrDefault(),
            Language = Text(of, "inLanguage") ?? Names("inLanguage").FirstOrDefault(),
            Url = Text(of, "url") ?? Text(of, "mainEntityOfPage") ?? (Member(of, "mainEntityOfPage") is { } page ? Text(page, "@id") ?? Text(page, "url") : null),
            Topics = [.. sections, .. Keywords()],
            Body = Text(of, "articleBody"),
        };
    }

    /// <summary>A text, entities decoded; null when there is none.</summary>
    public static string? Text(JsonElement of, string name) => Texts(of, name).FirstOrDefault();

    /// <summary>What an object has under a name; null when it is no object or lacks it.</summary>
    public static JsonElement? Member(JsonElement of, string name)
    {
        if (of.ValueKind != JsonValueKind.Object) return null;
        try { return of.TryGetProperty(name, out var value) ? value : null; }
        // Another member's name holds half a surrogate pair, which the platform refuses to compare.
        catch (InvalidOperationException) { return null; }
    }

    /// <summary>A text or a list of them.</summary>
    private static IEnumerable<string> Texts(JsonElement of, string name)
    {
        if (Member(of, name) is not { } value) yield break;
        foreach (var item in Items(value))
        {
            if (item.ValueKind == JsonValueKind.String && JsonText.Of(item) is { } text && !string.IsNullOrWhiteSpace(text)) yield return Decoded(text);
        }
    }

    /// <summary>The names of persons and organisations: texts, objects with a name, references to such, lists of them.</summary>
    private IEnumerable<string> Names(string property)
    {
        if (Member(of, property) is not { } value) yield break;
        foreach (var item in Items(value))
        {
            if (item.ValueKind == JsonValueKind.String) yield return Decoded(JsonText.Of(item));
            if (item.ValueKind != JsonValueKind.Object) continue;
            var told = Text(item, "name") is null && Text(item, "@id") is { } id && named.TryGetValue(id, out var whole) ? whole : item;
            foreach (var name in Texts(told, "name")) yield return name;
        }
    }

    /// <summary>Keywords come as one text parted by commas, as a list, or as objects with a name.</summary>
    private IEnumerable<string> Keywords() => Names("keywords").SelectMany(k => k.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Many pages write entities of HTML into their JSON.</summary>
    private static string Decoded(string text) => WebUtility.HtmlDecode(text);

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
}
