using System.Globalization;
using Search.Evaluation;
using Spectre.Console;

namespace Search.App.Commands.Printing;

/// <summary>Draws the report of <c>news eval html</c>.</summary>
internal sealed class HtmlReportPrinter(Terminal terminal)
{
    private readonly IAnsiConsole console = terminal.Results();
    private readonly Ink ink = new(terminal.Styled);

    /// <param name="report">The numbers.</param>
    /// <param name="worst">How many of the pages with the lowest F1 are listed.</param>
    public void Print(HtmlReport report, int worst)
    {
        Line(SearchPrinter.Count(report.Pages.Count, "page"), ink.Strong);
        var means = ink.Table("", "precision", "recall", "F1", "median F1");
        Add(means, "news", report.Mean, report.Median);
        Add(means, "SmartReader", report.MeanOfSmartReader, report.MedianOfSmartReader);
        console.Write(means);
        if (report.Titles.Of + report.Dates.Of > 0)
            Line(string.Create(CultureInfo.InvariantCulture, $"right titles: {report.Titles.Right} of {report.Titles.Of}, right dates: {report.Dates.Right} of {report.Dates.Of}"), ink.Plain);
        if (worst > 0) PrintWorst(report, worst);
    }

    private void PrintWorst(HtmlReport report, int most)
    {
        var pages = ink.Table("worst pages", "precision", "recall", "F1", "SmartReader", "");
        foreach (var page in report.Pages.OrderBy(p => p.Text.F1).Take(most))
        {
            string[] faults = [page.IsTitleRight == false ? "another title" : "", page.IsDateRight == false ? "another date" : "", page.Problem ?? ""];
            pages.AddRow(ink.Text(page.Page), Number(page.Text.Precision), Number(page.Text.Recall), Number(page.Text.F1), Number(page.SmartReader.F1), ink.Text(string.Join("; ", faults.Where(f => f.Length > 0))));
        }
        console.Write(pages);
    }

    private void Add(Table to, string name, TextOverlap mean, double median) =>
        to.AddRow(ink.Text(name), Number(mean.Precision), Number(mean.Recall), Number(mean.F1), Number(median));

    private Spectre.Console.Text Number(double value) => ink.Text(value.ToString("0.000", CultureInfo.InvariantCulture));

    private void Line(string text, Style style)
    {
        console.Write(new Paragraph().Append(text, style));
        console.WriteLine();
    }
}
