using Search.Text;

namespace Search.Articles;

/// <summary>A headline for an article that has none: the first sentence of its text, shortened at a word.</summary>
internal static class DerivedTitle
{
    private const int Longest = 100;

    public static string Of(string text, string language, Sentences sentences)
    {
        var first = sentences.Find(text.Length > 1000 ? text[..1000] : text, language)[0];
        var sentence = text[first.Start..first.End];
        if (sentence.Length <= Longest) return sentence is [.., '.'] and not [.., '.', '.'] && !HasInnerStop(sentence) ? sentence[..^1] : sentence;
        var end = sentence.LastIndexOf(' ', Longest - 1);
        if (end < Longest / 2) end = char.IsHighSurrogate(sentence[Longest - 2]) ? Longest - 2 : Longest - 1;
        return sentence[..end].TrimEnd(' ', ',', ';', ':', '-', '–', '—', '(') + "…";
    }

    /// <summary>The last word is an abbreviation, whose stop stays: <c>... in the U.S.</c></summary>
    private static bool HasInnerStop(string sentence) =>
        sentence.AsSpan(0, sentence.Length - 1)[(sentence.LastIndexOf(' ') + 1)..].Contains('.');
}
