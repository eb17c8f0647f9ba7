using Search.Articles;

namespace Search.Archive;

/// <summary>
/// The drafts appended last, by sequence, so that the one who indexes them need not read and unpack what was just written.
/// Bounded by an estimate of their memory; the oldest go first. Safe to call from several threads.
/// </summary>
internal sealed class RecentDrafts(long capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, ArticleDraft> drafts = [];
    private readonly Queue<(long Sequence, long Cost)> order = new();
    private long total;

    /// <param name="sequence">Grows from call to call.</param>
    /// <param name="draft">Exactly what reading the stored form would give.</param>
    /// <param name="size">Bytes of the stored form.</param>
    public void Add(long sequence, ArticleDraft draft, int size)
    {
        var cost = 500 + 2L * size;
        if (cost > capacity) return;
        lock (gate)
        {
            drafts.Add(sequence, draft);
            order.Enqueue((sequence, cost));
            total += cost;
            while (total > capacity)
            {
                var (oldest, freed) = order.Dequeue();
                drafts.Remove(oldest);
                total -= freed;
            }
        }
    }

    public ArticleDraft? Find(long sequence)
    {
        lock (gate) return drafts.GetValueOrDefault(sequence);
    }
}
