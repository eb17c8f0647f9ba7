namespace Search.Searching.Ranking;

/// <summary>
/// BM25 (Robertson et al., 1994) over one kind of documents: their number and mean length are theirs alone, not those of everything that the
/// index holds, and lengths are exact. <c>idf = ln(1 + (N - df + 0.5) / (df + 0.5))</c>.
/// </summary>
internal sealed class Bm25
{
    /// <summary>Longer documents are rare enough to be worked out each time.</summary>
    private const int Tabled = 1024;

    private readonly double documents;
    private readonly double meanLength;
    private readonly double k1;
    private readonly double b;
    private readonly double[] saturation = new double[Tabled];

    public Bm25(double documents, double meanLength, double k1 = RankingWeights.K1, double b = RankingWeights.B)
    {
        this.documents = documents;
        this.meanLength = Math.Max(1, meanLength);
        this.k1 = k1;
        this.b = b;
        for (var length = 0; length < Tabled; length++) saturation[length] = Saturation(length);
    }

    /// <summary>The weight of a word that stands in so many documents.</summary>
    public double Idf(double frequency)
    {
        var df = Math.Min(frequency, documents);
        return Math.Log(1 + ((documents - df + 0.5) / (df + 0.5)));
    }

    /// <summary>The part of a word that stands so often in a document of some length; below <c>k1 + 1</c>.</summary>
    public double Part(int count, int length) => count * (k1 + 1) / (count + (length < Tabled ? saturation[length] : Saturation(length)));

    private double Saturation(int length) => k1 * (1 - b + (b * length / meanLength));
}
