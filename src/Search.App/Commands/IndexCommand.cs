using System.CommandLine;
using Search.App.Commands.Access;
using Search.App.Commands.Indexing;
using Search.App.Commands.Printing;
using Search.Reading;
using Search.Reading.Mapped;

namespace Search.App.Commands;

/// <summary><c>news index</c>: reads files and folders into the index.</summary>
internal sealed class IndexCommand : NewsCommand
{
    private readonly Argument<string[]> paths = new("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Files and folders in any supported format, also packed with gzip, zip, tar, zstd, WARC or ARC, in each other; - reads standard input" };
    private readonly Option<string?> data = Setting.Data.CreateOption();
    private readonly Option<string?> map = new("--map") { HelpName = "FILE", Description = "Say in a file of lines such as title = headline where foreign JSON and CSV have the parts of an article; without it, export.csv.map is used for export.csv" };
    private readonly Option<bool> json = new("--json") { Description = "Print the report as JSON" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Read and check everything, tell what would become of it, and write nothing" };
    private readonly Option<string?> problems = new("--problems") { Description = "Write every problem into this file, as JSON lines", HelpName = "FILE" };
    private readonly Option<bool> fromStart = new("--from-start") { Description = "Begin anew where an interrupted import would go on" };

    public IndexCommand(Terminal terminal) : base(terminal, "index", "Read articles into the index. New ones are created, changed ones replace what is stored, and the same ones change nothing.")
    {
        Add(paths);
        Add(data);
        Add(map);
        Add(dryRun);
        Add(problems);
        Add(fromStart);
        Add(json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("news index articles/", "Everything in the folder and below it"),
        ("news index 2024.jsonl.gz feed.xml page.html", "Formats are recognised by content"),
        ("news index --map columns.map export.csv dump.json", "Tables and JSON of others, as the mapping file explains them"),
        ("news index --dry-run --problems problems.jsonl archive.zip", "What can be read, and every reason why something cannot"),
        ("curl -s https://example.org/feed | news index -", "What another program writes"),
        ("news index june.zip crawl.warc.gz", "What is packed, without unpacking it first"),
    ];

    public override string Notes => "An import that was interrupted goes on where it stopped when the same command is given again.";

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        var from = given.GetRequiredValue(paths).Select(InFolder).ToList();
        var mapping = Mapping(given.GetValue(map));
        await using var list = ProblemList.To(given.GetValue(problems) is { } file ? Path.GetFullPath(file, Terminal.Folder) : null);
        if (given.GetValue(dryRun))
        {
            var report = new IndexReport(Terminal.Clock) { IsDry = true, OnProblem = list.Add };
            return await ReportAsync(given, report, progress => new IndexRun(new DrySink(), report, progress).RunAsync(Reader(mapping).ReadPaths(from), cancel));
        }
        var folder = Setting.Data.Path(given.GetValue(data), Terminal);
        await using var corpus = await CorpusAccess.OpenAsync(folder, Terminal, cancel);
        using var journal = ImportJournal.Open(folder, mapping?.File is { } by ? [.. from, await File.ReadAllTextAsync(by, cancel)] : from);
        if (given.GetValue(fromStart)) journal.Forget();
        return await ImportAsync(given, Reader(mapping, journal.IsDone).ReadPaths(from), corpus, journal, list, cancel);
    }

    private async Task<int> ImportAsync(ParseResult given, IEnumerable<ReadItem> items, ICorpusAccess corpus, ImportJournal journal, ProblemList list, CancellationToken cancel)
    {
        var report = new IndexReport(Terminal.Clock) { Before = journal.Before, OnProblem = list.Add };
        if (journal.Before > 0) await Terminal.Error.WriteLineAsync($"Goes on where an interrupted import stopped; {fromStart.Name} begins anew.");
        try
        {
            return await ReportAsync(given, report, async progress =>
            {
                await new IndexRun(corpus, report, progress) { Taken = journal.Taken }.RunAsync(journal.Rest(items), cancel);
                journal.Finish();
            });
        }
        catch (OperationCanceledException)
        {
            await Terminal.Error.WriteLineAsync("Interrupted. The same command goes on where it stopped.");
            throw;
        }
    }

    /// <summary>Carries the run out and prints what became of it, also when it ends early.</summary>
    private async Task<int> ReportAsync(ParseResult given, IndexReport report, Func<IndexProgress, Task> run)
    {
        try
        {
            await using var progress = IndexProgress.On(Terminal, report);
            await run(progress);
        }
        finally
        {
            report.Finish();
            if (given.GetValue(json)) await Terminal.Out.WriteLineAsync(report.ToJson());
            else new ReportPrinter(Terminal).Print(report);
        }
        return report.IsAnyStored || report.Before > 0 ? ExitCode.Ok : ExitCode.BadUsage;
    }

    private ArticleReader Reader(ArticleMapping? mapping, Func<string, bool>? passes = null) => new() { StandardInput = () => Terminal.In, Mapping = mapping, Passes = passes ?? (_ => false) };

    private ArticleMapping? Mapping(string? file)
    {
        if (file is null) return null;
        var outcome = ArticleMapping.Read(InFolder(file));
        return outcome.Value ?? throw new CommandFailure(ExitCode.BadUsage, outcome.Problem!.Detail);
    }

    private string InFolder(string path) => path == ArticleReader.StandardInputPath || Path.IsPathRooted(path) ? path : Path.Combine(Terminal.Folder, path);
}
