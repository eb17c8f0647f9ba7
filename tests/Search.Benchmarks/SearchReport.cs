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
    public required IReadOnlyList<SizeClass> Sizes { get; init; }
    public IReadOnlyList<SearchTime> Times { get; init; } = [];

    public string Json() => JsonSerializer.Serialize(this, Indented);

    /// <summary>Three tables in Markdown below the circumstances.</summary>
    public void Print()
    {
        Say($"`{Command}`\n");
        Say($"{Articles:N0} articles, {Paragraphs:N0} paragraphs; segments: {Segments} (Lucene.NET: {LuceneSegments}); managed memory: {CorpusMegabytes:F0} MB (Lucene.NET: {LuceneMegabytes:F0} MB); working set of both, warm: {WarmMegabytes:F0} MB.");
        Say($"One thread, {Rounds} rounds after the warm-up. Milliseconds, p50 / p95 of all queries and rounds. Queries: {string.Join(", ", Sizes.Select(s => $"{s.Name}: {s.Queries.Count}"))}.\n");
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
                var (ours, its) = (five.P50 - alone.P50, actors.P50 - top.P50);
                Say($"| {size.Name} | {Shares(alone)} | {Shares(top)} | {unit} | {Both(alone)} | {Both(five)} | {ours:F2} | {Both(top)} | {Both(actors)} | {its:F2} | {ours / its:F2} |");
            }
        }
    }

    private void PrintFacets()
    {
        Say($"\nWhat each facet costs by itself (p50 with it less p50 alone), and the marks (p50 alone less p50 without them):\n");
        Say($"| match | unit | {string.Join(" | ", SearchWays.Facets)} | sum | all five together | marks |");
        Say($"|---|---|{string.Concat(Enumerable.Repeat("---|", SearchWays.Facets.Length + 3))}");
        foreach (var size in Sized())
        {
            foreach (var unit in SearchWays.Units)
            {
                double P50(string what) => Of(size, SearchWays.Name(unit, what)).P50;
                var alone = P50(SearchWays.Alone);
                var costs = SearchWays.Facets.Select(f => P50(f) - alone).ToList();
                Say($"| {size.Name} | {unit} | {string.Join(" | ", costs.Select(c => c.ToString("F2", CultureInfo.InvariantCulture)))} | {costs.Sum():F2} | {P50(SearchWays.Five) - alone:F2} | {alone - P50(SearchWays.Unmarked):F2} |");
            }
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

    private static string Both(SearchTime time) => FormattableString.Invariant($"{time.P50:F2} / {time.P95:F2}");

    /// <summary>The median share of all paragraphs with the smallest and the largest.</summary>
    private string Shares(SearchTime time)
    {
        var found = time.Found.Order().ToList();
        return found[0] == found[^1] ? Share(found[0]) : $"{Share(found[found.Count / 2])} ({Share(found[0])} to {Share(found[^1])})";

        string Share(int count) => FormattableString.Invariant($"{100.0 * count / Paragraphs:F2} %");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
