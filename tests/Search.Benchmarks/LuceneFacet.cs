using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Search.Benchmarks;

/// <summary>The matches of one segment, as Lucene's <c>FacetsCollector</c> keeps them.</summary>
internal sealed class SegmentMatches(int segment, int documents)
{
    public int Segment { get; } = segment;

    public FixedBitSet Documents { get; } = new(documents);

    public int Count { get; set; }
}

/// <summary>Collects all matches, segment by segment.</summary>
internal sealed class MatchCollector : ICollector
{
    private SegmentMatches? current;

    public List<SegmentMatches> Segments { get; } = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
    }

    public void Collect(int doc)
    {
        current!.Documents.Set(doc);
        current.Count++;
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        current = new SegmentMatches(context.Ord, context.AtomicReader.MaxDoc);
        Segments.Add(current);
    }
}

/// <summary>
/// Counts the values of one SortedSet field by the loop of Lucene 4.8's <c>SortedSetDocValuesFacetCounts</c>: with ordinals of the segment where it
/// has many matches, with ordinals of the whole index where it has few. The map between both is made once.
/// </summary>
internal sealed class LuceneFacet(DirectoryReader reader, string field)
{
    private readonly SortedSetDocValues all = MultiDocValues.GetSortedSetValues(reader, field);

    /// <summary>The commonest values with how many matches carry each, the commonest first.</summary>
    public IReadOnlyList<(string Id, int Count)> Top(IReadOnlyList<SegmentMatches> segments, int most)
    {
        var counts = new int[all.ValueCount];
        foreach (var segment in segments)
        {
            if (all is not MultiDocValues.MultiSortedSetDocValues several) Count(segment, all, counts);
            else if (segment.Count < several.Values[segment.Segment].ValueCount / 10) CountMapped(segment, several, counts);
            else CountThenMap(segment, several, counts);
        }
        return Best(counts, most);
    }

    private static void Count(SegmentMatches segment, SortedSetDocValues values, int[] counts)
    {
        var matches = segment.Documents.GetIterator();
        for (var doc = matches.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.NextDoc())
        {
            values.SetDocument(doc);
            for (var value = values.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = values.NextOrd()) counts[(int)value]++;
        }
    }

    private static void CountMapped(SegmentMatches segment, MultiDocValues.MultiSortedSetDocValues several, int[] counts)
    {
        var values = several.Values[segment.Segment];
        var matches = segment.Documents.GetIterator();
        for (var doc = matches.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.NextDoc())
        {
            values.SetDocument(doc);
            for (var value = values.NextOrd(); value != SortedSetDocValues.NO_MORE_ORDS; value = values.NextOrd()) counts[(int)several.Mapping.GetGlobalOrd(segment.Segment, value)]++;
        }
    }

    private static void CountThenMap(SegmentMatches segment, MultiDocValues.MultiSortedSetDocValues several, int[] counts)
    {
        var own = new int[several.Values[segment.Segment].ValueCount];
        Count(segment, several.Values[segment.Segment], own);
        for (var value = 0; value < own.Length; value++)
        {
            if (own[value] > 0) counts[(int)several.Mapping.GetGlobalOrd(segment.Segment, value)] += own[value];
        }
    }

    private List<(string Id, int Count)> Best(int[] counts, int most)
    {
        var least = new PriorityQueue<int, int>();
        for (var value = 0; value < counts.Length; value++)
        {
            if (counts[value] == 0) continue;
            if (least.Count < most) least.Enqueue(value, counts[value]);
            else if (counts[value] > counts[least.Peek()]) least.EnqueueDequeue(value, counts[value]);
        }
        var best = new List<(string, int)>();
        var id = new BytesRef();
        while (least.TryDequeue(out var value, out var count))
        {
            all.LookupOrd(value, id);
            best.Add((id.Utf8ToString(), count));
        }
        best.Reverse();
        return best;
    }
}
