using System.Globalization;

namespace Search.Benchmarks;

/// <summary>What the comparison of searches is made with.</summary>
internal sealed record SearchOptions
{
    /// <summary>Articles to import; empty when a data folder is given.</summary>
    public IReadOnlyList<string> Paths { get; private init; } = [];

    /// <summary>A data folder that is indexed already; null when paths are given.</summary>
    public string? Data { get; private init; }

    /// <summary>Where the index of bare Lucene.NET is kept for the next run; null keeps it for this run only.</summary>
    public string? Lucene { get; private init; }

    /// <summary>The file that gets all numbers.</summary>
    public string? Json { get; private init; }

    /// <summary>Queries of each size.</summary>
    public int Queries { get; private init; } = 20;

    public int Rounds { get; private init; } = 5;

    /// <summary>About what percentage of all paragraphs the queries match; 100 is everything.</summary>
    public IReadOnlyList<int> Sizes { get; private init; } = [1, 10, 80, 100];

    /// <summary>Whether Lucene.NET reads its index from memory instead of from files.</summary>
    public bool InMemory { get; private init; }

    /// <summary>Whether the tables show the processor time of the searching thread: what others do on the machine counts less in it than in the time passed.</summary>
    public bool ProcessorTime { get; private init; }

    /// <summary>The arguments behind <c>search</c>; null when they are not understood or name no articles, or both paths and a data folder.</summary>
    public static SearchOptions? Read(ReadOnlySpan<string> arguments)
    {
        var options = new SearchOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                options = options with { Paths = [.. options.Paths, arguments[i]] };
                continue;
            }
            if (i + 1 == arguments.Length || options.With(arguments[i], arguments[++i]) is not { } more) return null;
            options = more;
        }
        return options.Data is null == options.Paths.Count > 0 ? options : null;
    }

    private SearchOptions? With(string name, string value) => name switch
    {
        "--sizes" when value.Split(',').Select(Number).ToList() is var sizes && sizes.TrueForAll(s => s <= 100) => this with { Sizes = [.. sizes.OfType<int>()] },
        "--directory" when value is "files" or "memory" => this with { InMemory = value == "memory" },
        "--clock" when value is "wall" || (value == "cpu" && OperatingSystem.IsLinux()) => this with { ProcessorTime = value == "cpu" },
        "--data" => this with { Data = value },
        "--lucene" => this with { Lucene = value },
        "--json" => this with { Json = value },
        "--queries" when Number(value) is { } queries => this with { Queries = queries },
        "--rounds" when Number(value) is { } rounds => this with { Rounds = rounds },
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
