using System.CommandLine;
using Search.App.Commands.Access;
using Search.App.Commands.Printing;

namespace Search.App.Commands;

/// <summary><c>news export</c>: the terminal's twin of <c>GET /v1/export</c>.</summary>
internal sealed class ExportCommand : NewsCommand
{
    private static readonly string[] WithoutEffect = ["limit", "offset", "cursor", "best", "hints", "explain", "facet"];

    private readonly Argument<string[]> query = new("QUERY") { Arity = ArgumentArity.ZeroOrMore, Description = "The query; without one, everything, newest first" };
    private readonly Option<string?> format = new("--format") { Description = "jsonl (default) or csv", HelpName = "FORMAT" };
    private readonly IReadOnlyList<SearchParameter> parameters =
        [.. SearchParameter.CreateAll().Where(p => !WithoutEffect.Contains(p.Name) && !p.Name.StartsWith("facet.", StringComparison.Ordinal))];
    private readonly Option<string?> data = Setting.Data.CreateOption();
    private readonly Option<bool> json = new("--json") { Description = "JSON lines, as without --format, and what is refused as JSON too" };

    public ExportCommand(Terminal terminal) : base(terminal, "export", "Write every hit of a search to the standard output, a line or row each.")
    {
        Add(query);
        Add(format);
        foreach (var parameter in parameters) Add(parameter.Option);
        Add(data);
        Add(json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("news export herring > herring.jsonl", "Every article with herring, with all its matching paragraphs"),
        ("news export herring --unit paragraph --format csv > herring.csv", "Every paragraph, as a table"),
        ("news export --actor country:norway --published 2026 --sort date | gzip > norway.jsonl.gz", "A year of Norway, oldest first"),
    ];

    public override string Notes =>
        "Options have the names of the API's parameters, as in news search. Of an article, CSV has all matching paragraphs in one value.\n"
        + "In CSV, a value that a spreadsheet might run as a formula has an apostrophe in front; JSON lines have every character as it is.";

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        var asked = new List<KeyValuePair<string, string>>();
        if (given.GetValue(query) is { Length: > 0 } words) asked.Add(new("q", string.Join(' ', words)));
        asked.AddRange(parameters.SelectMany(p => p.Given(given)));
        if (given.GetValue(format) is { } form) asked.Add(new("format", form));
        if (given.GetValue(json) && given.GetValue(format) is not (null or "jsonl")) throw new CommandFailure(ExitCode.BadUsage, "--json is JSON lines: leave out --format, or --json.");
        await using var corpus = await CorpusAccess.OpenToReadAsync(Setting.Data.Path(given.GetValue(data), Terminal), Terminal, cancel);
        try
        {
            return await corpus.ExportAsync(asked, new ExportSink(Terminal), cancel) is { } refused ? ReplyPrinter.Print(refused, given.GetValue(json), Terminal, _ => { }) : ExitCode.Ok;
        }
        catch (ReaderGoneException)
        {
            return ExitCode.Ok; // head and less take what they want and go
        }
    }
}
