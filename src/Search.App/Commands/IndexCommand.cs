using System.CommandLine;
using Search.App.Commands.Access;
using Search.App.Commands.Indexing;
using Search.App.Commands.Printing;
using Search.Reading;

namespace Search.App.Commands;

/// <summary><c>news index</c>: reads files and folders into the index.</summary>
internal sealed class IndexCommand : NewsCommand
{
    private readonly Argument<string[]> paths = new("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Files and folders in any supported format, also packed with gzip, zip, tar, zstd, WARC or ARC, in each other; - reads standard input" };
    private readonly Option<string?> data = Setting.Data.CreateOption();
    private readonly Option<bool> json = new("--json") { Description = "Print the report as JSON" };

    public IndexCommand(Terminal terminal) : base(terminal, "index", "Read articles into the index. New ones are created, changed ones replace what is stored, and the same ones change nothing.")
    {
        Add(paths);
        Add(data);
        Add(json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("news index articles/", "Everything in the folder and below it"),
        ("news index 2024.jsonl.gz feed.xml page.html", "Formats are recognised by content"),
        ("curl -s https://example.org/feed | news index -", "What another program writes"),
        ("news index june.zip crawl.warc.gz", "What is packed, without unpacking it first"),
    ];

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        var items = new ArticleReader { StandardInput = () => Terminal.In }.ReadPaths(given.GetRequiredValue(paths).Select(InFolder));
        await using var corpus = await CorpusAccess.OpenAsync(Setting.Data.Path(given.GetValue(data), Terminal), Terminal, cancel);
        var report = new IndexReport(Terminal.Clock);
        try
        {
            await using var progress = IndexProgress.On(Terminal, report);
            await new IndexRun(corpus, report, progress).RunAsync(items, cancel);
        }
        finally
        {
            report.Finish();
            if (given.GetValue(json)) await Terminal.Out.WriteLineAsync(report.ToJson());
            else new ReportPrinter(Terminal).Print(report);
        }
        return report.IsAnyStored ? ExitCode.Ok : ExitCode.BadUsage;
    }

    private string InFolder(string path) => path == ArticleReader.StandardInputPath || Path.IsPathRooted(path) ? path : Path.Combine(Terminal.Folder, path);
}
