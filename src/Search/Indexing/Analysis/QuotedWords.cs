using Search.Tagging;
using Search.Text;

namespace Search.Indexing.Analysis;

/// <summary>
/// Which words of a paragraph stand in quoted speech: of each quotation the first and the last position. Quotations are in order and share no
/// word; those that were tagged one inside the other are one.
/// </summary>
/// <param name="bounds">As <see cref="Of"/> gives them.</param>
internal readonly ref struct QuotedWords(ReadOnlySpan<uint> bounds)
{
    private readonly ReadOnlySpan<uint> bounds = bounds;

    /// <summary>How many quotations there are.</summary>
    public int Count => bounds.Length / 2;

    public (int First, int Last) this[int quotation] => ((int)bounds[2 * quotation], (int)bounds[(2 * quotation) + 1]);

    /// <summary>Whether one quotation holds all positions from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public bool Hold(int first, int last)
    {
        for (var i = 0; i < bounds.Length && bounds[i] <= first; i += 2)
        {
            if (last <= bounds[i + 1]) return true;
        }
        return false;
    }

    /// <summary>First and last position of each quotation that holds a word, one after the other: ascending, so that a column packs them as gaps.</summary>
    /// <param name="tokens">The paragraph's words.</param>
    /// <param name="quotes">The paragraph's quotes, in any order.</param>
    public static IReadOnlyList<uint> Of(IReadOnlyList<Token> tokens, IReadOnlyList<Quote> quotes)
    {
        if (quotes.Count == 0) return [];
        var bounds = new List<uint>(2 * quotes.Count);
        var first = 0;
        foreach (var quote in quotes.OrderBy(q => q.Start))
        {
            while (first < tokens.Count && tokens[first].Start < quote.Start) first++;
            var end = first;
            while (end < tokens.Count && tokens[end].End <= quote.End) end++;
            if (end == first) continue;
            if (bounds.Count > 0 && first <= bounds[^1]) bounds[^1] = Math.Max(bounds[^1], (uint)end - 1);
            else bounds.AddRange([(uint)first, (uint)end - 1]);
        }
        return bounds;
    }
}
