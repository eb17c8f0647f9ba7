using System.Runtime.CompilerServices;
using Lucene.Net.Index;
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

    private static readonly ConditionalWeakTable<object, SegmentPhrases> BySegment = [];

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

    /// <summary>What was learnt from a segment; null when nothing was yet.</summary>
    public static SegmentPhrases? Known(AtomicReader reader) => BySegment.TryGetValue(reader.CoreCacheKey, out var known) ? known : null;

    /// <summary>Learns from a segment, and keeps it.</summary>
    /// <exception cref="BudgetSpentException">The time is used up; nothing is kept.</exception>
    public static SegmentPhrases Learn(SegmentView segment, ValueTables values, Budget budget)
    {
        var sample = SampledWords.Of(segment, values, budget);
        var counts = new PhraseCounts(sample, budget);
        var least = sample.Articles > Small ? 2 : 1;
        var known = new SegmentPhrases(counts.MostFrequent(least, Most).Select(p => (p.Phrase, p.Articles * sample.Every)));
        return BySegment.GetValue(segment.Reader.CoreCacheKey, _ => known);
    }

    /// <summary>The phrases that fit what was typed, folded, with about how many articles of the segment use them in headline or lead.</summary>
    public IEnumerable<(string Phrase, int Articles, TypedFit Fit)> Typed(TypedText typed, Action? step = null) =>
        phrases.Find(typed, step).Select(f => (phrases[f.Label], articles[f.Label], f.Fit));
}
