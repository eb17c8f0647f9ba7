using System.Text.Json;
using Spectre.Console;

namespace Search.App.Commands.Printing;

/// <summary>Draws the counts of a facet as a small table.</summary>
internal sealed class FacetPrinter(IAnsiConsole console, Ink ink)
{
    public void Print(JsonElement facet)
    {
        var field = Printable.Line(facet.Text("field"));
        if (facet.Member("buckets") is not null) PrintDates(facet, field);
        else PrintValues(facet, field);
    }

    private void PrintValues(JsonElement facet, string field)
    {
        var table = ink.Table(field, "articles", "paragraphs", "id");
        var shown = 0;
        foreach (var value in facet.Items("values"))
        {
            var state = value.Text("state") switch { "on" => "+ ", "not" => "- ", _ => "" };
            var id = value.Text("id");
            var label = value.Text("label");
            table.AddRow(ink.Text(state + label), ink.Number(value.Number("articles")), ink.Number(value.Number("paragraphs")), ink.Soft(id == label ? "" : id));
            shown++;
        }
        console.Write(table);
        if (facet.Number("values_total") - shown is > 0 and var rest) console.Write(new Paragraph().Append($"and {SearchPrinter.Count(rest, "value")} more\n", ink.Quiet));
    }

    private void PrintDates(JsonElement facet, string field)
    {
        var table = ink.Table($"{field} by {Printable.Line(facet.Text("interval"))}", "articles", "paragraphs");
        foreach (var bucket in facet.Items("buckets"))
        {
            table.AddRow(ink.Text(bucket.Text("id")), ink.Number(bucket.Number("articles")), ink.Number(bucket.Number("paragraphs")));
        }
        if (facet.Member("missing") is { } missing && missing.Number("articles") > 0)
        {
            table.AddRow(ink.Soft("no date"), ink.Number(missing.Number("articles")), ink.Number(missing.Number("paragraphs")));
        }
        console.Write(table);
    }
}
