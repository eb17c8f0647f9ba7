using System.Globalization;
using System.Text.Json;

namespace Search.Benchmarks;

/// <summary>All that one comparison of searches found out.</summary>
internal sealed record SearchReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public required string Command { get; init; }
    public required int Articles { get; init; }
    public required int Paragraphs { get; init; }
    public required int Segments { get; init; }
    public required int LuceneSegments { get; init; }
    /// <summary>Managed memory that the open corpus holds, MB.</summary>
    public required double CorpusMegabytes { get; init; }
    /// <summary>Managed memory that Lucene.NET holds, MB.</summary>
    public required double LuceneMegabytes { get; init; }
    /// <summary>The working set of the process after the warm-up, both in it, MB.</summary>
    public double WarmMegabytes { get; init; }
    public required int Rounds { get; init; }
    /// <summary>Whether the tables show processor time instead of the time passed.</summary>
    public required bool ProcessorTime { get; init; }
    public required IReadOnlyList<SizeClass> Sizes { get; init; }
    public IReadOnlyList<SearchTime> Times { get; init; } = [];

    public string Json() => JsonSerializer.Serialize(this, Indented);

    /// <summary>Three tables in Markdown below the circumstances.</summary>
    public void Print()
    {
        Say($"`{Command}`\n");
        Say($"{Articles:N0} articles, {Paragraphs:N0} paragraphs; segments: {Segments} (Lucene.NET: {LuceneSegments}); managed memory: {CorpusMegabytes:F0} MB (Lucene.NET: {LuceneMegabytes:F0} MB); working set of both, warm: {WarmMegabytes:F0} MB.");
        Say($"One thread, {Rounds} rounds after the warm-up. Milliseconds {(ProcessorTime ? "of processor time" : "passed")}, p50 / p95 of all queries and rounds. Queries: {string.Join(", ", Sizes.Select(s => $"{s.Name}: {s.Queries.Count}"))}.\n");
        PrintComparison();
        PrintFacets();
        PrintAll();
    }

    private void PrintComparison()
    {
        Say($"| match | found | Lucene.NET found | unit | alone | with five facets | five facets cost | Lucene.NET top 10 | with its one facet | its facet costs | five facets : its one |");
        Say($"|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var size in Sized())
        {
            var (top, actors) = (Of(size, SearchWays.LuceneTop), Of(size, SearchWays.LuceneFacet));
            foreach (var unit in SearchWays.Units)
            {
                var (alone, five) = (Of(size, SearchWays.Name(unit, SearchWays.Alone)), Of(size, SearchWays.Name(unit, SearchWays.Five)));
                var (ours, its) = (P50(five) - P50(alone), P50(actors) - P50(top));
                Say($"| {size.Name} | {Shares(alone)} | {Shares(top)} | {unit} | {Both(alone)} | {Both(five)} | {ours:F2} | {Both(top)} | {Both(actors)} | {its:F2} | {ours / its:F2} |");
            }
        }
    }

    private void PrintFacets()
    {
        Say($"\nArticles: what a search takes more with one facet than alone, and with marks than without; the median over the same query in the same round:\n");
        Say($"| match | {string.Join(" | ", SearchWays.Facets)} | sum | all five together | marks |");
        Say($"|---|{string.Concat(Enumerable.Repeat("---|", SearchWays.Facets.Length + 3))}");
        foreach (var size in Sized())
        {
            SearchTime Way(string what) => Of(size, SearchWays.Name(SearchWays.Units[0], what));
            var alone = Way(SearchWays.Alone);
            var costs = SearchWays.Facets.Select(f => Way(f).Beyond(alone, Time)).ToList();
            Say($"| {size.Name} | {string.Join(" | ", costs.Select(c => c.ToString("F2", CultureInfo.InvariantCulture)))} | {costs.Sum():F2} | {Way(SearchWays.Five).Beyond(alone, Time):F2} | {alone.Beyond(Way(SearchWays.Unmarked), Time):F2} |");
        }
    }

    private void PrintAll()
    {
        Say($"\nEvery way: p50 / p95, and KB allocated by a search:\n");
        Say($"| way | {string.Join(" | ", Sized().Select(s => $"{s.Name} | KB"))} |");
        Say($"|---|{string.Concat(Enumerable.Repeat("---|---|", Sized().Count()))}");
        foreach (var way in Times.Select(t => t.Way).Distinct())
        {
            Say($"| {way} | {string.Join(" | ", Sized().Select(s => Of(s, way)).Select(t => FormattableString.Invariant($"{Both(t)} | {t.Kilobytes:N0}")))} |");
        }
    }

    private IEnumerable<SizeClass> Sized() => Sizes.Where(s => s.Queries.Count > 0);

    private SearchTime Of(SizeClass size, string way) => Times.First(t => t.Size == size.Name && t.Way == way);

    private double Time(Spent spent) => ProcessorTime ? spent.Processor : spent.Wall;

    private double P50(SearchTime time) => ProcessorTime ? time.ProcessorP50 : time.WallP50;

    private string Both(SearchTime time) => FormattableString.Invariant($"{P50(time):F2} / {(ProcessorTime ? time.ProcessorP95 : time.WallP95):F2}");

    /// <summary>The median share of all paragraphs with the smallest and the largest.</summary>
    private string Shares(SearchTime time)
    {
        var found = time.Found.Order().ToList();
        return found[0] == found[^1] ? Share(found[0]) : $"{Share(found[found.Count / 2])} ({Share(found[0])} to {Share(found[^1])})";

        string Share(int count) => FormattableString.Invariant($"{100.0 * count / Paragraphs:F2} %");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
