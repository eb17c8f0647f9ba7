using System.Text.Json.Serialization;

namespace Search.Benchmarks;

/// <summary>What one way cost with the queries of one size.</summary>
/// <param name="Found">How many paragraphs each query matched.</param>
/// <param name="Samples">Round by round, query by query.</param>
internal sealed record SearchTime(string Size, string Way, IReadOnlyList<int> Found, [property: JsonIgnore] IReadOnlyList<Spent> Samples)
{
    public double WallP50 => At(0.5, s => s.Wall);

    public double WallP95 => At(0.95, s => s.Wall);

    public double ProcessorP50 => At(0.5, s => s.Processor);

    public double ProcessorP95 => At(0.95, s => s.Processor);

    /// <summary>What a search allocated, in the mean.</summary>
    public double Kilobytes => Samples.Average(s => s.Bytes / 1024.0);

    /// <summary>The median of what this took more than another way with the same query in the same round; it sways less than a difference of medians.</summary>
    public double Beyond(SearchTime other, Func<Spent, double> time) => At(0.5, [.. Samples.Zip(other.Samples, (mine, its) => time(mine) - time(its))]);

    private double At(double share, Func<Spent, double> time) => At(share, [.. Samples.Select(time)]);

    /// <summary>The smallest time that so many do not exceed.</summary>
    private static double At(double share, double[] times)
    {
        Array.Sort(times);
        return times[Math.Max(0, (int)Math.Ceiling(share * times.Length) - 1)];
    }
}
