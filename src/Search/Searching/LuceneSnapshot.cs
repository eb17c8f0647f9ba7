using System.Buffers.Text;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Search.Indexing;
using Search.Searching.Matching;
using Search.Searching.Similar;
using Search.Searching.Suggesting;
using Search.Searching.Timelines;

namespace Search.Searching;

/// <summary>A frozen view of the embedded index.</summary>
internal sealed class LuceneSnapshot(Snapshot snapshot, Leases leases, TimeProvider clock, bool isStale) : ISnapshot
{
    private static readonly TimeSpan ExportTime = TimeSpan.FromHours(1);

    public long Sequence => snapshot.Sequence;

    public Answer<SearchResult> Search(SearchRequest request, CancellationToken cancel = default)
    {
        var budget = new Budget(clock, request.Timeout, cancel);
        if (request.Cursor is null) return On(snapshot, request, budget, new PageCursor(snapshot.Id, request.Offset, null, clock.GetUtcNow()));
        if (PageCursor.Read(request.Cursor, request) is not { } cursor)
        {
            return new RequestProblem(RequestProblem.InvalidParameter, "This cursor does not belong to this search. Send it with the parameters of the answer that it came with.") { Parameter = "cursor" };
        }
        if (leases.Take(cursor.Snapshot) is not { } frozen) return Expired();
        try { return On(frozen, request, budget, cursor); }
        finally { frozen.Release(); }
    }

    public Answer<SearchResult> Similar(ArticleProfile article, SearchRequest request, CancellationToken cancel = default)
    {
        var budget = new Budget(clock, request.Timeout, cancel);
        return Bound(() => new SimilarSearch(snapshot, article, request, budget, clock.GetUtcNow()).Run() with { Stale = isStale, TookMs = TookMs(budget) });
    }

    public Answer<TimelineResult> Timeline(TimelineRequest request, CancellationToken cancel = default)
    {
        var budget = new Budget(clock, request.Search.Timeout, cancel);
        return Bound(() => new TimelineExecution(snapshot, request, budget, clock.GetUtcNow()).Result() with { Stale = isStale, TookMs = TookMs(budget) });
    }

    public IEnumerable<Hit> All(SearchRequest request, CancellationToken cancel = default)
    {
        SearchExecution execution;
        try
        {
            execution = new SearchExecution(snapshot, request with { Best = int.MaxValue }, new Budget(clock, ExportTime, cancel), clock.GetUtcNow());
        }
        catch (BindException)
        {
            yield break;
        }
        using (execution)
        {
            foreach (var hit in execution.All())
            {
                cancel.ThrowIfCancellationRequested();
                yield return hit;
            }
        }
    }

    public Answer<FacetPage> Values(FacetRequest facet, SearchRequest request, string? typed, string? cursor, CancellationToken cancel = default)
    {
        if (cursor is null) return Values(snapshot, facet, request, typed, 0, cancel);
        if (ReadCursor(cursor, Fingerprint(facet, request, typed)) is not var (id, offset)) return new RequestProblem(RequestProblem.InvalidParameter, "This is no cursor of this facet under this search. Send the one of the answer before, with its parameters.") { Parameter = "cursor" };
        if (leases.Take(id) is not { } frozen) return Expired();
        try { return Values(frozen, facet, request, typed, offset, cancel); }
        finally { frozen.Release(); }
    }

    public IReadOnlyList<Suggestion> Suggest(string typed, int limit, SearchRequest request, CancellationToken cancel = default)
    {
        using var suggester = new Suggester(snapshot, request, new Budget(clock, request.Timeout, cancel), clock.GetUtcNow());
        return suggester.Suggest(typed, limit);
    }

    public ArticlePlace Place(string article, int version, SearchRequest request, CancellationToken cancel = default)
    {
        var whole = request with { Unit = SearchUnit.Article, Best = int.MaxValue, Snippet = null, Explain = false };
        try
        {
            using var execution = new SearchExecution(snapshot, whole, new Budget(clock, request.Timeout, cancel), clock.GetUtcNow());
            return execution.Place(article, version);
        }
        catch (BindException)
        {
            return ArticlePlace.Nowhere;
        }
    }

    public IndexExtent Extent()
    {
        var view = snapshot.View;
        long first = long.MaxValue, last = long.MinValue;
        foreach (var segment in view.Segments)
        {
            foreach (var article in segment.Articles)
            {
                var time = segment.Columns.ArticlePublished[article];
                if (time == Schema.NoDate) continue;
                first = Math.Min(first, time);
                last = Math.Max(last, time);
            }
        }
        var dated = first <= last;
        return new IndexExtent(
            view.Segments.Sum(s => s.Articles.Count()), view.Segments.Sum(s => s.Searched.Count()),
            dated ? DateTimeOffset.FromUnixTimeSeconds(first) : null, dated ? DateTimeOffset.FromUnixTimeSeconds(last) : null);
    }

    public void Dispose() => snapshot.Release();

    private Answer<SearchResult> On(Snapshot view, SearchRequest request, Budget budget, PageCursor at) => Bound(() =>
    {
        using var execution = new SearchExecution(view, request, budget, at.Now);
        var (hits, last) = execution.Page(at.Offset, request.Limit, at.After);
        var result = execution.Result(hits);
        var seen = at.Offset + hits.Count;
        var total = request.Unit == SearchUnit.Article ? result.Counts.Articles : result.Counts.Paragraphs;
        var more = request.Limit > 0 && seen < total && last is not null;
        var back = at.Offset > 0;
        if (more || back) leases.Keep(view, snapshot.View);
        return result with
        {
            Cursor = more ? new PageCursor(view.Id, seen, last, at.Now).Write(request) : null,
            CursorPrevious = back ? new PageCursor(view.Id, Math.Max(0, at.Offset - request.Limit), null, at.Now).Write(request) : null,
            Stale = isStale,
            TookMs = TookMs(budget),
        };
    });

    private Answer<FacetPage> Values(Snapshot view, FacetRequest facet, SearchRequest request, string? typed, int offset, CancellationToken cancel) => Bound(() =>
    {
        using var execution = new SearchExecution(view, request, new Budget(clock, request.Timeout, cancel), clock.GetUtcNow());
        var (page, next, total) = execution.Values(facet, typed, offset);
        var more = next > offset && next < total;
        if (more) leases.Keep(view, snapshot.View);
        var cursor = more ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{view.Id}.{next}.{Fingerprint(facet, request, typed)}"))) : null;
        return new FacetPage(view.Sequence, facet.Field, execution.IsExact, page, total, cursor);
    });

    private static Answer<T> Bound<T>(Func<T> work) where T : class
    {
        try { return work(); }
        catch (BindException e) { return e.Problem; }
    }

    private static double TookMs(Budget budget) => Math.Round(budget.Spent.TotalMilliseconds, 2);

    /// <summary>Tells apart lists of values that differ in more than the size of their pages.</summary>
    private static ulong Fingerprint(FacetRequest facet, SearchRequest request, string? typed) =>
        PageCursor.Fingerprint(request) ^ XxHash64.HashToUInt64(Encoding.UTF8.GetBytes($"{facet with { Limit = 0 }}\n{request.Unit}\n{typed}"));

    private static (long Snapshot, int Offset)? ReadCursor(string text, ulong fingerprint)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('.');
            return parts.Length == 3 && parts[2] == fingerprint.ToString(CultureInfo.InvariantCulture) && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var id) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var offset) && offset >= 0 ? (id, offset) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static RequestProblem Expired() =>
        new(RequestProblem.CursorExpired, "The view that this cursor froze is gone: it is kept for five minutes from its last use. Search again without the cursor.") { Parameter = "cursor" };
}
