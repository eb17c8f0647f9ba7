using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Search.Articles;
using Search.Reading.Json.Ninjs;
using Search.Reading.Mapped;

namespace Search.Reading.Json;

/// <summary>What one object of a JSON source holds, in whichever dialect it is written.</summary>
internal static class JsonArticle
{
    /// <summary>An article of the greatest length, all of it escaped, is smaller.</summary>
    public const int MostBytes = 16 * 1024 * 1024;
    private static readonly IReadOnlyList<IJsonDialect> Dialects = [new MappedJson(), new NinjsDialect(), new JsonFeedDialect(), new NinjsList(), new ApMedia()];
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = JsonShape.Depth };

    /// <summary>The articles, or why there are none; <paramref name="json"/> is null when there were more than <see cref="MostBytes"/>.</summary>
    public static IEnumerable<ReadItem> Read(Source source, string place, byte[]? json)
    {
        if (json is null) return [source.Problem(place, $"The article has more than {MostBytes / (1024 * 1024)} MB; split it.")];
        if (!Utf8.IsValid(json)) json = Encoding.UTF8.GetBytes(TextEncoding.LenientUtf8.GetString(json));
        return (source.Mapping is null && JsonShape.IsOurs(json) ? null : Foreign(source, place, json)) ?? [Ours(source, place, ArticleJson.Parse(json))];
    }

    /// <summary>What an object in another dialect holds; null when it is none.</summary>
    private static List<ReadItem>? Foreign(Source source, string place, byte[] json)
    {
        JsonDocument document;
        try { document = JsonDocument.Parse(json, Lenient); }
        catch (JsonException) { return null; }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            var root = new JsonMembers(document.RootElement);
            if (Dialects.FirstOrDefault(d => d.Recognises(root, source)) is { } dialect) return [.. dialect.Read(source, place, root).Select(i => i with { Format = dialect.Name })];
            return HasText(root) ? null : [source.Problem(place, Unknown(root, source))];
        }
    }

    private static ReadItem Ours(Source source, string place, Outcome<ArticleDraft> outcome) =>
        outcome.Value is { } draft ? source.Article(place, draft) : source.Problem(place, outcome.Problem!.Detail);

    /// <summary>Whether a member is there that our own reader has something to say on; it also answers for the empty object.</summary>
    private static bool HasText(JsonMembers root) => root.Has("body") || root.Has("paragraphs") || root.Has("title") || !root.Names.Any();

    private static string Unknown(JsonMembers root, Source source)
    {
        var names = ArticleMapping.Shown(root.Names);
        return source.Mapping is { } mapping
            ? $"No member that {mapping.Name} names for the text is here; there are {names}.{(mapping.Articles.Count > 0 ? $" The list is looked for in {string.Join('.', mapping.Articles)} (articles = ...)." : "")}"
            : $"The object is in none of the forms that are read: it has the members {names}. Say in a mapping file what they are ({ArticleMapping.Advice}).";
    }
}
