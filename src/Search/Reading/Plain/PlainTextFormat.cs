using System.Text;
using Search.Text;

namespace Search.Reading.Plain;

/// <summary>
/// Plain text: the whole source is one article. Lines such as <c>Title:</c> or <c>Date:</c> at its top are understood; a first line is the
/// headline only when it clearly looks like one.
/// </summary>
internal sealed class PlainTextFormat : IArticleFormat
{
    /// <summary>In characters: what is longer is no article.</summary>
    private const int Longest = 4 * 1024 * 1024;

    public string Name => "plain text";

    public bool Recognises(Head head) => !head.IsXml && !head.Text.StartsWith("{\\rtf", StringComparison.Ordinal) && !head.Text.StartsWith("%PDF", StringComparison.Ordinal);

    public IEnumerable<ReadItem> Read(Source source)
    {
        var text = ReadAll(source.OpenText());
        if (text is null)
        {
            yield return source.Problem("", $"The text has more than {Longest / (1024 * 1024)} million characters; a plain-text file holds one article. Split it.");
            yield break;
        }
        var lines = Clean.Lines(text).Split('\n');
        var draft = TextHeader.Read(lines, out var first);
        while (first < lines.Length && string.IsNullOrWhiteSpace(lines[first])) first++;
        if (draft.Title is null && HasTitle(lines, first))
        {
            draft = draft with { Title = Clean.Line(lines[first]) };
            first++;
        }
        yield return source.Article("", draft with { Url = draft.Url ?? source.Url, Body = string.Join('\n', lines[first..]).Trim() });
    }

    /// <summary>A line that reads like a headline, alone between the top and a blank line, above running text.</summary>
    private static bool HasTitle(string[] lines, int first)
    {
        if (first + 2 >= lines.Length || !string.IsNullOrWhiteSpace(lines[first + 1])) return false;
        var line = Clean.Line(lines[first]);
        if (BoilerplateRules.Default.Reason(line, LanguageDetector.Unknown) is not null) return false;
        var below = Blocks.Of(string.Join('\n', lines[(first + 1)..Math.Min(lines.Length, first + 200)]));
        return below.Count > 0 && SubHeading.IsTitleLike(line, below[0]);
    }

    private static string? ReadAll(TextReader reader)
    {
        var text = new StringBuilder();
        var buffer = new char[16384];
        for (var read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
        {
            text.Append(buffer, 0, read);
            if (text.Length > Longest) return null;
        }
        return text.ToString();
    }
}
