using System.Diagnostics.Metrics;
using Search.Archive;

namespace Search.App.Server;

/// <summary>What the server measures of itself, under <c>/metrics</c>.</summary>
internal sealed class ServerMeter
{
    public const string Name = "search";
    private readonly Counter<long> searches;
    private readonly Histogram<double> duration;
    private readonly Counter<long> written;

    public ServerMeter(IMeterFactory meters, CorpusHost host)
    {
        var meter = meters.Create(Name);
        searches = meter.CreateCounter<long>("search.searches", description: "Searches answered, by whether they were refused.");
        duration = meter.CreateHistogram<double>("search.duration", "s", "Time that a search took.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] });
        written = meter.CreateCounter<long>("search.articles.written", description: "Articles handed in, by what became of them.");
        meter.CreateObservableGauge("search.generation", () => Read(host, c => c.Generation), description: "The newest change that searches see.");
        meter.CreateObservableGauge("search.sequence", () => Read(host, c => c.Sequence), description: "The newest change that is durable.");
    }

    public void Searched(TimeSpan took, bool refused)
    {
        searches.Add(1, new KeyValuePair<string, object?>("refused", refused));
        duration.Record(took.TotalSeconds);
    }

    /// <summary>One write; no result means that it was refused.</summary>
    public void Wrote(WriteResult? result) => written.Add(1, new KeyValuePair<string, object?>("result", result?.ToString().ToLowerInvariant() ?? "refused"));

    private static IEnumerable<Measurement<long>> Read(CorpusHost host, Func<Corpus, long> value) =>
        host.IsOpen ? [new Measurement<long>(value(host.Corpus))] : [];
}
