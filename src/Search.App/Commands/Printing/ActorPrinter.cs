using System.Text.Json;
using Spectre.Console;

namespace Search.App.Commands.Printing;

/// <summary>Draws the answer of <c>/v1/actors</c>.</summary>
internal sealed class ActorPrinter(Terminal terminal)
{
    private readonly IAnsiConsole console = terminal.Results();
    private readonly Ink ink = new(terminal.Styled);

    public void Print(JsonElement answer)
    {
        var table = ink.Table("actor", "type", "articles", "paragraphs", "id");
        var shown = 0;
        foreach (var actor in answer.Items("actors"))
        {
            var label = actor.Text("label") + (actor.Text("matched_alias") is { Length: > 0 } alias ? $" ({alias})" : "");
            table.AddRow(ink.Text(label), ink.Soft(actor.Text("type")), ink.Number(actor.Number("articles")), ink.Number(actor.Number("paragraphs")), ink.Soft(actor.Text("id")));
            shown++;
        }
        if (shown == 0) console.Write(new Paragraph().Append("No such actor\n", ink.Strong));
        else console.Write(table);
        if (answer.Number("total") - shown is > 0 and var rest && shown > 0)
        {
            console.Write(new Paragraph().Append($"and {rest:N0} more: --limit, or --cursor {Printable.Line(answer.Text("cursor"))}\n", ink.Quiet));
        }
    }
}
