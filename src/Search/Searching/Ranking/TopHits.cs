using Search.Indexing;

namespace Search.Searching.Ranking;

/// <summary>A hit before it is read: a paragraph's document or an article's number, in a segment.</summary>
/// <param name="Key">What hits are ordered by, the greatest first: the score, or the date as the order has it.</param>
internal readonly record struct Candidate(int Segment, int Number, double Key, double Score);

/// <summary>Where a page of hits begins: behind this one.</summary>
internal sealed record SortKey(double Key, string Article, int Ordinal);

/// <summary>The order of hits. Equal keys go by article id and ordinal, so that an order is the same every time and at any page size.</summary>
internal sealed class HitOrder(IndexView index, SearchUnit unit) : IComparer<Candidate>
{
    public int Compare(Candidate a, Candidate b)
    {
        var byKey = b.Key.CompareTo(a.Key);
        if (byKey != 0) return byKey;
        var (columnsA, columnsB) = (index.Segments[a.Segment].Columns, index.Segments[b.Segment].Columns);
        var byId = string.CompareOrdinal(Id(columnsA, a.Number), Id(columnsB, b.Number));
        return byId != 0 || unit == SearchUnit.Article ? byId : columnsA.Ordinal(a.Number).CompareTo(columnsB.Ordinal(b.Number));
    }

    /// <summary>Whether a hit comes behind a key.</summary>
    public bool IsAfter(Candidate candidate, SortKey after)
    {
        var byKey = after.Key.CompareTo(candidate.Key);
        if (byKey != 0) return byKey > 0;
        var own = Key(candidate);
        var byId = string.CompareOrdinal(after.Article, own.Article);
        return byId != 0 ? byId < 0 : after.Ordinal < own.Ordinal;
    }

    /// <summary>The key of a hit.</summary>
    public SortKey Key(Candidate candidate)
    {
        var columns = index.Segments[candidate.Segment].Columns;
        return new SortKey(candidate.Key, Id(columns, candidate.Number), unit == SearchUnit.Article ? 0 : columns.Ordinal(candidate.Number));
    }

    private string Id(SegmentColumns columns, int number) => columns.Ids[unit == SearchUnit.Article ? number : columns.Article[number]];
}

/// <summary>Takes hits in any order.</summary>
internal interface IHits
{
    /// <summary>Hits with a smaller key need not be offered.</summary>
    double Least { get; }

    void Offer(Candidate candidate);
}

/// <summary>Keeps the first hits of an order, without sorting the rest.</summary>
internal sealed class TopHits(int size, HitOrder order, SortKey? after) : IHits
{
    private readonly PriorityQueue<Candidate, Candidate> worstFirst = new(Comparer<Candidate>.Create((a, b) => order.Compare(b, a)));

    public double Least { get; private set; } = size == 0 ? double.PositiveInfinity : double.NegativeInfinity;

    public void Offer(Candidate candidate)
    {
        if (candidate.Key < Least || size == 0 || (after is not null && !order.IsAfter(candidate, after))) return;
        if (worstFirst.Count < size) worstFirst.Enqueue(candidate, candidate);
        else if (order.Compare(candidate, worstFirst.Peek()) < 0) worstFirst.EnqueueDequeue(candidate, candidate);
        if (worstFirst.Count == size) Least = worstFirst.Peek().Key;
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
