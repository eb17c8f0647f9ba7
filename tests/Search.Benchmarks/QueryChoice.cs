using Lucene.Net.Index;

namespace Search.Benchmarks;

/// <summary>A query of some words, of which any may match; of no words it is everything.</summary>
/// <param name="Words">Lower case.</param>
/// <param name="Paragraphs">How many the product matches.</param>
internal sealed record SizedQuery(IReadOnlyList<string> Words, int Paragraphs)
{
    public string Text => string.Join(" OR ", Words);
}

/// <summary>Queries that match about the same share of all paragraphs.</summary>
/// <param name="Name">What the report calls them.</param>
internal sealed record SizeClass(string Name, IReadOnlyList<SizedQuery> Queries);

/// <summary>Finds words of the index that match a given share of it, alone or by two to four, where these do not reach it by up to eight; the same ones at every run.</summary>
internal sealed class QueryChoice
{
    private const int UsualWords = 4;

    /// <summary>Where four words do not reach the share.</summary>
    private const int MostWords = 8;
    private const int Alternatives = 20;
    private const int Tries = 30;
    private static readonly double[] Surpluses = [1, 1.2, 1.5];
    private static readonly HashSet<string> Operators = ["and", "or", "not", "near", "before"];

    private readonly LuceneBaseline lucene;
    private readonly int paragraphs;
    private readonly Func<string, Task<int>> count;
    private readonly List<(string Word, double Share)> words = [];

    /// <param name="lucene">The words with their frequencies.</param>
    /// <param name="paragraphs">How many there are.</param>
    /// <param name="count">How many paragraphs the product matches with a query.</param>
    public QueryChoice(LuceneBaseline lucene, int paragraphs, Func<string, Task<int>> count)
    {
        (this.lucene, this.paragraphs, this.count) = (lucene, paragraphs, count);
        foreach (var term in MultiFields.GetTerms(lucene.Reader, LuceneIndex.Word))
        {
            var word = term.Term.Utf8ToString();
            if (word.Length > 1 && word.All(char.IsAsciiLetter) && !Operators.Contains(word)) words.Add((word, term.DocFreq / (double)paragraphs));
        }
    }

    /// <summary>At most so many queries, of one word and of several alike, as far as the words allow it.</summary>
    /// <param name="share">Of all paragraphs, within a quarter of it and 5 % of all.</param>
    /// <param name="most">How many.</param>
    public async Task<SizeClass> OfAsync(double share, int most)
    {
        var found = new List<SizedQuery>();
        for (var size = 1; size <= MostWords && found.Count < most; size++)
        {
            var wanted = found.Count + ((most - found.Count) / Math.Max(1, UsualWords + 1 - size));
            foreach (var combination in Combinations(share, size))
            {
                if (found.Count >= wanted) break;
                if (await FindAsync(combination, share) is { } query) found.Add(query);
            }
        }
        return new SizeClass(FormattableString.Invariant($"{100 * share:F0} %"), found);
    }

    /// <summary>The words as a query if both engines match about the share with it; they stem a little differently.</summary>
    private async Task<SizedQuery?> FindAsync(string[] combination, double share)
    {
        var slack = paragraphs * Math.Min(share / 4, 0.05);
        if (Math.Abs(lucene.Count(combination) - (share * paragraphs)) > slack) return null;
        var query = new SizedQuery(combination, await count(string.Join(" OR ", combination)));
        return Math.Abs(query.Paragraphs - (share * paragraphs)) > slack ? null : query;
    }

    /// <summary>Words whose union would reach the share if they knew nothing of each other; then commoner ones, for words that belong together reach less.</summary>
    private IEnumerable<string[]> Combinations(double share, int size)
    {
        var each = 1 - Math.Pow(1 - share, 1.0 / size);
        if (size == 1) return Near(each).Select(w => new[] { w });
        var random = new Random(size);
        return Surpluses.SelectMany(s => Enumerable.Repeat(Near(each * s), Tries))
            .Select(near => { random.Shuffle(near); return near[..Math.Min(size, near.Length)]; })
            .DistinctBy(c => string.Join(' ', c.Order(StringComparer.Ordinal)));
    }

    private string[] Near(double share) =>
        [.. words.OrderBy(w => Math.Abs(Math.Log(w.Share / share))).ThenBy(w => w.Word, StringComparer.Ordinal).Take(Alternatives).Select(w => w.Word)];
}
