using Search.Indexing;

namespace Search.Searching;

/// <summary>What one request sees: segments, actors and values of one moment.</summary>
internal sealed record IndexView(IReadOnlyList<SegmentView> Segments, ActorTable Actors, ValueTables Values)
{
    private IReadOnlyList<string>? languages;

    /// <summary>The languages that live articles have.</summary>
    public IReadOnlyList<string> Languages => languages ??= FindLanguages();

    /// <summary>Paragraph documents, deleted ones included, as document frequencies include them.</summary>
    public long ParagraphCount => Segments.Sum(s => (long)(s.Columns.Size - s.Columns.ArticleDoc.Length));

    /// <summary>Article documents, deleted ones included.</summary>
    public long ArticleCount => Segments.Sum(s => (long)s.Columns.ArticleDoc.Length);

    public double MeanParagraph => Segments.Sum(s => s.Columns.ParagraphWords) / (double)Math.Max(1, ParagraphCount);

    public double MeanArticle => Segments.Sum(s => s.Columns.ArticleWords) / (double)Math.Max(1, ArticleCount);

    /// <summary>The date of the oldest article, deleted ones included; <see cref="long.MaxValue"/> when none has a date.</summary>
    public long Oldest => Segments.Select(s => s.Columns.Oldest).DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>What the view keeps in memory, in parts that views share, with their bytes.</summary>
    public IEnumerable<(object Part, long Bytes)> Parts()
    {
        foreach (var segment in Segments)
        {
            yield return (segment.Columns, segment.Columns.Bytes);
            yield return (segment, segment.Bytes);
        }
    }

    private List<string> FindLanguages() => [.. Segments.SelectMany(s => s.Languages).Distinct().Order().Select(l => Values.Langs[l].Key)];
}
