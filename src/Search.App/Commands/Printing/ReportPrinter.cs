using Search.App.Commands.Indexing;
using Spectre.Console;

namespace Search.App.Commands.Printing;

/// <summary>Draws the report that ends <c>news index</c>.</summary>
internal sealed class ReportPrinter(Terminal terminal)
{
    private const int MostFiles = 50;
    private readonly IAnsiConsole console = terminal.Results();
    private readonly Ink ink = new(terminal.Styled);

    public void Print(IndexReport report)
    {
        Line(FormattableString.Invariant($"{SearchPrinter.Count(report.Read, "article")} read in {report.Elapsed.TotalSeconds:0.0} s ({report.ArticlesPerSecond:N0}/s)"), ink.Strong);
        if (report.Before > 0) Line(FormattableString.Invariant($"  went on behind {report.Before:N0} that an interrupted run had taken in"), ink.Plain);
        if (report.IsDry) Line("  nothing was written; into an empty index it would be:", ink.Plain);
        Line(FormattableString.Invariant($"  {report.Created:N0} created, {report.Updated:N0} updated, {report.Unchanged:N0} unchanged, {SearchPrinter.Count(report.Paragraphs, "paragraph")}"), ink.Plain);
        foreach (var format in report.Formats)
        {
            var problems = format.Problems > 0 ? ", " + SearchPrinter.Count(format.Problems, "problem") : "";
            Line($"  {format.Format}: {SearchPrinter.Count(format.Articles, "article")} in {SearchPrinter.Count(format.Files, "file")}{problems}", ink.Plain);
        }
        if (report.Problems == 0) return;
        Line("  " + SearchPrinter.Count(report.Problems, "problem"), ink.Warning);
        foreach (var (file, problems) in report.ProblemsByFile.Take(MostFiles))
        {
            Line(FormattableString.Invariant($"  {Printable.Line(file)}: {problems:N0}"), ink.Plain);
            foreach (var told in report.Reasons.Where(r => r.File == file))
            {
                Line($"    {Printable.Line(told.Place.Length > 0 ? told.Place + ": " : "")}{Printable.Line(told.Reason)}", ink.Quiet);
            }
        }
        if (report.ProblemsByFile.Count - MostFiles is > 0 and var rest) Line($"  and {SearchPrinter.Count(rest, "file")} more", ink.Quiet);
    }

    private void Line(string text, Style style)
    {
        console.Write(new Paragraph().Append(text, style));
        console.WriteLine();
    }
}
