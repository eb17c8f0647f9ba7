using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Search.Articles;
using Search.Indexing;
using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>
/// The phrases that the headlines and leads of a segment use most, learnt from a sample spread evenly over its articles. Kept as long as the segment
/// lives: a refresh learns from the new segments only. Deleted articles may take part; what is shown is counted anew. Safe for several threads.
/// </summary>
internal sealed class SegmentPhrases
{
    /// <summary>Articles looked at, at most: what is frequent is frequent in so many.</summary>
    public const int Sample = 4096;

    /// <summary>Phrases kept, at most: about a megabyte.</summary>
    public const int Most = 4000;

    /// <summary>In a sample of more articles a phrase must stand twice; in a small segment it may wait for others to know it too.</summary>
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
        var columns = segment.Columns;
        var every = Math.Max(1, (columns.ArticleDoc.Length + Sample - 1) / Sample);
        var counts = new PhraseCounts(values.StopWords);
        for (var article = 0; article < columns.ArticleDoc.Length; article += every)
        {
            budget.Check();
            counts.Begin(values.Langs[columns.Lang[article]].Key);
            for (var doc = columns.First(article); doc < columns.ArticleDoc[article] && columns.Kind[doc] is (byte)ParagraphKind.Headline or (byte)ParagraphKind.Lead; doc++)
            {
                counts.Add(HitReader.StoredParagraph(segment.Reader, doc).Text);
            }
        }
        var least = columns.ArticleDoc.Length > Small ? 2 : 1;
        var known = new SegmentPhrases(counts.MostFrequent(least, Most).Select(p => (p.Phrase, p.Articles * every)));
        return BySegment.GetValue(segment.Reader.CoreCacheKey, _ => known);
    }

    /// <summary>The phrases that fit what was typed, with about how many articles of the segment use them in headline or lead.</summary>
    public IEnumerable<(string Phrase, int Articles, TypedFit Fit)> Typed(TypedText typed, Action? step = null) =>
        phrases.Find(typed, step).Select(f => (phrases[f.Label], articles[f.Label], f.Fit));
}
