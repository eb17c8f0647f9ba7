using System.Runtime.CompilerServices;
using Search.Indexing;
using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>
/// The phrases that the headlines and leads of a segment use most, learnt from its postings over a sample spread evenly over its articles: one walk over
/// the words, no text is read. Kept as long as the segment lives: a refresh learns from the new segments only. Deleted articles may take part, for what is
/// shown is counted anew. Safe for several threads.
/// </summary>
internal sealed class SegmentPhrases
{
    /// <summary>Phrases kept, at most: about a megabyte.</summary>
    public const int Most = 4000;

    /// <summary>Where more articles were looked at, a phrase must stand twice; in a small segment it may wait for other segments to know it too.</summary>
    private const int Small = 256;

    /// <summary>A segment of so many documents is learnt while somebody waits; a larger one in the background, and its phrases are suggested from then on.</summary>
    private const int OnTheSpot = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    private static readonly ConditionalWeakTable<object, Learning> BySegment = [];

    private readonly LabelWords phrases = new();
    private readonly List<int> articles = [];

    private SegmentPhrases(IEnumerable<(string Phrase, int Articles)> known)
    {
        foreach (var (phrase, count) in known)
        {
            phrases.Add(phrase);
            articles.Add(count);
        }
    }

    /// <summary>What was learnt from a segment; null while it is being learnt. The caller holds the snapshot.</summary>
    public static SegmentPhrases? Of(Snapshot snapshot, SegmentView segment)
    {
        var learning = BySegment.GetValue(segment.Reader.CoreCacheKey, static _ => new Learning());
        if (learning.Begins())
        {
            if (segment.Columns.Size <= OnTheSpot) learning.Known = Learn(segment, snapshot.View.Values);
            else if (snapshot.TryHold()) _ = Task.Run(() => LearnHeld(learning, snapshot, segment));
        }
        return learning.Known;
    }

    private static void LearnHeld(Learning learning, Snapshot snapshot, SegmentView segment)
    {
        try { learning.Known = Learn(segment, snapshot.View.Values); }
        finally { snapshot.Release(); }
    }

    private static SegmentPhrases Learn(SegmentView segment, ValueTables values)
    {
        var budget = new Budget(TimeProvider.System, Patience, CancellationToken.None);
        var sample = SampledWords.Of(segment, values, budget);
        var counts = new PhraseCounts(sample, budget);
        var least = sample.Articles > Small ? 2 : 1;
        return new SegmentPhrases(counts.MostFrequent(least, Most).Select(p => (p.Phrase, p.Articles * sample.Every)));
    }

    /// <summary>The phrases that fit what was typed, folded, with about how many articles of the segment use them in headline or lead.</summary>
    public IEnumerable<(string Phrase, int Articles, TypedFit Fit)> Typed(TypedText typed, Action? step = null) =>
        phrases.Find(typed, step).Select(f => (phrases[f.Label], articles[f.Label], f.Fit));

    /// <summary>What is known of a segment, and whether somebody is at it.</summary>
    private sealed class Learning
    {
        private volatile SegmentPhrases? known;
        private int begun;

        public SegmentPhrases? Known
        {
            get => known;
            set => known = value;
        }

        /// <summary>True for the first who asks.</summary>
        public bool Begins() => Interlocked.Exchange(ref begun, 1) == 0;
    }
}
