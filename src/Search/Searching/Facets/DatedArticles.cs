using Search.Indexing;
using Search.Searching.Matching;

namespace Search.Searching.Facets;

/// <summary>The matching articles by the second in which they were published, each with its matching paragraphs.</summary>
internal sealed class DatedArticles
{
    private readonly List<(long Time, int Paragraphs)> dated = [];

    public bool IsEmpty => dated.Count == 0;

    /// <summary>The oldest date, seconds since 1970.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The newest date, seconds since 1970.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>Those without a date.</summary>
    public BucketCounts Missing { get; private set; } = new(0, 0);

    /// <summary>Takes in the matches of a segment.</summary>
    public void Add(SegmentColumns columns, ArticleMatches matches)
    {
        var (articles, paragraphs) = (0, 0);
        for (var i = 0; i < matches.Count; i++)
        {
            var time = columns.Published[columns.ArticleDoc[matches.Numbers[i]]];
            if (time == Schema.NoDate)
            {
                articles++;
                paragraphs += matches.Paragraphs[i];
                continue;
            }
            dated.Add((time, matches.Paragraphs[i]));
            First = Math.Min(First, time);
            Last = Math.Max(Last, time);
        }
        Missing = new BucketCounts(Missing.Articles + articles, Missing.Paragraphs + paragraphs);
    }

    /// <summary>The buckets with their counts. They are in order, without gap, and cover every date.</summary>
    public IReadOnlyList<DateBucket> Fill(List<DateBucket> buckets)
    {
        var starts = buckets.ConvertAll(b => b.From.ToUnixTimeSeconds());
        var counts = new (int Articles, int Paragraphs)[buckets.Count];
        foreach (var (time, paragraphs) in dated)
        {
            var at = starts.BinarySearch(time);
            ref var count = ref counts[at < 0 ? ~at - 1 : at];
            count.Articles++;
            count.Paragraphs += paragraphs;
        }
        return [.. buckets.Select((b, i) => b with { Articles = counts[i].Articles, Paragraphs = counts[i].Paragraphs })];
    }
}
