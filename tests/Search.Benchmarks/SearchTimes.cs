using System.Diagnostics;

namespace Search.Benchmarks;

/// <summary>What one way cost with the queries of one size.</summary>
/// <param name="P50">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="Kilobytes">What a search allocated, in the mean.</param>
/// <param name="Found">How many paragraphs the queries matched.</param>
internal sealed record SearchTime(string Size, string Way, double P50, double P95, double Kilobytes, IReadOnlyList<int> Found);

/// <summary>
/// Measures all ways with all queries, one search after another on one thread, in rounds: in a round each query is carried out by every way in turn, so
/// that whatever else the machine does meets all alike. Before it counts, both engines have just carried it out: the first way has no colder a processor.
/// </summary>
internal static class SearchTimes
{
    private const int WarmUp = 2;

    /// <summary>The first ways are one of each.</summary>
    private const int Engines = 2;

    /// <param name="sizes">The queries.</param>
    /// <param name="ways">In the order of each round.</param>
    /// <param name="rounds">How often each way carries out each query, after the warm-up.</param>
    /// <param name="warm">Called between warm-up and measurement.</param>
    public static async Task<IReadOnlyList<SearchTime>> MeasureAsync(IReadOnlyList<SizeClass> sizes, IReadOnlyList<SearchWay> ways, int rounds, Action warm)
    {
        var series = sizes.SelectMany(s => ways.Select(w => new Series(s, w))).ToList();
        for (var round = -WarmUp; round < rounds; round++)
        {
            if (round == 0) warm();
            foreach (var size in series.GroupBy(s => s.Size))
            {
                for (var query = 0; query < size.Key.Queries.Count; query++)
                {
                    foreach (var first in size.Take(Engines)) await first.RunAsync(query, counts: false);
                    foreach (var one in size) await one.RunAsync(query, round >= 0);
                }
            }
        }
        return [.. series.Where(s => s.Size.Queries.Count > 0).Select(s => s.Time())];
    }

    private sealed class Series(SizeClass size, SearchWay way)
    {
        private readonly Func<Task<int>>[] searches = [.. size.Queries.Select(way.Prepare)];
        private readonly int[] found = new int[size.Queries.Count];
        private readonly List<double> milliseconds = [];
        private long bytes;

        public SizeClass Size => size;

        public async Task RunAsync(int query, bool counts)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            found[query] = await searches[query]();
            var took = Stopwatch.GetElapsedTime(start);
            if (!counts) return;
            bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
            milliseconds.Add(took.TotalMilliseconds);
        }

        public SearchTime Time()
        {
            milliseconds.Sort();
            return new SearchTime(size.Name, way.Name, At(0.5), At(0.95), bytes / 1024.0 / milliseconds.Count, found);
        }

        /// <summary>The smallest time that so many do not exceed.</summary>
        private double At(double share) => milliseconds[Math.Max(0, (int)Math.Ceiling(share * milliseconds.Count) - 1)];
    }
}
