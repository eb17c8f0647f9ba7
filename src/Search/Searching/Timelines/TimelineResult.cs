using System.Text.Json.Serialization;
using Search.Searching.Query;

namespace Search.Searching.Timelines;

/// <summary>A bucket that all series share, from inclusive to exclusive.</summary>
public sealed record TimelineBucket(string Id, DateTimeOffset From, DateTimeOffset To);

/// <summary>Counts on the buckets of a timeline.</summary>
/// <param name="Counts">One for each bucket, in their order.</param>
/// <param name="Total">All that matches, with a date or without.</param>
/// <param name="Missing">What has no date and so no bucket.</param>
public record TimelineCounts(IReadOnlyList<BucketCounts> Counts, BucketCounts Total, BucketCounts Missing);

/// <summary>One series.</summary>
/// <param name="Series">As asked.</param>
/// <param name="Kind">Whether that was read as a query or as an actor's id.</param>
/// <param name="Label">The actor's label; the query.</param>
/// <param name="Parsed">The query in canonical form.</param>
public sealed record TimelineSeries(
    string Series, SeriesKind Kind, string Label, string? Parsed, IReadOnlyList<BucketCounts> Counts, BucketCounts Total, BucketCounts Missing)
    : TimelineCounts(Counts, Total, Missing)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<QueryWarning>? Warnings { get; init; }
}

/// <summary>Several queries or actors counted by time.</summary>
public sealed record TimelineResult
{
    /// <summary>The number of the newest change that the answer has seen.</summary>
    public long Generation { get; init; }
    public double TookMs { get; init; }
    public SearchScope Scope { get; init; }
    public DateInterval Interval { get; init; }
    public bool Exact { get; init; } = true;
    /// <summary>In order, from the first that any series has to the last, empty ones included.</summary>
    public IReadOnlyList<TimelineBucket> Buckets { get; init; } = [];
    /// <summary>In the order asked for.</summary>
    public required IReadOnlyList<TimelineSeries> Series { get; init; }
    /// <summary>What matches all series at once: in one paragraph, or in one article, as the scope says.</summary>
    public required TimelineCounts Together { get; init; }
    /// <summary>The generation asked for was not reached in time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool Stale { get; init; }
    /// <summary>Time ran out; counts are of the part that was seen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool TimedOut { get; init; }
}
