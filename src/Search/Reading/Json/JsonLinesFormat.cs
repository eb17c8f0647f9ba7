namespace Search.Reading.Json;

/// <summary>JSON lines: an object on every line, in any dialect. A bad line stops nothing.</summary>
internal sealed class JsonLinesFormat : IArticleFormat
{
    public string Name => "JSON lines";

    public bool Recognises(Head head) => head.Text.StartsWith('{');

    public IEnumerable<ReadItem> Read(Source source)
    {
        var bytes = new ByteReader(source.OpenUtf8());
        for (var number = 1; bytes.NextLine(JsonArticle.MostBytes, out var line); number++)
        {
            if (line is not null && line.AsSpan().IndexOfAnyExcept(" \t\r"u8) < 0) continue;
            foreach (var item in JsonArticle.Read(source, $"line {number}", line)) yield return item;
        }
    }

    /// <summary>Whether a text that begins with an object has one on each line: its first line is one, or is broken and another begins on the second.</summary>
    public static bool AreLines(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0) return true;
        var first = text.AsSpan(0, end).Trim();
        return JsonScan.IsWhole(first) || first[^1] is not ('[' or ',' or ':') && text.AsSpan(end + 1).TrimStart().StartsWith("{");
    }

    /// <summary>Whether the first line is an object and another begins on the second.</summary>
    public static bool HasLines(string text) =>
        text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end && JsonScan.IsWhole(text.AsSpan(0, end).Trim()) && text.AsSpan(end + 1).TrimStart().StartsWith("{");
}
