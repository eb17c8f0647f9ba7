namespace Search.Reading.Json;

/// <summary>Our JSON: one article, or a list of them, which is read entry by entry.</summary>
internal sealed class JsonFormat : IArticleFormat
{
    public string Name => "JSON";

    public bool Recognises(Head head) => head.Text.StartsWith('[') || head.Text.StartsWith('{') && !JsonLinesFormat.AreLines(head.Text);

    public IEnumerable<ReadItem> Read(Source source)
    {
        var bytes = new ByteReader(source.OpenUtf8());
        var isList = SkipSpace(bytes) == '[';
        if (isList) bytes.Next();
        for (var entry = 1; ; entry++)
        {
            var place = isList || entry > 1 ? $"entry {entry}" : "";
            var first = SkipSpace(bytes, comma: isList && entry > 1);
            if (first == ']' && isList)
            {
                bytes.Next();
                if (SkipSpace(bytes) >= 0) yield return source.Problem("", "There is more text behind the list's end; it was not read.");
                yield break;
            }
            if (first < 0)
            {
                if (isList) yield return source.Problem(place, "The list ends without its closing bracket.");
                yield break;
            }
            if (first is not ('{' or '[' or '"' or '-' or (>= '0' and <= '9') or 't' or 'f' or 'n'))
            {
                yield return source.Problem(place, $"An object is expected, '{(char)first}' was found; the rest was not read.");
                yield break;
            }
            var value = ReadValue(bytes, out var whole);
            yield return !whole ? source.Problem(place, "The text ends inside this article.") : JsonArticle.Read(source, place, value);
            if (!whole) yield break;
        }
    }

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

    /// <summary>The bytes of a value; null when they are too many.</summary>
    private static byte[]? ReadValue(ByteReader bytes, out bool whole)
    {
        var value = new MemoryStream();
        var scan = new JsonScan();
        whole = false;
        while (!whole && bytes.Peek() is >= 0 and var b)
        {
            whole = value.Length > 0 && scan.Depth == 0 && scan.IsOutside && (b is ',' or ']' or ' ' or '\n' or '\r' or '\t');
            if (whole) break;
            bytes.Next();
            scan.Next((byte)b);
            if (value.Length <= JsonArticle.MostBytes) value.WriteByte((byte)b);
            whole = scan.Depth <= 0 && scan.IsOutside && (b is '}' or ']' or '"');
        }
        return value.Length > JsonArticle.MostBytes ? null : value.ToArray();
    }
}
