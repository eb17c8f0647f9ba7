namespace Search.Searching.Ranking;

/// <summary>
/// BM25 (Robertson et al., 1994) over one kind of documents: their number and mean length are theirs alone, not those of everything that the
/// index holds, and lengths are exact. <c>idf = ln(1 + (N - df + 0.5) / (df + 0.5))</c>.
/// </summary>
internal readonly struct Bm25(double documents, double meanLength, double k1 = RankingWeights.K1, double b = RankingWeights.B)
{
    /// <summary>The weight of a word that stands in so many documents.</summary>
    public double Idf(double frequency)
    {
        var df = Math.Min(frequency, documents);
        return Math.Log(1 + ((documents - df + 0.5) / (df + 0.5)));
    }

    /// <summary>The part of a word that stands so often in a document of some length; below <c>k1 + 1</c>.</summary>
    public double Part(int count, int length) => count * (k1 + 1) / (count + (k1 * (1 - b + (b * length / Math.Max(1, meanLength)))));
}
