using System.Buffers;

namespace Search.Tagging.Quotations;

/// <summary>Text between quotation marks, without them. Where no closing mark was found it runs to the paragraph's end and is not closed.</summary>
internal readonly record struct Quoted(int Start, int End, bool Closed);

/// <summary>
/// Finds what stands in quotation marks: “ ”, „ “, « », » «, " ", and the single marks ‘ ’ and ' ' where they cannot be apostrophes.
/// Marks inside a quotation of another style belong to it.
/// </summary>
internal static class QuoteMarks
{
    private const int LongestInSingleMarks = 1000;
    private static readonly SearchValues<char> Openers = SearchValues.Create("“„«»\"‘'");

    public static void Find(string text, List<Quoted> into)
    {
        for (var at = 0; at < text.Length;)
        {
            var step = text.AsSpan(at).IndexOfAny(Openers);
            if (step < 0) return;
            at += step;
            if (!Opens(text, at)) { at++; continue; }
            var close = Close(text, at);
            if (close < 0 && text[at] is '‘' or '\'') { at++; continue; }
            var end = close < 0 ? text.Length : close;
            if (end > at + 1) into.Add(new Quoted(at + 1, end, close >= 0));
            at = end + 1;
        }
    }

    private static bool Opens(string text, int at) => text[at] switch
    {
        '“' or '„' or '«' => true,
        '"' => at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])),
        '»' or '‘' or '\'' => at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '—' or '–'),
        _ => false,
    };

    private static int Close(string text, int open)
    {
        var marks = text[open] switch { '“' => "”\"", '„' => "“”\"", '«' => "»", '»' => "«", '"' => "\"”", '‘' => "’", _ => "'" };
        var single = text[open] is '‘' or '\'';
        var end = single ? Math.Min(text.Length, open + LongestInSingleMarks) : text.Length;
        for (var at = open + 1; at < end; at++)
        {
            if (marks.Contains(text[at]) && (!single || text[at - 1] is ',' or '.' or '!' or '?')) return at;
        }
        return -1;
    }
}
