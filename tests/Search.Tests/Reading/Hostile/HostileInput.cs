namespace Search.Tests.Reading.Hostile;

/// <summary>Bytes that mean no good, and where they come from.</summary>
internal sealed record HostileInput(string Name, byte[] Bytes)
{
    /// <summary>The bombs, and mutations of the samples in turn, this many in all. The same seed gives the same inputs.</summary>
    public static IEnumerable<HostileInput> Of(IReadOnlyList<HostileInput> samples, int seed, int count)
    {
        var mutation = new Mutation(samples, seed);
        var bombs = Bombs.All().Take(count).ToList();
        return bombs.Concat(Enumerable.Range(0, count - bombs.Count).Select(i => mutation.Of(samples[i % samples.Count])));
    }
}
