using System.Globalization;
using System.Text;

namespace Search.Searching.Query;

/// <summary>The characters of a query: blanks, quotation marks, escapes, letters.</summary>
internal static class QueryText
{
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c == '\u180E';

    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';

    /// <summary>A backslash stands before a quotation mark or a backslash, which then means itself.</summary>
    public static bool IsEscape(string text, int at) => text[at] == '\\' && at + 1 < text.Length && text[at + 1] is ('"' or '\\');

    /// <summary>
    /// Where a quotation ends: at the next mark of the same family (straight or curly), else at the next of the other; -1 when there is none.
    /// Each family runs dry only once, so that all calls together cost one pass.
    /// </summary>
    public static int Close(string text, int open)
    {
        var other = -1;
        for (var at = open + 1; at < text.Length; at++)
        {
            if (IsEscape(text, at)) { at++; continue; }
            if (!IsQuote(text[at])) continue;
            if ((text[at] == '"') == (text[open] == '"')) return at;
            if (other < 0) other = at;
        }
        return other;
    }

    /// <summary>Where a word ends: at a blank, a bracket or a quotation mark that is not escaped.</summary>
    public static int RunEnd(string text, int at)
    {
        while (at < text.Length && !IsBlank(text[at]) && !IsQuote(text[at]) && text[at] is not ('(' or ')')) at += IsEscape(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>Some text without blank, bracket or quotation mark.</summary>
    public static bool IsRun(string text)
    {
        if (text.Length == 0) return false;
        foreach (var c in text)
        {
            if (IsBlank(c) || IsQuote(c) || c is '(' or ')') return false;
        }
        return true;
    }

    public static string Unescape(string text, int start, int end)
    {
        if (text.AsSpan(start, end - start).IndexOf('\\') < 0) return text[start..end];
        var plain = new StringBuilder(end - start);
        for (var at = start; at < end; at++)
        {
            if (at + 1 < end && IsEscape(text, at)) at++;
            plain.Append(text[at]);
        }
        return plain.ToString();
    }

    public static string Escape(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"");

    public static bool HasLetterOrDigit(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsLetterOrDigit(text, at)) return true;
        }
        return false;
    }

    /// <summary>Both halves of a surrogate pair answer for the pair.</summary>
    public static bool IsLetterOrDigit(string text, int at)
    {
        if (!char.IsSurrogate(text[at])) return char.IsLetterOrDigit(text[at]);
        var start = char.IsLowSurrogate(text[at]) ? at - 1 : at;
        return start >= 0 && Rune.TryGetRuneAt(text, start, out var rune) && Rune.IsLetterOrDigit(rune);
    }

    /// <summary>A letter, a digit, or an accent that stands on one.</summary>
    public static bool IsWordPart(string text, int at) =>
        IsLetterOrDigit(text, at) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>
    /// The word without sentence marks and quotation marks around it. What belongs to a word stays: <c>C++</c>, <c>U.S.</c>, <c>$5</c>.
    /// </summary>
    public static string TrimPunctuation(string word)
    {
        var trimmed = word.AsSpan().Trim(",;:!?()[]{}<>|…¿¡'’‘\"“”„‟«»＂‹›–—-");
        var dot = trimmed.TrimEnd('.');
        return (dot.Length < trimmed.Length && !dot.Contains('.') ? dot : trimmed).ToString();
    }
}
