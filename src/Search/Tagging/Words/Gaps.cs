using System.Buffers;
using Search.Text;

namespace Search.Tagging.Words;

/// <summary>Reads what stands between two words, and so where sentences begin.</summary>
internal static class Gaps
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„«»‘‚");

    /// <summary>The gap before <paramref name="next"/>, and whether a sentence or a quotation begins there.</summary>
    public static (Gap Gap, bool Opens) Between(string text, in Word before, Token next, WordTraits traits)
    {
        var gap = text.AsSpan(before.End, next.Start - before.End);
        if (gap.Length == 1)
        {
            if (gap[0] is ' ' or '\u00a0') return (Gap.Space, false);
            if (next.Joined) return (Gap.Hyphen, false);
        }
        if (Possessive(gap, text[before.End - 1], out var width) && gap[width..].IsWhiteSpace()) return (Gap.Possessive, false);
        if (gap.IsWhiteSpace()) return (Gap.Space, false);
        var quoted = gap.ContainsAny(Marks);
        var stop = gap.IndexOfAny('.', '!', '?') >= 0 && gap.IndexOfAny(' ', '\n', '\u00a0') >= 0;
        if (stop)
        {
            return !quoted && gap.TrimEnd() is "." && EndsNoSentence(text, before, next, traits) ? (Gap.Stop, false) : (Gap.Sentence, true);
        }
        if (quoted) return (Gap.Other, true);
        return gap.Trim() switch
        {
            "," => (Gap.Comma, false),
            "&" => (Gap.Ampersand, false),
            "(" or "[" => (Gap.Open, false),
            ")" or "]" => (Gap.Close, false),
            ":" or "•" or "*" => (Gap.Other, true),
            _ => (Gap.Other, false),
        };
    }

    /// <summary>An initial, a title or <c>U.S.</c>, and what follows is no word that usually begins a sentence.</summary>
    private static bool EndsNoSentence(string text, in Word before, Token next, WordTraits traits)
    {
        if (before.Shape == Shape.Initial) return char.IsUpper(text[next.Start]) && (traits & WordTraits.Function) == WordTraits.None;
        if (before.Is(WordTraits.Abbreviation)) return (traits & WordTraits.Function) == WordTraits.None;
        return text.AsSpan(before.Start, before.End - before.Start).Contains('.') && (traits & WordTraits.Function) == WordTraits.None;
    }

    private static bool Possessive(ReadOnlySpan<char> gap, char last, out int width)
    {
        width = 0;
        if (gap.Length == 0 || gap[0] is not ('\'' or '’')) return false;
        if (gap.Length > 1 && gap[1] is 's' or 'S') width = 2;
        else if (last is 's' or 'S') width = 1;
        return width > 0;
    }
}
