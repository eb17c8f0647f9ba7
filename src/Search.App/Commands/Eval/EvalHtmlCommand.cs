using System.CommandLine;
using Search.Evaluation;

namespace Search.App.Commands.Eval;

/// <summary><c>news eval html</c>: how well articles are read from pages.</summary>
internal sealed class EvalHtmlCommand : NewsCommand
{
    private readonly Argument<string> folder = new("DIR") { Description = "Folder of pages" };

    public EvalHtmlCommand(Terminal terminal) : base(terminal, "html", "Measure")
    {
        Add(folder);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples => [];

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        var r = HtmlEvaluation.Run(given.GetRequiredValue(folder), cancel);
        foreach (var p in r.Pages.OrderBy(p => p.Text.F1)) Terminal.Out.WriteLine(FormattableString.Invariant($"{p.Page[..Math.Min(p.Page.Length, 12)],-12} {p.Text.Precision:0.000} {p.Text.Recall:0.000} {p.Text.F1:0.000}   {p.SmartReader.F1:0.000} {p.IsTitleRight} {p.IsDateRight} {p.Problem}"));
        Terminal.Out.WriteLine($"{r.Mean} {r.Median}\n{r.MeanOfSmartReader} {r.MedianOfSmartReader} {r.Titles} {r.Dates}");
        return 0;
    }
}
