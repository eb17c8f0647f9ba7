namespace Search.Benchmarks;

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
    /// <param name="begin">Told each round before it begins; the first after the warm-up is 0.</param>
    public static async Task<IReadOnlyList<SearchTime>> MeasureAsync(IReadOnlyList<SizeClass> sizes, IReadOnlyList<SearchWay> ways, int rounds, Action<int> begin)
    {
        var series = sizes.Where(s => s.Queries.Count > 0).Select(s => ways.Select(w => new Series(s, w)).ToList()).ToList();
        for (var round = -WarmUp; round < rounds; round++)
        {
            begin(round);
            foreach (var size in series)
            {
                for (var query = 0; query < size[0].Queries; query++)
                {
                    foreach (var first in size.Take(Engines)) await first.RunAsync(query, counts: false);
                    foreach (var one in size) await one.RunAsync(query, round >= 0);
                }
            }
        }
        return [.. series.SelectMany(s => s).Select(s => s.Time())];
    }

    private sealed class Series(SizeClass size, SearchWay way)
    {
        private readonly Func<Task<int>>[] searches = [.. size.Queries.Select(way.Prepare)];
        private readonly int[] found = new int[size.Queries.Count];
        private readonly List<Spent> samples = [];

        public int Queries => searches.Length;

        public async Task RunAsync(int query, bool counts)
        {
            var clock = SearchClock.Start();
            found[query] = await searches[query]();
            if (counts) samples.Add(clock.Spent);
        }

        public SearchTime Time() => new(size.Name, way.Name, found, samples);
    }
}
