using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Search.Articles;

/// <summary>Writes drafts in their canonical form.</summary>
internal static class ArticleJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(ArticleDraft draft)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Text(json, "id", draft.Id);
            Text(json, "title", draft.Title);
            Text(json, "url", draft.Url);
            Text(json, "source", draft.Source);
            Date(json, "published", draft.Published);
            Date(json, "revised", draft.Revised);
            Text(json, "language", draft.Language);
            List(json, "authors", draft.Authors, (j, author) => j.WriteStringValue(JsonText.Sound(author)));
            Text(json, "section", draft.Section);
            List(json, "topics", draft.Topics, (j, topic) => Pair(j, "id", topic.Id, "label", topic.Label));
            List(json, "actors", draft.Actors, (j, actor) => Pair(j, "type", actor.Type, "name", actor.Name));
            Text(json, "body", draft.Body);
            List(json, "paragraphs", draft.Paragraphs, (j, p) => Pair(j, "kind", p.Kind is { } kind ? ParagraphKinds.Name(kind) : null, "text", p.Text));
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The text alone when there is nothing else to say.</summary>
    private static void Pair(Utf8JsonWriter json, string name, string? value, string textName, string text)
    {
        if (value is null)
        {
            json.WriteStringValue(JsonText.Sound(text));
            return;
        }
        json.WriteStartObject();
        json.WriteString(name, JsonText.Sound(value));
        json.WriteString(textName, JsonText.Sound(text));
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, JsonText.Sound(value));
    }

    private static void Date(Utf8JsonWriter json, string name, DateTimeOffset? value)
    {
        if (value is { } date) json.WriteString(name, ArticleDates.Write(date));
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> list, Action<Utf8JsonWriter, T> write)
    {
        if (list.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var entry in list) write(json, entry);
        json.WriteEndArray();
    }
}
