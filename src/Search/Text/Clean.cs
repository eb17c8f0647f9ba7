using System.Buffers;
using System.Globalization;
using System.Text;

namespace Search.Text;

/// <summary>
/// Text as it is stored: NFC; no control, zero-width or direction characters; half a surrogate pair becomes U+FFFD; every kind of space is
/// a plain one. Quotation marks and dashes stay as written. Idempotent.
/// </summary>
internal static class Clean
{
    /// <summary>Characters that cleaning leaves alone, whatever stands beside them: ASCII, the letters of western Europe, usual quotation marks.</summary>
    private static readonly SearchValues<char> PlainLine = SearchValues.Create([.. Enumerable.Range(' ', 95).Concat(Enumerable.Range('À', 0xBF)).Select(c => (char)c), '‘', '’', '“', '”', '–', '—']);
    private static readonly SearchValues<char> PlainLines = SearchValues.Create([.. Enumerable.Range(' ', 95).Concat(Enumerable.Range('À', 0xBF)).Select(c => (char)c), '‘', '’', '“', '”', '–', '—', '\n']);

    /// <summary>One paragraph: a run of white space, line ends too, becomes one space; none at the ends. The same string when nothing changes.</summary>
    public static string Line(string text) => IsPlainLine(text) ? text : Compose(Scan(text, keepLines: false)).Trim(' ');

    /// <summary>Text whose line ends mean something: each of them (CRLF, CR, NEL, U+2028 ...) becomes <c>\n</c>, U+2029 and a form feed two.</summary>
    public static string Lines(string text) => text.AsSpan().IndexOfAnyExcept(PlainLines) < 0 ? text : Compose(Scan(text, keepLines: true));

    private static bool IsPlainLine(string text) =>
        text.Length == 0 || (text[0] != ' ' && text[^1] != ' ' && text.AsSpan().IndexOfAnyExcept(PlainLine) < 0 && !text.Contains("  ", StringComparison.Ordinal));

    private static string Scan(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if ((text[i + 1] & 0x3FE) != 0x3FE || (c & 0x3F) != 0x3F) clean.Append(c).Append(text[i + 1]);
                i++;
            }
            else if (char.IsSurrogate(c)) clean.Append('\uFFFD');
            else if (keepLines && LineEnds(text, ref i) is var ends and > 0) clean.Append('\n', ends);
            else if (c is '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u180E' || char.IsWhiteSpace(c))
            {
                if (clean.Length == 0 || clean[^1] != ' ') clean.Append(' ');
            }
            else if (!IsInvisible(c)) clean.Append(c);
        }
        return clean.ToString();
    }

    /// <summary>How many line ends stand at a place; moves to the last character of a CRLF.</summary>
    private static int LineEnds(string text, ref int at)
    {
        switch (text[at])
        {
            case '\r':
                if (at + 1 < text.Length && text[at + 1] == '\n') at++;
                return 1;
            case '\n' or '\v' or '\u0085' or '\u2028': return 1;
            case '\f' or '\u2029': return 2;
            default: return 0;
        }
    }

    /// <summary>The joiners U+200C and U+200D stay: Persian, the scripts of India and emoji need them.</summary>
    private static bool IsInvisible(char c) =>
        c is < ' ' or '\u00AD' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') or '\uFFFE' or '\uFFFF'
        || char.GetUnicodeCategory(c) == UnicodeCategory.Control;

    private static string Compose(string text) => text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
}
