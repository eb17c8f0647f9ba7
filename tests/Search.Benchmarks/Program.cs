namespace Search.Benchmarks;

/// <summary>Measures, each time in a process of its own.</summary>
internal static class Program
{
    private const string Usage = """
        usage: import PATH...    indexes the articles of the paths twice, by bare Lucene.NET and by the whole product, on one thread and on two,
                                 and prints the cost of each
        """;

    public static async Task<int> Main(string[] args) => args switch
    {
        ["import", _, ..] => ImportComparison.Run(args[1..]),
        [ImportComparison.Child, var way, _, ..] => await ImportComparison.RunChildAsync(way, args[2..]),
        _ => Refuse(),
    };

    private static int Refuse()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
