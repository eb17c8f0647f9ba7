using System.CommandLine;
using Search.App.Commands;
using Search.App.Commands.Eval;

namespace Search.App;

/// <summary>The executable <c>news</c>: a table of contents.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var interruption = new Interruption();
        return await RunAsync(args, Terminal.OfProcess(), interruption.Token);
    }

    internal static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel = default) =>
        CommandLine.RunAsync(Commands(terminal), args, terminal, cancel);

    internal static RootCommand Commands(Terminal terminal) => new("A search engine for news: who and what, paragraph by paragraph.")
    {
        new ServeCommand(terminal),
        new IndexCommand(terminal),
        new SearchCommand(terminal),
        new ExportCommand(terminal),
        new ShowCommand(terminal),
        new ActorsCommand(terminal),
        new TopicsCommand(terminal),
        new EvalCommand(terminal),
    };
}
