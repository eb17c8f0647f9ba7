using System.Text.Json;
using Spectre.Console;

namespace Search.App.Commands.Printing;

/// <summary>Draws the answer of <c>/v1/topics</c> as a tree; topics without articles only when asked for.</summary>
internal sealed class TopicPrinter(Terminal terminal, bool all)
{
    private readonly IAnsiConsole console = terminal.Results();
    private readonly Ink ink = new(terminal.Styled);

    public void Print(JsonElement answer)
    {
        var roots = Shown(answer.Items("topics")).ToList();
        if (roots.Count == 0) console.Write(new Paragraph().Append("No article has a topic\n", ink.Strong));
        foreach (var root in roots)
        {
            var tree = new Tree(Line(root)) { Style = ink.Quiet, Guide = TreeGuide.Line };
            Grow(tree, root);
            console.Write(tree);
        }
    }

    private IEnumerable<JsonElement> Shown(IEnumerable<JsonElement> topics) => topics.Where(t => all || t.Number("articles") > 0);

    /// <summary>As deep as the JSON, which the reader bounds.</summary>
    private void Grow(IHasTreeNodes above, JsonElement topic)
    {
        foreach (var below in Shown(topic.Items("children"))) Grow(above.AddNode(Line(below)), below);
    }

    private Paragraph Line(JsonElement topic) => new Paragraph()
        .Append(Printable.Line(topic.Text("label")), ink.Plain)
        .Append($"  {SearchPrinter.Count(topic.Number("articles"), "article")}, {SearchPrinter.Count(topic.Number("paragraphs"), "paragraph")}  {Printable.Line(topic.Text("id"))}", ink.Quiet);
}
