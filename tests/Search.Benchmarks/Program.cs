namespace Search.Benchmarks;

/// <summary>The commands that measure.</summary>
internal static class Program
{
    private const string Usage = """
        usage: import PATH...    indexes the articles of the paths twice, by bare Lucene.NET and by the whole product, on one thread and on two,
                                 and prints the cost of each
               search PATH... | --data DIR [--lucene DIR] [--json FILE] [--sizes 1,10,80,100] [--queries 20] [--rounds 5] [--clock wall|cpu] [--directory files|memory]
                                 searches the articles of the paths, or of a data folder, by the product, with facets and without, and by bare
                                 Lucene.NET, and prints what each costs
               hostile PATH... [--seed 1] [--count 5000]
                                 reads bombs and spoilt copies of the samples of the paths, and prints what came of them, how long the slowest
                                 took and the most memory
        """;

    public static async Task<int> Main(string[] args) => args switch
    {
        ["import", _, ..] => ImportComparison.Run(args[1..]),
        [ImportComparison.Child, var way, _, ..] => await ImportComparison.RunChildAsync(way, args[2..]),
        ["search", ..] when SearchOptions.Read(args.AsSpan(1)) is { } options => await SearchComparison.RunAsync(options),
        ["hostile", _, ..] => HostileReading.Run(args[1..]),
        [HostileReading.Child, var folder] => HostileReading.RunChild(folder),
        _ => Refuse(),
    };

    private static int Refuse()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
