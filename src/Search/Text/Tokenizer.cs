using System.Globalization;
using System.Text;

namespace Search.Text;

/// <summary>A word of a text: where it stands, and whether a hyphen joins it to the word before.</summary>
/// <param name="Start">Offset, UTF-16 code units.</param>
/// <param name="End">Offset past the last character.</param>
/// <param name="Joined">Only a hyphen stands between this word and the one before: <c>peace-keeping</c>.</param>
internal readonly record struct Token(int Start, int End, bool Joined);

/// <summary>
/// Breaks text into words. A word is a run of letters and digits with what may stand inside it: an apostrophe (<c>O'Brien</c>), a decimal sign
/// between digits (<c>1,000.5</c>), the dots of an abbreviation (<c>U.S.</c>), an ampersand beside a single letter (<c>AT&amp;T</c>). A possessive
/// <c>'s</c> is left out. Ideographs, which no space divides, are words of one character. Words joined by a hyphen are words of their own,
/// marked as joined.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Part of the index's fingerprint: words in an index must come from this tokenizer.</summary>
    public const string Version = "2";

    /// <summary>The words in order; appended to <paramref name="into"/>, which is not cleared.</summary>
    public static void Tokenize(string text, List<Token> into)
    {
        var at = 0;
        var lastEnd = -1;
        while (at < text.Length)
        {
            if (!Starts(text, at)) { at += char.IsSurrogatePair(text, at) ? 2 : 1; continue; }
            var end = IsIdeograph(text, at) ? at + (char.IsSurrogatePair(text, at) ? 2 : 1) : Word(text, at);
            var joined = lastEnd >= 0 && at == lastEnd + 1 && text[lastEnd] is '-' or '\u2010' or '\u2011';
            var stop = Possessive(text, at, end);
            into.Add(new Token(at, stop, joined));
            lastEnd = end;
            at = end;
        }
    }

    /// <summary>The words of a text.</summary>
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 6 + 1);
        Tokenize(text, tokens);
        return tokens;
    }

    /// <summary>The word as it is indexed when written so: case and accents folded, apostrophes and the dots of abbreviations dropped.</summary>
    public static string Form(string text, Token token)
    {
        var span = text.AsSpan(token.Start, token.End - token.Start);
        var plain = true;
        foreach (var c in span)
        {
            if (c is not (>= 'a' and <= 'z' or >= '0' and <= '9')) { plain = false; break; }
        }
        if (plain) return span.ToString();
        var folded = Fold.Word(span.ToString());
        if (folded.AsSpan().IndexOfAny('\'', '.') < 0) return folded;
        var form = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (c == '\'') continue;
            if (c == '.' && !(i > 0 && i + 1 < folded.Length && char.IsAsciiDigit(folded[i - 1]) && char.IsAsciiDigit(folded[i + 1]))) continue;
            form.Append(c);
        }
        return form.Length > 0 ? form.ToString() : folded;
    }

    private static int Word(string text, int at)
    {
        var i = at;
        while (i < text.Length)
        {
            if (IsIdeograph(text, i)) break;
            if (IsWordPart(text, i)) { i += char.IsSurrogatePair(text, i) ? 2 : 1; continue; }
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            if (i == at || !IsWordPart(text, i + 1)) break;
            var before = text[i - 1];
            if (c is '\'' or '’' && char.IsLetter(before) && char.IsLetter(next)) { i++; continue; }
            if (c is '.' or ',' && char.IsAsciiDigit(before) && char.IsAsciiDigit(next)) { i++; continue; }
            if (c == '&' && char.IsLetter(before) && char.IsLetter(next) && (i - at == 1 || !IsWordPart(text, i + 2))) { i++; continue; }
            if (c == '.' && IsAbbreviation(text, at, i)) { i++; continue; }
            break;
        }
        return i;
    }

    /// <summary>So far single letters, each followed by a dot, and a single letter comes next.</summary>
    private static bool IsAbbreviation(string text, int start, int dot)
    {
        for (var i = start; i <= dot; i += 2)
        {
            if (i + 1 > dot + 1 || !char.IsLetter(text[i]) || i + 1 >= text.Length || text[i + 1] != '.') return i == dot + 1;
        }
        return dot + 1 < text.Length && char.IsLetter(text[dot + 1]) && (dot + 2 >= text.Length || !char.IsLetterOrDigit(text[dot + 2]));
    }

    /// <summary>The end without a possessive <c>'s</c>.</summary>
    private static int Possessive(string text, int start, int end) =>
        end - start > 2 && text[end - 1] is 's' or 'S' && end - start > 2 && text[end - 2] is '\'' or '’' ? end - 2 : end;

    private static bool Starts(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || (char.IsSurrogatePair(text, at) && IsWordPart(text, at));

    private static bool IsWordPart(string text, int at)
    {
        if (at >= text.Length) return false;
        var c = text[at];
        if (c < 0x80) return char.IsAsciiLetterOrDigit(c);
        var category = char.IsSurrogatePair(text, at) ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text, at)) : CharUnicodeInfo.GetUnicodeCategory(c);
        return category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber;
    }

    /// <summary>Scripts written without spaces: Han, kana, Thai, Lao, Khmer, Myanmar.</summary>
    private static bool IsIdeograph(string text, int at)
    {
        var c = text[at];
        return c switch
        {
            < '\u0e00' => false,
            <= '\u0eff' or (>= '\u1000' and <= '\u109f') or (>= '\u1780' and <= '\u17ff') => true,
            >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' => true,
            _ => char.IsSurrogatePair(text, at) && char.ConvertToUtf32(text, at) is >= 0x20000 and <= 0x3ffff,
        };
    }
}
