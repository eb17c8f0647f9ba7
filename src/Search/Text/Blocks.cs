using System.Text;

namespace Search.Text;

/// <summary>
/// Breaks plain text into its paragraphs. Blank lines divide. Inside a block, and in a text without blank lines, a line is a paragraph of
/// its own when the lines look like paragraphs; else the text was wrapped by hand and its lines are joined.
/// </summary>
internal static class Blocks
{
    /// <summary>No hand-wrapped text has longer lines.</summary>
    private const int LongestWrappedLine = 120;

    /// <summary>The paragraphs in order, each cleaned to one line, none empty.</summary>
    public static List<string> Of(string text)
    {
        var blocks = new List<List<string>>();
        var open = new List<string>();
        foreach (var line in Clean.Lines(text).Split('\n'))
        {
            var clean = Clean.Line(line);
            if (clean.Length > 0) open.Add(clean);
            else if (open.Count > 0)
            {
                blocks.Add(open);
                open = [];
            }
        }
        if (open.Count > 0) blocks.Add(open);
        var paragraphs = new List<string>(blocks.Count);
        foreach (var block in blocks)
        {
            if (block.Count == 1) paragraphs.Add(block[0]);
            else if (AreParagraphs(block, alone: blocks.Count == 1)) paragraphs.AddRange(block);
            else paragraphs.Add(Join(block));
        }
        return paragraphs;
    }

    /// <summary>Whether a text ends as a sentence does, a closing quotation mark or bracket after the stop included.</summary>
    internal static bool EndsSentence(string text)
    {
        var i = text.Length - 1;
        while (i > 0 && text[i] is '"' or '”' or '’' or '\'' or '»' or '“' or ')' or ']') i--;
        return i >= 0 && text[i] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।';
    }

    private static bool AreParagraphs(List<string> lines, bool alone)
    {
        if (lines.Exists(l => l.Length > LongestWrappedLine)) return true;
        if (!alone) return false;
        var whole = lines.Take(lines.Count - 1).Count(EndsSentence);
        return whole * 2 > lines.Count - 1;
    }

    private static string Join(List<string> lines)
    {
        var joined = new StringBuilder(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            var last = joined[^1];
            var hyphen = last is '-' && joined.Length > 1 && char.IsLetter(joined[^2]) && char.IsLower(line[0]);
            if (!hyphen && !(IsWide(last) && IsWide(line[0]))) joined.Append(' ');
            joined.Append(line);
        }
        return joined.ToString();
    }

    private static bool IsWide(char c) => c is >= '\u3000' and <= '\u9FFF' or >= '\uFF01' and <= '\uFF60';
}
