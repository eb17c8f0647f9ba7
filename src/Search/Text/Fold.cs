using System.Text;

namespace Search.Text;

/// <summary>
/// Folding: case and accents removed, so that <c>Séjourné</c>, <c>SEJOURNE</c> and <c>sejourne</c> are one word.
/// Idempotent. Letters that do not decompose (ø, ł, ß, æ ...) fold to their usual Latin spelling.
/// </summary>
internal static class Fold
{
    /// <summary>The folded form of a word or a phrase; the same string when nothing changes.</summary>
    public static string Word(string text)
    {
        var plain = true;
        foreach (var c in text)
        {
            if (c is >= 'A' and <= 'Z' || c >= 0x80) { plain = false; break; }
        }
        return plain ? text : Slow(text);
    }

    /// <summary>A readable, stable key made of folded letters, digits and hyphens: <c>Emmanuel Macron</c> → <c>emmanuel-macron</c>.</summary>
    public static string Slug(string text)
    {
        var folded = Word(text);
        var slug = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) slug.Append(c);
            else if (c is '\'' or '’' or '.') continue;
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        while (slug.Length > 0 && slug[^1] == '-') slug.Length--;
        return slug.Length > 0 ? slug.ToString() : "x";
    }

    private static string Slow(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in Decompose(text))
        {
            if (c < 0x80)
            {
                result.Append(c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c);
                continue;
            }
            if (IsAccent(c)) continue;
            var lower = char.ToLowerInvariant(c);
            switch (lower)
            {
                case 'ß': result.Append("ss"); break;
                case 'æ': result.Append("ae"); break;
                case 'œ': result.Append("oe"); break;
                case 'ø': result.Append('o'); break;
                case 'đ' or 'ð': result.Append('d'); break;
                case 'ł': result.Append('l'); break;
                case 'ı': result.Append('i'); break;
                case 'þ': result.Append("th"); break;
                case 'ſ': result.Append('s'); break;
                case 'ς': result.Append('σ'); break;
                case '’' or 'ʼ': result.Append('\''); break;
                default: result.Append(lower); break;
            }
        }
        return Compose(result.ToString());
    }

    /// <summary>Accents of Latin, Greek and Cyrillic; vowel points of Hebrew and Arabic. Vowel signs of other scripts are letters.</summary>
    private static bool IsAccent(char c) => c is (>= '\u0300' and <= '\u036f') or (>= '\u0591' and <= '\u05c7') or (>= '\u064b' and <= '\u0652');

    /// <summary>Puts together what decomposing took apart in scripts that keep their marks (Hangul, Devanagari ...).</summary>
    private static string Compose(string text) => Ascii.IsValid(text) ? text : Normalize(text, NormalizationForm.FormKC);

    private static string Decompose(string text) => Normalize(text, NormalizationForm.FormKD);

    /// <summary>A lone surrogate cannot be normalised; such text is folded as it stands.</summary>
    private static string Normalize(string text, NormalizationForm form)
    {
        try { return text.Normalize(form); }
        catch (ArgumentException) { return text; }
    }
}
