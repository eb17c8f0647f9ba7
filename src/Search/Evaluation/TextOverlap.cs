using Search.Text;

namespace Search.Evaluation;

/// <summary>
/// How well a text meets the expected one, word by word. Both are bags of words as the index forms them (case and accents folded); a word counts as met as often
/// as both texts have it.
/// </summary>
/// <param name="Precision">Of the text's words those that are met; 0 when it has none and some are expected.</param>
/// <param name="Recall">Of the expected words those that are met.</param>
/// <param name="F1">The harmonic mean of both; 0 when nothing is met, 1 when both texts have no word.</param>
public sealed record TextOverlap(double Precision, double Recall, double F1)
{
    internal static TextOverlap Of(string text, string expected)
    {
        var (found, foundCount) = Bag(text);
        var (wanted, wantedCount) = Bag(expected);
        if (foundCount == 0 && wantedCount == 0) return new(1, 1, 1);
        var met = 0;
        foreach (var (word, count) in found) met += Math.Min(count, wanted.GetValueOrDefault(word));
        if (met == 0) return new(0, 0, 0);
        var (precision, recall) = ((double)met / foundCount, (double)met / wantedCount);
        return new(precision, recall, 2 * precision * recall / (precision + recall));
    }

    /// <summary>The mean of each number over the pages.</summary>
    internal static TextOverlap Mean(IReadOnlyCollection<TextOverlap> all) =>
        all.Count == 0 ? new(0, 0, 0) : new(all.Average(o => o.Precision), all.Average(o => o.Recall), all.Average(o => o.F1));

    private static (Dictionary<string, int> Words, int Count) Bag(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = Tokenizer.Tokenize(text);
        foreach (var token in tokens)
        {
            var form = Tokenizer.Form(text, token);
            words[form] = words.GetValueOrDefault(form) + 1;
        }
        return (words, tokens.Count);
    }
}
