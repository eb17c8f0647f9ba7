using Search.Indexing;
using Search.Searching.Matching;

namespace Search.Searching.Facets;

/// <summary>The matching articles of all segments by the second in which they were published, each with its matching paragraphs.</summary>
internal sealed class DatedArticles
{
    private readonly List<(long[] Published, ArticleMatches Matches)> segments = [];

    public bool IsEmpty => First > Last;

    /// <summary>The oldest date, seconds since 1970.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The newest date, seconds since 1970.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>Those without a date.</summary>
    public BucketCounts Missing { get; private set; } = new(0, 0);

    /// <summary>Takes in the matches of a segment.</summary>
    public void Add(SegmentColumns columns, ArticleMatches matches)
    {
        segments.Add((columns.ArticlePublished, matches));
        var (articles, paragraphs) = (0, 0);
        for (var i = 0; i < matches.Count; i++)
        {
            var time = columns.ArticlePublished[matches.Numbers[i]];
            if (time == Schema.NoDate)
            {
                articles++;
                paragraphs += matches.Paragraphs[i];
                continue;
            }
            First = Math.Min(First, time);
            Last = Math.Max(Last, time);
        }
        Missing = new BucketCounts(Missing.Articles + articles, Missing.Paragraphs + paragraphs);
    }

    /// <summary>The buckets with their counts. They are in order, without gap, and cover every date.</summary>
    public IReadOnlyList<DateBucket> Fill(List<DateBucket> buckets)
    {
        long[] starts = [.. buckets.Select(b => b.From.ToUnixTimeSeconds())];
        var counts = new (int Articles, int Paragraphs)[buckets.Count];
        foreach (var (published, matches) in segments)
        {
            for (var i = 0; i < matches.Count; i++)
            {
                var time = published[matches.Numbers[i]];
                if (time == Schema.NoDate) continue;
                ref var count = ref counts[LastFrom(starts, time)];
                count.Articles++;
                count.Paragraphs += matches.Paragraphs[i];
            }
        }
        return [.. buckets.Select((b, i) => b with { Articles = counts[i].Articles, Paragraphs = counts[i].Paragraphs })];
    }

    /// <summary>The last bucket that begins at or before a time.</summary>
    private static int LastFrom(ReadOnlySpan<long> starts, long time)
    {
        var (low, high) = (0, starts.Length);
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            if (starts[middle] <= time) low = middle;
            else high = middle;
        }
        return low;
    }
}
