using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>
/// Counts runs of two to four words by the articles that use them. A run keeps within what stands between two marks of punctuation, and neither
/// begins nor ends with a small word or a number.
/// </summary>
internal sealed class PhraseCounts(StopWords small)
{
    private const int LongestPhrase = 4;

    /// <summary>Characters; a run of longer words is no phrase.</summary>
    private const int LongestText = 60;

    /// <summary>A phrase that a longer one nearly always contains says less than that.</summary>
    private const double Swallowed = 0.8;

    private readonly Dictionary<string, Use> uses = [];
    private readonly List<Token> tokens = [];
    private string language = "";
    private int article;

    /// <summary>From now on the texts are those of the next article.</summary>
    public void Begin(string ofLanguage)
    {
        language = ofLanguage;
        article++;
    }

    public void Add(string text)
    {
        tokens.Clear();
        Tokenizer.Tokenize(text, tokens);
        var forms = tokens.ConvertAll(t => Tokenizer.Form(text, t));
        var ends = tokens.ConvertAll(t => IsEnd(text.AsSpan(t.Start, t.End - t.Start)));
        for (var first = 0; first < tokens.Count; first++)
        {
            if (!ends[first]) continue;
            var key = forms[first];
            for (var last = first + 1; last < Math.Min(tokens.Count, first + LongestPhrase) && IsGap(text.AsSpan(tokens[last - 1].End, tokens[last].Start - tokens[last - 1].End)); last++)
            {
                key = string.Concat(key, " ", forms[last]);
                if (key.Length > LongestText) break;
                if (ends[last]) Count(key, text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start));
            }
        }
    }

    /// <summary>The phrases with how many articles use them, the most used first.</summary>
    public IEnumerable<(string Phrase, int Articles)> MostFrequent(int least, int most)
    {
        foreach (var (key, use) in uses)
        {
            if (use.Articles < 2) continue;
            Swallow(key[..key.LastIndexOf(' ')], use.Articles);
            Swallow(key[(key.IndexOf(' ', StringComparison.Ordinal) + 1)..], use.Articles);
        }
        return uses.Where(u => u.Value.Articles >= least && !u.Value.IsSwallowed)
            .OrderByDescending(u => u.Value.Articles).ThenByDescending(u => u.Key.Length).ThenBy(u => u.Key, StringComparer.Ordinal)
            .Take(most).Select(u => (u.Value.Surface, u.Value.Articles));
    }

    private void Swallow(string part, int articles)
    {
        if (uses.TryGetValue(part, out var use) && articles >= use.Articles * Swallowed) use.IsSwallowed = true;
    }

    private void Count(string key, ReadOnlySpan<char> surface)
    {
        ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(uses, key, out _);
        use ??= new Use(surface.ToString());
        if (use.Last != article) use.Articles++;
        use.Last = article;
        if (Capitals(surface) < Capitals(use.Surface)) use.Surface = surface.ToString();
    }

    private bool IsEnd(ReadOnlySpan<char> word) => word.Length > 1 && char.IsLetter(word[0]) && !small.Has(language, word);

    /// <summary>One blank, or a hyphen.</summary>
    private static bool IsGap(ReadOnlySpan<char> between) => between is " " or "-" or "\u00a0";

    private static int Capitals(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        foreach (var c in text)
        {
            if (char.IsUpper(c)) capitals++;
        }
        return capitals;
    }

    /// <summary>How a phrase is used. Of its spellings the one with the fewest capitals is kept: headlines shout.</summary>
    private sealed class Use(string surface)
    {
        public string Surface { get; set; } = surface;
        public int Articles { get; set; }
        public int Last { get; set; }
        public bool IsSwallowed { get; set; }
    }
}
