using System.Text;

namespace Search.Reading.Sgml;

/// <summary>One item of an SGML file, from its start tag to its end tag.</summary>
/// <param name="Line">On which it begins, from 1.</param>
/// <param name="Text">With its tags; null when it is longer than any article.</param>
/// <param name="IsWhole">Whether its end tag was met before the file's end and before the next item.</param>
internal sealed record SgmlItem(int Line, string? Text, bool IsWhole);

/// <summary>Cuts a text into its items line by line, forward; memory is bounded by one item. What stands between items is read over.</summary>
internal static class SgmlItems
{
    /// <summary>In characters.</summary>
    private const int Longest = 4 * 1024 * 1024;

    public static IEnumerable<SgmlItem> Of(TextReader reader, string tag)
    {
        var (start, end) = ("<" + tag, "</" + tag + ">");
        var item = new StringBuilder();
        var (number, begin, length) = (1, 0, 0L);
        foreach (var (line, ends) in Lines(reader))
        {
            for (var rest = line; rest.Length > 0;)
            {
                var opens = Opens(rest, start);
                if (begin == 0)
                {
                    if (opens < 0) break;
                    (begin, length) = (number, start.Length);
                    item.Clear().Append(start);
                    rest = rest[(opens + start.Length)..];
                    continue;
                }
                var closes = rest.IndexOf(end, StringComparison.OrdinalIgnoreCase);
                if (opens >= 0 && (closes < 0 || opens < closes))
                {
                    yield return new SgmlItem(begin, null, IsWhole: false);
                    begin = 0;
                    rest = rest[opens..];
                    continue;
                }
                var part = closes < 0 ? rest : rest[..closes];
                length += part.Length;
                if (length <= Longest) item.Append(part);
                if (closes < 0) break;
                yield return new SgmlItem(begin, length <= Longest ? item.ToString() : null, IsWhole: true);
                begin = 0;
                rest = rest[(closes + end.Length)..];
            }
            if (begin > 0 && ends) item.Append('\n');
            if (ends) number++;
        }
        if (begin > 0) yield return new SgmlItem(begin, null, IsWhole: false);
    }

    private static int Opens(string line, string start)
    {
        for (var at = line.IndexOf(start, StringComparison.OrdinalIgnoreCase); at >= 0; at = line.IndexOf(start, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at + start.Length == line.Length || line[at + start.Length] is '>' or ' ' or '\t') return at;
        }
        return -1;
    }

    /// <summary>Lines without their ends; one that is very long comes in parts, of which only the last ends.</summary>
    private static IEnumerable<(string Line, bool Ends)> Lines(TextReader reader)
    {
        const int longest = 64 * 1024;
        var line = new StringBuilder();
        var buffer = new char[16384];
        for (int count; (count = reader.Read(buffer)) > 0;)
        {
            for (var at = 0; at < count;)
            {
                var stop = buffer.AsSpan(at, count - at).IndexOf('\n');
                line.Append(buffer, at, stop < 0 ? count - at : stop);
                at = stop < 0 ? count : at + stop + 1;
                if (stop < 0 && line.Length < longest) continue;
                yield return (line.ToString().TrimEnd('\r'), stop >= 0);
                line.Clear();
            }
        }
        if (line.Length > 0) yield return (line.ToString(), false);
    }
}
