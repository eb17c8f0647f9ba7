namespace Search.Reading.Json;

/// <summary>
/// JSON: one object, or a list of them, which is read entry by entry; so is a list inside an object that a JSON feed or a mapping names. What dialect
/// an object is in is told one by one.
/// </summary>
internal sealed class JsonFormat : IArticleFormat
{
    public string Name => "JSON";

    public bool Recognises(Head head) => head.Text.StartsWith('[')
        || head.Text.StartsWith('{') && (head.Mapping?.Articles.Count > 0 || !JsonLinesFormat.AreLines(head.Text) || JsonFeedDialect.IsFeed(head.Text) && !JsonLinesFormat.HasLines(head.Text));

    public IEnumerable<ReadItem> Read(Source source)
    {
        var bytes = new ByteReader(source.OpenUtf8());
        if (SkipSpace(bytes) != '[') return Objects(source, bytes);
        bytes.Next();
        return List(source, bytes, (place, json) => JsonArticle.Read(source, place, json));
    }

    /// <summary>One object and what may stand behind it.</summary>
    private static IEnumerable<ReadItem> Objects(Source source, ByteReader bytes)
    {
        for (var number = 1; SkipSpace(bytes) is >= 0 and var first; number++)
        {
            var place = number > 1 ? $"entry {number}" : "";
            if (!BeginsValue(first))
            {
                yield return NoObject(source, place, first);
                yield break;
            }
            var value = JsonValue.Read(bytes, new JsonPath(ListOf(source)));
            if (value.IsAtList)
            {
                foreach (var item in Entries(source, place, bytes, value)) yield return item;
                continue;
            }
            if (!value.IsWhole)
            {
                yield return source.Problem(place, "The text ends inside this article.");
                yield break;
            }
            foreach (var item in JsonArticle.Read(source, place, value.Bytes)) yield return item;
        }
    }

    /// <summary>The list that is read entry by entry: the mapping's, else that of a JSON feed. What follows it in the object is read over.</summary>
    private static IEnumerable<ReadItem> Entries(Source source, string place, ByteReader bytes, JsonValue opened)
    {
        bytes.Next();
        if (source.Mapping is not null) return List(source, bytes, (at, json) => JsonArticle.Read(source, at, json), opened);
        if (JsonFeedDialect.Head(opened.Bytes) is { } feed) return List(source, bytes, (at, json) => JsonFeedDialect.Read(source, at, feed, json), opened);
        var whole = opened.Rest(bytes);
        return opened.IsWhole ? JsonArticle.Read(source, place, whole) : [source.Problem(place, "The text ends inside this article.")];
    }

    private static IReadOnlyList<string> ListOf(Source source) => source.Mapping?.Articles ?? JsonFeedDialect.List;

    private static IEnumerable<ReadItem> List(Source source, ByteReader bytes, Func<string, byte[]?, IEnumerable<ReadItem>> read, JsonValue? within = null)
    {
        for (var entry = 1; ; entry++)
        {
            var place = $"entry {entry}";
            var first = SkipSpace(bytes, comma: entry > 1);
            if (first == ']')
            {
                bytes.Next();
                if (within is not null && entry == 1) yield return source.Problem("", "The list has no items.");
                within?.SkipRest(bytes);
                if (within is null && SkipSpace(bytes) >= 0) yield return source.Problem("", "There is more text behind the list's end; it was not read.");
                yield break;
            }
            if (first < 0)
            {
                yield return source.Problem(place, "The list ends without its closing bracket.");
                yield break;
            }
            if (!BeginsValue(first))
            {
                yield return NoObject(source, place, first);
                yield break;
            }
            var value = JsonValue.Read(bytes, null);
            if (!value.IsWhole)
            {
                yield return source.Problem(place, "The text ends inside this article.");
                yield break;
            }
            foreach (var item in read(place, value.Bytes)) yield return item;
        }
    }

    private static ReadProblem NoObject(Source source, string place, int found) => source.Problem(place, $"An object is expected, '{(char)found}' was found; the rest was not read.");

    private static bool BeginsValue(int b) => b is '{' or '[' or '"' or '-' or (>= '0' and <= '9') or 't' or 'f' or 'n';

    private static int SkipSpace(ByteReader bytes, bool comma = false)
    {
        while (true)
        {
            var b = bytes.Peek();
            if (b is not (' ' or '\t' or '\r' or '\n') && !(comma && b == ',')) return b;
            if (b == ',') comma = false;
            bytes.Next();
        }
    }
}
