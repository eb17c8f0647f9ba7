using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Articles;

namespace Search.Archive;

/// <summary>
/// The form in which drafts are stored: JSON with absent members left out, in an order that never changes, id and revision date first.
/// It is the archive's own and may differ from what callers send. New members go to the end, so that the bytes, and with them the
/// content hash, of drafts without them stay as they are. Half a surrogate pair becomes U+FFFD.
/// </summary>
internal static class DraftCodec
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the draft under this id. Returns where the content begins: the bytes after id and revision date.</summary>
    public static int Write(IBufferWriter<byte> buffer, string id, ArticleDraft draft)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        if (draft.Revised is { } revised) json.WriteString("revised"u8, revised);
        json.Flush();
        var content = (int)json.BytesCommitted;
        Text(json, "title"u8, draft.Title);
        Text(json, "url"u8, draft.Url);
        Text(json, "source"u8, draft.Source);
        if (draft.Published is { } published) json.WriteString("published"u8, published);
        Text(json, "language"u8, draft.Language);
        Pairs(json, "authors"u8, draft.Authors, author => (author, null), default);
        Text(json, "section"u8, draft.Section);
        Pairs(json, "topics"u8, draft.Topics, topic => (topic.Label, topic.Id), "id"u8);
        Pairs(json, "actors"u8, draft.Actors, actor => (actor.Name, actor.Type), "type"u8);
        Text(json, "body"u8, draft.Body);
        Pairs(json, "paragraphs"u8, draft.Paragraphs, paragraph => (paragraph.Text, paragraph.Kind is { } kind ? Word(kind) : null), "kind"u8);
        json.WriteEndObject();
        json.Flush();
        return content;
    }

    /// <summary>The draft that was written.</summary>
    /// <exception cref="JsonException">The bytes are no stored draft.</exception>
    public static ArticleDraft Read(ReadOnlySpan<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes);
        var draft = new ArticleDraft();
        Expect(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var member = json.GetString();
            json.Read();
            draft = member switch
            {
                "id" => draft with { Id = String(ref json) },
                "revised" => draft with { Revised = Time(ref json) },
                "title" => draft with { Title = String(ref json) },
                "url" => draft with { Url = String(ref json) },
                "source" => draft with { Source = String(ref json) },
                "published" => draft with { Published = Time(ref json) },
                "language" => draft with { Language = String(ref json) },
                "authors" => draft with { Authors = List(ref json, ""u8, (name, _) => name) },
                "section" => draft with { Section = String(ref json) },
                "topics" => draft with { Topics = List(ref json, "id"u8, (label, id) => new FeedTopic(id, label)) },
                "actors" => draft with { Actors = List(ref json, "type"u8, (name, type) => new FeedActor(name, type)) },
                "body" => draft with { Body = String(ref json) },
                "paragraphs" => draft with { Paragraphs = List(ref json, "kind"u8, (text, kind) => new DraftParagraph(text, Kind(kind))) },
                _ => throw new JsonException($"A stored draft has no member '{member}'."),
            };
        }
        return json.TokenType == JsonTokenType.EndObject ? draft : throw new JsonException("A stored draft ends early.");
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    // A list of texts, each plain, or an object when it has a second value: "cocoa", {"text":"cocoa","id":"c1"}.
    private static void Pairs<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T> items, Func<T, (string Text, string? Second)> parts, ReadOnlySpan<byte> second)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            var (text, value) = parts(item);
            if (value is null)
            {
                json.WriteStringValue(text);
                continue;
            }
            json.WriteStartObject();
            json.WriteString("text"u8, text);
            json.WriteString(second, value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static List<T> List<T>(ref Utf8JsonReader json, ReadOnlySpan<byte> second, Func<string, string?, T> make)
    {
        if (json.TokenType != JsonTokenType.StartArray) throw new JsonException("A list was expected.");
        var items = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.String)
            {
                items.Add(make(json.GetString()!, null));
                continue;
            }
            string? text = null, value = null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isSecond = json.ValueTextEquals(second);
                json.Read();
                if (isSecond) value = String(ref json);
                else text = String(ref json);
            }
            items.Add(make(text ?? throw new JsonException("A text was expected."), value));
        }
        return items;
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (!json.Read() || json.TokenType != type) throw new JsonException($"{type} was expected.");
    }

    private static string String(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.GetString()! : throw new JsonException("A text was expected.");

    private static DateTimeOffset Time(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && json.TryGetDateTimeOffset(out var time) ? time : throw new JsonException("A time was expected.");

    // Numbers, since members of the enum may be renamed in code but not in what is stored.
    private static string Word(ParagraphKind kind) => ((int)kind).ToString(CultureInfo.InvariantCulture);

    private static ParagraphKind? Kind(string? word) => word is null ? null
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var kind) && Enum.IsDefined((ParagraphKind)kind) ? (ParagraphKind)kind
        : throw new JsonException($"There is no kind of paragraph '{word}'.");
}
