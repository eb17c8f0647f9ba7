using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Search.Searching.Highlighting;

/// <summary>Shows marks: the text as HTML with everything escaped but <c>&lt;mark&gt;</c>, whole or shortened.</summary>
internal static class Highlighter
{
    /// <summary>How far a cut moves to reach a blank. Scripts without blanks are cut where the length says.</summary>
    private const int Widening = 40;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text with marks around the matches; overlapping ones are one mark.</summary>
    public static string Html(string text, IReadOnlyList<Match> matches)
    {
        var html = new StringBuilder(text.Length + (matches.Count * 13));
        var at = 0;
        foreach (var (start, end) in Merge(matches))
        {
            html.Append(Escape(text.AsSpan(at, start - at))).Append("<mark>").Append(Escape(text.AsSpan(start, end - start))).Append("</mark>");
            at = end;
        }
        return html.Append(Escape(text.AsSpan(at))).ToString();
    }

    /// <summary>
    /// About <paramref name="length"/> characters around the densest matches, cut at blanks where one is near, with an ellipsis where text is left
    /// out. Matches are moved along; those outside are dropped.
    /// </summary>
    public static (string Text, IReadOnlyList<Match> Matches) Snippet(string text, IReadOnlyList<Match> matches, int length)
    {
        if (text.Length <= length) return (text, matches);
        var start = Densest(matches, length, text.Length);
        var end = End(text, matches, Math.Min(text.Length, start + length));
        start = Start(text, matches, start);
        var lead = start > 0 ? "… " : "";
        var shift = lead.Length - start;
        var cut = lead + text[start..end] + (end < text.Length ? " …" : "");
        return (cut, [.. matches.Where(m => m.Start >= start && m.End <= end).Select(m => m with { Start = m.Start + shift, End = m.End + shift })]);
    }

    private static int Start(string text, IReadOnlyList<Match> matches, int start)
    {
        for (var at = start; at >= Math.Max(0, start - Widening); at--)
        {
            if (at == 0 || char.IsWhiteSpace(text[at - 1]) || matches.Any(m => m.Start == at)) return at;
        }
        foreach (var cut in matches.Where(m => m.Start < start && m.End > start)) start = Math.Min(start, cut.Start);
        while (start > 0 && Continues(text[start])) start--;
        return start;
    }

    private static int End(string text, IReadOnlyList<Match> matches, int end)
    {
        for (var at = end; at <= Math.Min(text.Length, end + Widening); at++)
        {
            if (at == text.Length || char.IsWhiteSpace(text[at])) return at;
        }
        foreach (var cut in matches.Where(m => m.Start < end && m.End > end)) end = Math.Max(end, cut.End);
        while (end < text.Length && Continues(text[end])) end++;
        return end;
    }

    /// <summary>Whether a character belongs to the one before it.</summary>
    private static bool Continues(char c) => char.IsLowSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Where a window begins that holds the most matches, with some text before the first.</summary>
    private static int Densest(IReadOnlyList<Match> matches, int length, int textLength)
    {
        var (best, most) = (0, 0);
        for (var i = 0; i < matches.Count; i++)
        {
            var held = 0;
            for (var j = i; j < matches.Count && matches[j].End <= matches[i].Start + length; j++) held++;
            if (held <= most) continue;
            most = held;
            var last = matches[i + held - 1].End;
            best = Math.Max(0, matches[i].Start - ((length - (last - matches[i].Start)) / 3));
        }
        return Math.Max(0, Math.Min(best, textLength - length));
    }

    private static List<(int Start, int End)> Merge(IReadOnlyList<Match> matches)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var match in matches.OrderBy(m => m.Start))
        {
            if (merged.Count > 0 && match.Start < merged[^1].End) merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, match.End));
            else merged.Add((match.Start, match.End));
        }
        return merged;
    }

    private static string Escape(ReadOnlySpan<char> text) => Encoder.Encode(text.ToString());
}
