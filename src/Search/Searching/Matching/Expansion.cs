using Search.Text;

namespace Search.Searching.Matching;

/// <summary>The words of an index that a wildcard or a fuzzy word stands for. No automaton: the dictionary is walked from the leading letters.</summary>
internal static class Expansion
{
    /// <summary>More words than these are refused, never cut.</summary>
    public const int Most = 10_000;

    /// <summary>The folded words that a pattern of letters, <c>*</c> and <c>?</c> meets.</summary>
    public static IEnumerable<(string Form, int Frequency)> Wildcard(SegmentTerms terms, string language, string pattern)
    {
        var lead = pattern.IndexOfAny(['*', '?']);
        foreach (var (form, frequency) in terms.Forms(language, pattern[..lead]))
        {
            if (Matches(pattern, lead, form, lead)) yield return (form, frequency);
        }
    }

    /// <summary>The folded words one edit away from a word, its first letter kept; the word itself included.</summary>
    public static IEnumerable<(string Form, int Frequency)> Fuzzy(SegmentTerms terms, string language, string word)
    {
        foreach (var (form, frequency) in terms.Forms(language, word[..FirstLetter(word)]))
        {
            if (Edits.WithinOne(word, form)) yield return (form, frequency);
        }
    }

    /// <summary>A pattern as it is compared: folded, apostrophes and dots dropped, as the index writes words; in pieces where a word ends, as at a hyphen.</summary>
    public static IReadOnlyList<string> Pieces(string pattern)
    {
        var folded = Fold.Word(pattern);
        var pieces = new List<string>();
        var piece = new System.Text.StringBuilder();
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '*' or '?' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark) piece.Append(c);
            else if (c is not ('\'' or '.')) End();
        }
        End();
        return pieces;

        void End()
        {
            if (piece.Length > 0) pieces.Add(piece.ToString());
            piece.Clear();
        }
    }

    /// <summary>The usual two-pointer walk: a star is taken up again further on when what follows it fails.</summary>
    private static bool Matches(string pattern, int patternFrom, ReadOnlySpan<char> word, int wordFrom)
    {
        var (p, w) = (patternFrom, wordFrom);
        var (star, resume) = (-1, -1);
        while (w < word.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = w;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == word[w]))
            {
                p++;
                w++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                w = ++resume;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static int FirstLetter(string word) => char.IsSurrogatePair(word, 0) ? 2 : 1;
}
