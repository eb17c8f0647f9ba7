using Search.Text;

namespace Search.Searching.Facets;

/// <summary>The order of a facet's values, by their numbers: by count, score or label, then by id. Belongs to one request.</summary>
internal sealed class FacetOrder(FacetSort sort, SearchUnit unit, FacetCounts counts, FacetNames names) : IComparer<int>
{
    private readonly Dictionary<int, string> folded = [];

    public int Compare(int a, int b)
    {
        var byKey = sort switch
        {
            FacetSort.Label => string.CompareOrdinal(Folded(a), Folded(b)),
            FacetSort.Score => counts.Score(b).CompareTo(counts.Score(a)),
            _ when unit == SearchUnit.Article => counts[b].Articles.CompareTo(counts[a].Articles),
            _ => counts[b].Paragraphs.CompareTo(counts[a].Paragraphs),
        };
        return byKey != 0 ? byKey : string.CompareOrdinal(names.Id(a), names.Id(b));
    }

    /// <summary>The first values of this order, in order; no more of the others is sorted than is needed to tell.</summary>
    public List<int> First(List<int> values, int most)
    {
        if (most >= values.Count / 4)
        {
            var all = values.ToList();
            all.Sort(this);
            return most < all.Count ? all[..most] : all;
        }
        var worstFirst = new PriorityQueue<int, int>(most + 1, Comparer<int>.Create((a, b) => Compare(b, a)));
        foreach (var value in values)
        {
            if (worstFirst.Count < most) worstFirst.Enqueue(value, value);
            else if (most > 0 && Compare(value, worstFirst.Peek()) < 0) worstFirst.EnqueueDequeue(value, value);
        }
        var first = new List<int>(worstFirst.Count);
        while (worstFirst.TryDequeue(out var value, out _)) first.Add(value);
        first.Reverse();
        return first;
    }

    private string Folded(int value)
    {
        if (!folded.TryGetValue(value, out var label)) folded[value] = label = Fold.Word(names.Label(value));
        return label;
    }
}
