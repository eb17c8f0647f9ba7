using System.Globalization;
using Search.App.Commands.Printing;
using Search.Evaluation;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Search.App.Commands.Eval;

/// <summary>Draws how well topics are found: a table by subject, then the errors when asked for.</summary>
internal sealed class TopicScoresPrinter(Terminal terminal)
{
    private readonly IAnsiConsole console = terminal.Results();
    private readonly Ink ink = new(terminal.Styled);

    public void Print(TopicScores scores, bool errors)
    {
        var table = ink.Table("subject", "articles", "precision", "recall", "F1");
        foreach (var subject in scores.Subjects)
        {
            Row(table, subject.Label, subject.Articles, subject.Counts.Precision, subject.Counts.Recall, subject.Counts.F1);
        }
        Row(table, "all (micro)", scores.Articles, scores.Micro.Precision, scores.Micro.Recall, scores.Micro.F1);
        Row(table, "mean of subjects (macro)", scores.Articles, scores.MacroPrecision, scores.MacroRecall, scores.MacroF1);
        console.Write(table);
        foreach (var error in errors ? scores.Errors : []) Print(error);
    }

    private void Row(Table table, string label, int articles, params ReadOnlySpan<double> shares) =>
        table.AddRow([ink.Text(label), ink.Number(articles), .. shares.ToArray().Select(s => new Words(s.ToString("0.00", CultureInfo.InvariantCulture), ink.Plain) { Justification = Justify.Right })]);

    private void Print(TopicError error)
    {
        Line(new Paragraph().Append((error.Wrong ? "wrong   " : "missed  ") + error.Subject, ink.Strong).Append($"  {Printable.Line(error.Article)}  {Printable.Line(error.Title)}", ink.Plain));
        foreach (var evidence in error.Evidence)
        {
            Line(new Paragraph().Append($"          {Printable.Line(evidence.Rule)}: {Printable.Line(string.Join(", ", evidence.Words))}", ink.Quiet));
        }
    }

    private void Line(Paragraph text)
    {
        console.Write(text);
        console.WriteLine();
    }
}
