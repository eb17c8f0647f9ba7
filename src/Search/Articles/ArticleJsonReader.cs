using System.Text.Json;

namespace Search.Articles;

/// <summary>Reads the members of one JSON object; remembers the first problem and goes on.</summary>
internal sealed class ArticleJsonReader(JsonElement json)
{
    public ArticleProblem? Problem { get; private set; }

    public ArticleDraft Draft()
    {
        var draft = new ArticleDraft
        {
            Id = Text("id"),
            Title = Text("title"),
            Url = Text("url"),
            Source = Text("source"),
            Published = Date("published"),
            Revised = Date("revised"),
            Language = Text("language"),
            Authors = List("authors", Author),
            Section = Text("section"),
            Topics = List("topics", Topic),
            Actors = List("actors", Actor),
            Body = Text("body"),
            Paragraphs = List("paragraphs", Paragraph),
        };
        if (!string.IsNullOrEmpty(draft.Body) && draft.Paragraphs.Count > 0) Fail("`body` and `paragraphs` are both given; send one of them.");
        return draft;
    }

    /// <summary>What stands there, in words.</summary>
    public static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private bool Has(string name, out JsonElement value) => json.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private string? Text(string name)
    {
        if (!Has(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.String) return JsonText.Of(value);
        Fail($"`{name}`: text is expected, {Name(value)} was found.");
        return null;
    }

    private DateTimeOffset? Date(string name)
    {
        var text = Text(name);
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (ArticleDates.TryParse(text, out var date)) return date;
        Fail($"`{name}`: \"{Short(text)}\" is not a date; write it as {ArticleDates.Accepted}.");
        return null;
    }

    private List<T> List<T>(string name, Func<JsonElement, string, T?> read) where T : class
    {
        if (!Has(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            Fail($"`{name}`: a list is expected, {Name(value)} was found.");
            return [];
        }
        var list = new List<T>(value.GetArrayLength());
        foreach (var entry in value.EnumerateArray())
        {
            if (Problem is not null) break;
            if (read(entry, $"`{name}[{list.Count}]`") is { } item) list.Add(item);
            else if (Problem is null) Fail($"`{name}[{list.Count}]`: {Expected(name)} is expected, {Name(entry)} was found.");
        }
        return list;
    }

    private static string Expected(string name) => name switch
    {
        "topics" => "text or {id, label}",
        "actors" => "text or {name, type}",
        "paragraphs" => "text or {text, kind}",
        _ => "text",
    };

    private string? Author(JsonElement entry, string place) =>
        entry.ValueKind == JsonValueKind.String ? JsonText.Of(entry) : Member(entry, "name", place);

    private FeedTopic? Topic(JsonElement entry, string place)
    {
        if (entry.ValueKind == JsonValueKind.String) return new FeedTopic(null, JsonText.Of(entry));
        if (entry.ValueKind != JsonValueKind.Object) return null;
        var id = Member(entry, "id", place);
        var label = Member(entry, "label", place) ?? id;
        if (label is null && Problem is null) Fail($"{place}: `label` or `id` is missing.");
        return label is null ? null : new FeedTopic(id, label);
    }

    private FeedActor? Actor(JsonElement entry, string place)
    {
        if (entry.ValueKind == JsonValueKind.String) return new FeedActor(JsonText.Of(entry), null);
        if (entry.ValueKind != JsonValueKind.Object) return null;
        var name = Member(entry, "name", place);
        if (name is null && Problem is null) Fail($"{place}: `name` is missing.");
        return name is null ? null : new FeedActor(name, Member(entry, "type", place));
    }

    private DraftParagraph? Paragraph(JsonElement entry, string place)
    {
        if (entry.ValueKind == JsonValueKind.String) return new DraftParagraph(JsonText.Of(entry));
        if (entry.ValueKind != JsonValueKind.Object) return null;
        var text = Member(entry, "text", place);
        if (text is null && Problem is null) Fail($"{place}: `text` is missing.");
        if (text is null) return null;
        var kind = Member(entry, "kind", place);
        if (string.IsNullOrEmpty(kind)) return new DraftParagraph(text);
        if (ParagraphKinds.TryParse(kind, out var known)) return new DraftParagraph(text, known);
        Fail($"{place}: kind \"{Short(kind)}\" is unknown; expected one of {ParagraphKinds.All}.");
        return null;
    }

    private string? Member(JsonElement entry, string name, string place)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String) return JsonText.Of(value);
        Fail($"{place}: `{name}` is {Name(value)}; text is expected.");
        return null;
    }

    private void Fail(string detail) => Problem ??= new ArticleProblem(ArticleProblem.InvalidBody, detail);

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
