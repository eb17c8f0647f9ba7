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
        """;

    public static async Task<int> Main(string[] args) => args switch
    {
        ["import", _, ..] => ImportComparison.Run(args[1..]),
        [ImportComparison.Child, var way, _, ..] => await ImportComparison.RunChildAsync(way, args[2..]),
        ["search", ..] when SearchOptions.Read(args.AsSpan(1)) is { } options => await SearchComparison.RunAsync(options),
        _ => Refuse(),
    };

    private static int Refuse()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
