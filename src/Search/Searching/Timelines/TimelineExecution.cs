using Search.Searching.Facets;
using Search.Searching.Matching;

namespace Search.Searching.Timelines;

/// <summary>
/// One timeline on one snapshot: binds every series, passes over each segment once for all of them, and counts what matched by date. A series has
/// the counts of a search for it with the same parameters. Belongs to one thread.
/// </summary>
internal sealed class TimelineExecution
{
    private readonly Snapshot snapshot;
    private readonly TimelineRequest request;
    private readonly Budget budget;
    private readonly List<BoundQuery> queries;
    private readonly List<List<MatchSets>> matches;
    private bool timedOut;

    /// <exception cref="BindException">The request cannot be carried out on this index.</exception>
    public TimelineExecution(Snapshot snapshot, TimelineRequest request, Budget budget, DateTimeOffset now)
    {
        this.snapshot = snapshot;
        this.request = request;
        this.budget = budget;
        queries = Bind(now);
        matches = queries.ConvertAll(_ => new List<MatchSets>());
        if (!timedOut) Match();
    }

    /// <summary>Everything but the time.</summary>
    /// <exception cref="BindException">The interval is too fine for the time that the series span.</exception>
    public TimelineResult Result()
    {
        var dated = matches.ConvertAll(Dated);
        var (first, last) = (dated.Min(d => d.First), dated.Max(d => d.Last));
        var (from, to) = first > last ? (default, default) : (DateTimeOffset.FromUnixTimeSeconds(first), DateTimeOffset.FromUnixTimeSeconds(last));
        var interval = request.Interval != DateInterval.Auto ? request.Interval : first > last ? DateInterval.Day : DateFacets.Auto(to - from);
        var buckets = first > last ? [] : DateFacets.Buckets(from, to, interval, request.Search.Zone);
        var counts = dated.Select((d, i) => Counts(d, buckets, matches[i])).ToList();
        return new TimelineResult
        {
            Generation = snapshot.Sequence,
            Scope = request.Search.Scope,
            Interval = interval,
            Exact = !timedOut && !budget.MayHaveMissed,
            Buckets = buckets.ConvertAll(b => new TimelineBucket(b.Id, b.From, b.To)),
            Series = [.. request.Series.Select((s, i) => Series(s, counts[i]))],
            Together = counts[^1],
            TimedOut = timedOut,
        };
    }

    private static DatedArticles Dated(List<MatchSets> segments)
    {
        var dated = new DatedArticles();
        foreach (var sets in segments) dated.Add(sets.Matcher.Segment.Columns, sets.Articles);
        return dated;
    }

    /// <summary>The series in order, then all of them together; nothing when the time runs out over it.</summary>
    private List<BoundQuery> Bind(DateTimeOffset now)
    {
        try
        {
            var common = Binder.Bind(snapshot.View, request.Search, now, budget);
            var roots = request.Series.Select(s => Binder.Root(snapshot.View, request.Search with { Query = s.Query }, now, budget)).ToList();
            IReadOnlyList<Bound> shared = common.Clauses.Count > 0 ? [common.Root] : [];
            return [.. roots.Select(r => With([.. shared, r])), With([.. shared, .. roots])];

            BoundQuery With(IReadOnlyList<Bound> members) => common with { Root = members.Count == 1 ? members[0] : new BoundAll(members) };
        }
        catch (BudgetSpentException)
        {
            timedOut = true;
            return [.. request.Series.Select(_ => BoundQuery.Unbound), BoundQuery.Unbound];
        }
    }

    /// <summary>Segment by segment, each for all series or for none.</summary>
    private void Match()
    {
        try
        {
            foreach (var segment in snapshot.View.Segments)
            {
                var matcher = new SegmentMatcher(segment, request.Search.IncludeBoilerplate, budget);
                var found = queries.ConvertAll(q => new MatchSets(matcher, q, request.Search.Scope));
                for (var i = 0; i < found.Count; i++) matches[i].Add(found[i]);
            }
        }
        catch (BudgetSpentException)
        {
            timedOut = true;
        }
    }

    private TimelineSeries Series(SeriesRequest of, TimelineCounts counts) =>
        new(of.Text, of.Kind, LabelOf(of), of.Query.Root!.ToString(), counts.Counts, counts.Total, counts.Missing)
        {
            Warnings = of.Query.Warnings.Count > 0 ? of.Query.Warnings : null,
        };

    private string LabelOf(SeriesRequest of) =>
        of.Kind == SeriesKind.Actor && snapshot.View.Actors.ById.TryGetValue(of.Text, out var actor) ? snapshot.View.Actors[actor].Label : of.Text;

    private static TimelineCounts Counts(DatedArticles dated, List<DateBucket> buckets, List<MatchSets> segments) => new(
        [.. dated.Fill(buckets).Select(b => new BucketCounts(b.Articles, b.Paragraphs))],
        new BucketCounts(segments.Sum(s => s.Articles.Count), segments.Sum(s => s.Matches.Count())),
        dated.Missing);
}
