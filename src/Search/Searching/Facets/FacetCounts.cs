using System.Buffers;
using System.Runtime.CompilerServices;

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
/// so counts of all segments meet in one table and no string is touched; it costs what is counted, not how many values there are. Dispose it: the
/// table is used again.
/// </summary>
internal sealed class FacetCounts : IDisposable
{
    private readonly Tally[] tallies;
    private readonly int[] met;
    private readonly double[]? sums;
    private int count;

    /// <param name="size">Values are below this number.</param>
    /// <param name="scored">Whether scores are summed up.</param>
    public FacetCounts(int size, bool scored)
    {
        Size = size;
        tallies = ZeroedArrays<Tally>.Rent(size);
        met = ArrayPool<int>.Shared.Rent(size);
        if (scored) sums = new double[size];
    }

    /// <summary>Values are below this number.</summary>
    public int Size { get; }

    /// <summary>The values that were counted, in no order.</summary>
    public ReadOnlySpan<int> Met => met.AsSpan(0, count);

    /// <summary>The counts of a value.</summary>
    public ref readonly Tally this[int value] => ref tallies[value];

    /// <summary>Sum of the scores of the paragraphs (of articles, where values belong to these) that carry the value; 0 when none were asked for.</summary>
    public double Score(int value) => sums is null ? 0 : sums[value];

    /// <summary>Counts a value in a paragraph; a second time in the same paragraph changes nothing. Paragraphs and articles are numbered from 1 and come in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // called for every value of every match
    public void Add(int value, int paragraph, int article, double score)
    {
        ref var tally = ref tallies[value];
        if (tally.LastParagraph == paragraph) return;
        tally.LastParagraph = paragraph;
        if (tally.Paragraphs++ == 0) met[count++] = value;
        if (sums is not null) sums[value] += score;
        if (tally.LastArticle == article) return;
        tally.LastArticle = article;
        tally.Articles++;
    }

    /// <summary>Counts a value once for an article, its paragraphs apart: see <see cref="AddParagraphs"/>. Articles come in order.</summary>
    public void AddToArticle(int value, int article)
    {
        ref var tally = ref tallies[value];
        if (tally.LastArticle == article) return;
        tally.LastArticle = article;
        if (tally.Articles++ == 0) met[count++] = value;
    }

    /// <summary>Counts paragraphs for a value that was counted for their articles.</summary>
    public void AddParagraphs(int value, int paragraphs, double score)
    {
        tallies[value].Paragraphs += paragraphs;
        if (sums is not null) sums[value] += score;
    }

    /// <summary>Counts a value of a whole article: all its matching paragraphs carry it.</summary>
    public void AddArticle(int value, int paragraphs, double score)
    {
        ref var tally = ref tallies[value];
        if (tally.Paragraphs == 0) met[count++] = value;
        tally.Paragraphs += paragraphs;
        tally.Articles++;
        if (sums is not null) sums[value] += score;
    }

    /// <summary>The articles of every value, by its number.</summary>
    public int[] ToArticles()
    {
        var articles = new int[Size];
        foreach (var value in Met) articles[value] = tallies[value].Articles;
        return articles;
    }

    public void Dispose()
    {
        foreach (var value in Met) tallies[value] = default;
        ZeroedArrays<Tally>.Return(tallies);
        ArrayPool<int>.Shared.Return(met);
    }
}
