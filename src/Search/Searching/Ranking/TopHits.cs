using Search.Indexing;

namespace Search.Searching.Ranking;

/// <summary>A hit before it is read: a paragraph's document or an article's number, in a segment.</summary>
internal readonly record struct Candidate(int Segment, int Number, double Score, long Date);

/// <summary>Where a page of hits begins: behind this one.</summary>
internal sealed record SortKey(double Score, long Date, string Article, int Ordinal);

/// <summary>
/// The order of hits. Equal scores and dates go by article id and ordinal, so that an order is the same every time and at any page size.
/// Articles without a date come last, whichever way dates are sorted.
/// </summary>
internal sealed class HitOrder(IndexView index, SearchUnit unit, SortOrder sort) : IComparer<Candidate>
{
    public int Compare(Candidate a, Candidate b)
    {
        var byKey = Compare(a.Score, a.Date, b.Score, b.Date);
        if (byKey != 0) return byKey;
        var (columnsA, columnsB) = (index.Segments[a.Segment].Columns, index.Segments[b.Segment].Columns);
        var byId = string.CompareOrdinal(Id(columnsA, a.Number), Id(columnsB, b.Number));
        return byId != 0 || unit == SearchUnit.Article ? byId : columnsA.Ordinal(a.Number).CompareTo(columnsB.Ordinal(b.Number));
    }

    /// <summary>Whether a hit comes behind the key.</summary>
    public bool IsAfter(Candidate candidate, SortKey key)
    {
        var byKey = Compare(key.Score, key.Date, candidate.Score, candidate.Date);
        if (byKey != 0) return byKey < 0;
        var last = Key(candidate);
        var byId = string.CompareOrdinal(key.Article, last.Article);
        return byId != 0 ? byId < 0 : key.Ordinal < last.Ordinal;
    }

    /// <summary>The key of a hit.</summary>
    public SortKey Key(Candidate candidate)
    {
        var columns = index.Segments[candidate.Segment].Columns;
        return new SortKey(candidate.Score, candidate.Date, Id(columns, candidate.Number), unit == SearchUnit.Article ? 0 : columns.Ordinal(candidate.Number));
    }

    private int Compare(double scoreA, long dateA, double scoreB, long dateB)
    {
        if (sort == SortOrder.Relevance) return scoreB.CompareTo(scoreA);
        if (dateA == dateB) return 0;
        if (dateA == Schema.NoDate) return 1;
        if (dateB == Schema.NoDate) return -1;
        return sort == SortOrder.NewestFirst ? dateB.CompareTo(dateA) : dateA.CompareTo(dateB);
    }

    private string Id(SegmentColumns columns, int number) => columns.Ids[unit == SearchUnit.Article ? number : columns.Article[number]];
}

/// <summary>Keeps the first hits of an order, without sorting the rest.</summary>
internal sealed class TopHits(int size, HitOrder order, SortKey? after)
{
    private readonly PriorityQueue<Candidate, Candidate> worstFirst = new(Comparer<Candidate>.Create((a, b) => order.Compare(b, a)));

    public void Offer(Candidate candidate)
    {
        if (size == 0 || (after is not null && !order.IsAfter(candidate, after))) return;
        if (worstFirst.Count < size) worstFirst.Enqueue(candidate, candidate);
        else if (order.Compare(candidate, worstFirst.Peek()) < 0) worstFirst.EnqueueDequeue(candidate, candidate);
    }

    /// <summary>The hits in order; call once.</summary>
    public List<Candidate> InOrder()
    {
        var hits = new List<Candidate>(worstFirst.Count);
        while (worstFirst.TryDequeue(out var hit, out _)) hits.Add(hit);
        hits.Reverse();
        return hits;
    }
}
