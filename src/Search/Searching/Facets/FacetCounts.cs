using System.Buffers;

namespace Search.Searching.Facets;

/// <summary>What one value was counted in, and where it was met last: what is met again in the same paragraph or article does not count again.</summary>
internal struct Tally
{
    public int Paragraphs;
    public int Articles;
    public int LastParagraph;
    public int LastArticle;
}

/// <summary>
/// Counts of one facet: for each value the matching paragraphs that carry it, and the articles that have such a paragraph. Values are stable numbers,
/// so counts of all segments meet in one table and no string is touched. Dispose it: the table is used again.
/// </summary>
internal sealed class FacetCounts : IDisposable
{
    private readonly Tally[] tallies;

    /// <param name="size">Values are below this number.</param>
    /// <param name="scored">Whether scores are summed up.</param>
    public FacetCounts(int size, bool scored)
    {
        Size = size;
        tallies = ArrayPool<Tally>.Shared.Rent(size);
        tallies.AsSpan(0, size).Clear();
        if (scored) Sums = new double[size];
    }

    public int Size { get; }

    /// <summary>Per value.</summary>
    public ReadOnlySpan<Tally> Tallies => tallies.AsSpan(0, Size);

    /// <summary>Sum of the scores of the paragraphs (of articles, where values belong to these) that carry the value; 0 when none were asked for.</summary>
    public double Score(int value) => Sums is null ? 0 : Sums[value];

    /// <summary>The tallies, to count into.</summary>
    internal Span<Tally> Open => tallies.AsSpan(0, Size);

    internal double[]? Sums { get; }

    public void Dispose() => ArrayPool<Tally>.Shared.Return(tallies);
}
