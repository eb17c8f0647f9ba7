using System.CommandLine;
using System.Text.Json;
using Search.App.Commands.Printing;
using Search.Evaluation;
using Search.Searching;

namespace Search.App.Commands.Eval;

/// <summary><c>news eval html</c>: how well articles are read from pages, beside SmartReader.</summary>
internal sealed class EvalHtmlCommand : NewsCommand
{
    private readonly Argument<string> folder = new("DIR")
    {
        Description = "A folder of pages with gold text: ground-truth.json beside ID.html.gz, or a sub-folder for each page with source.html, expected.html and expected-metadata.json",
    };
    private readonly Option<int> worst = new("--worst") { Description = "How many of the pages that were read worst to list", DefaultValueFactory = _ => 10, HelpName = "N" };
    private readonly Option<bool> json = new("--json") { Description = "Print the numbers of all pages as JSON" };

    public EvalHtmlCommand(Terminal terminal) : base(terminal, "html", "Measure how well articles are read from HTML pages: text, titles and dates, with SmartReader over the same pages beside it.")
    {
        Add(folder);
        Add(worst);
        Add(json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("news eval html pages/", "Means, medians and the worst pages"),
        ("news eval html pages/ --json", "Every page's numbers"),
    ];

    public override string Notes => """
        Compared are words as the index forms them, as bags: a word is met as often as both texts have it. Of the article
        count the paragraphs that searches see, without headline and captions. Precision is met / found, recall is
        met / expected, F1 their harmonic mean; each is averaged over the pages. A title is right when it is the expected
        one, signs, case and a site's name behind it aside; a date is right when it is the expected second.
        """;

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        if (given.GetValue(worst) < 0) throw new CommandFailure(ExitCode.BadUsage, "--worst must be 0 or more.");
        HtmlReport report;
        try { report = HtmlEvaluation.Run(Path.GetFullPath(given.GetRequiredValue(folder), Terminal.Folder), cancel); }
        catch (EvaluationException e) { throw new CommandFailure(ExitCode.BadUsage, e.Message); }
        if (given.GetValue(json)) await Terminal.Out.WriteLineAsync(ToJson(report));
        else new HtmlReportPrinter(Terminal).Print(report, given.GetValue(worst));
        return ExitCode.Ok;
    }

    private static string ToJson(HtmlReport report) => JsonSerializer.Serialize(new
    {
        Pages = report.Pages.Count,
        report.Mean,
        report.Median,
        SmartReader = new { Mean = report.MeanOfSmartReader, Median = report.MedianOfSmartReader },
        Titles = new { report.Titles.Right, report.Titles.Of },
        Dates = new { report.Dates.Right, report.Dates.Of },
        Results = report.Pages,
    }, SearchJson.Options);
}
