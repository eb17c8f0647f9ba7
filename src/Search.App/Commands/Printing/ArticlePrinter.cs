using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Search.App.Commands.Printing;

/// <summary>Draws the answer of <c>/v1/articles/{id}</c>.</summary>
internal sealed class ArticlePrinter(Terminal terminal)
{
    private readonly IAnsiConsole console = terminal.Results();
    private readonly Ink ink = new(terminal.Styled);

    public void Print(JsonElement article)
    {
        PrintHead(article);
        console.WriteLine();
        foreach (var paragraph in article.Items("paragraphs")) PrintParagraph(paragraph);
        PrintActors(article);
        PrintTopics(article);
    }

    private void PrintHead(JsonElement article)
    {
        var title = ink.Marked(new Paragraph(), article.Text("title"), article.Items("title_matches"), ink.Strong);
        if (article.Is("title_derived")) title.Append("  (headline made from the lead)", ink.Quiet);
        console.Write(title);
        console.WriteLine();
        var authors = string.Join(", ", article.Texts("authors"));
        Quietly(article.Text("source"), Date(article.Time("published")) ?? "no date", authors.Length > 0 ? "by " + authors : null, article.Text("section"), article.Text("language"));
        Quietly(article.Text("id"), $"version {article.Number("version")}", Date(article.Time("revised")) is { } revised ? "revised " + revised : null, SearchPrinter.Count(article.Number("paragraph_count"), "paragraph"));
        Quietly(article.Text("url"));
    }

    private void PrintParagraph(JsonElement paragraph)
    {
        var kind = paragraph.Text("kind");
        var isBoilerplate = kind == "boilerplate";
        var style = isBoilerplate ? ink.Quiet : kind is "headline" or "heading" ? ink.Strong : ink.Plain;
        var line = new Paragraph().Append(paragraph.Number("ordinal").ToString(CultureInfo.InvariantCulture).PadLeft(4) + "  ", ink.Quiet);
        ink.Marked(line, paragraph.Text("text"), paragraph.Items("matches"), style);
        if (kind is not ("body" or "lead" or "headline"))
        {
            var reason = Printable.Line(paragraph.Text("reason"));
            line.Append($"  [{Printable.Line(kind)}{(reason.Length > 0 ? ": " + reason : "")}]", ink.Quiet);
        }
        console.Write(line);
        console.WriteLine();
    }

    private void PrintActors(JsonElement article)
    {
        var table = ink.Table("actor", "type", "paragraphs", "mentions", "role", "id");
        foreach (var actor in article.Items("actors"))
        {
            table.AddRow(ink.Text(actor.Text("label")), ink.Soft(actor.Text("type")), ink.Number(actor.Number("paragraphs")), ink.Number(actor.Number("mentions")), ink.Soft(actor.Text("role")), ink.Soft(actor.Text("id")));
        }
        WriteTable(table);
    }

    private void PrintTopics(JsonElement article)
    {
        var table = ink.Table("topic", "by", "id");
        foreach (var topic in article.Items("topics"))
        {
            var by = topic.Text("by") + (topic.Text("rule") is { } rule ? ":" + rule : "") + (topic.Member("evidence_ordinal") is { ValueKind: JsonValueKind.Number } ? $" ¶{topic.Number("evidence_ordinal")}" : "")
                + (topic.Text("evidence") is { } words ? $" \"{words}\"" : "");
            table.AddRow(ink.Text(topic.Text("label")), ink.Soft(by), ink.Soft(topic.Text("id")));
        }
        WriteTable(table);
    }

    private void WriteTable(Table table)
    {
        if (table.Rows.Count == 0) return;
        console.WriteLine();
        console.Write(table);
    }

    private void Quietly(params ReadOnlySpan<string?> parts)
    {
        var text = string.Join(" · ", parts.ToArray().Where(p => !string.IsNullOrEmpty(p)).Select(Printable.Line));
        if (text.Length == 0) return;
        console.Write(new Paragraph().Append(text, ink.Quiet));
        console.WriteLine();
    }

    private static string? Date(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
