using System.Runtime.InteropServices;

namespace Search.Searching.Suggesting;

/// <summary>
/// Counts runs of two to four words by the articles that use them. A run neither begins nor ends with a small word, a verb of saying or a number. Runs are told apart by a
/// 64-bit hash of their words: no string is made of what is not kept, and a clash of two would only miscount an estimate.
/// </summary>
internal sealed class PhraseCounts
{
    private const int LongestPhrase = 4;

    /// <summary>A phrase that a longer one nearly always contains says less than that.</summary>
    public const double Swallowed = 0.8;

    private readonly SampledWords sample;
    private readonly Dictionary<ulong, Use> uses = [];

    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public PhraseCounts(SampledWords sample, Budget budget)
    {
        this.sample = sample;
        foreach (var text in sample.Texts)
        {
            budget.Step(text.Length);
            var words = sample.Words.Slice(text.First, text.Length);
            for (var first = 0; first < words.Length; first++)
            {
                if (!sample.IsEnd(words[first])) continue;
                for (var length = 2; length <= Math.Min(LongestPhrase, words.Length - first) && words[first + length - 1] != 0; length++)
                {
                    if (sample.IsEnd(words[first + length - 1])) Count(text.First + first, length, text.Article);
                }
            }
        }
    }

    /// <summary>The phrases, folded, with how many articles use them, the most used first.</summary>
    public IEnumerable<(string Phrase, int Articles)> MostFrequent(int least, int most)
    {
        var swallowed = new HashSet<ulong>();
        foreach (var use in uses.Values)
        {
            if (use.Articles < 2 || use.Length == 2) continue;
            Swallow(use.At, use);
            Swallow(use.At + 1, use);
        }
        return uses.Where(u => u.Value.Articles >= least && !swallowed.Contains(u.Key))
            .Select(u => (Phrase: Text(u.Value), u.Value.Articles, u.Value.Length))
            .OrderByDescending(u => u.Articles).ThenByDescending(u => u.Length).ThenBy(u => u.Phrase, StringComparer.Ordinal)
            .Take(most).Select(u => (u.Phrase, u.Articles));

        void Swallow(int at, Use longer)
        {
            var part = Key(at, longer.Length - 1);
            if (uses.TryGetValue(part, out var use) && longer.Articles >= use.Articles * Swallowed) swallowed.Add(part);
        }
    }

    private void Count(int at, int length, int article)
    {
        ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, Key(at, length), out var known);
        if (known && use.Last == article) return;
        use = new Use(at, (byte)length, use.Articles + 1, article);
    }

    private ulong Key(int at, int length)
    {
        var key = (ulong)length;
        foreach (var word in sample.Words.Slice(at, length)) key = ulong.RotateLeft((key ^ (uint)word) * 0x9E3779B97F4A7C15, 31);
        return key;
    }

    private string Text(Use use) => string.Join(' ', sample.Words.Slice(use.At, use.Length).ToArray().Select(sample.Form));

    private readonly record struct Use(int At, byte Length, int Articles, int Last);
}
