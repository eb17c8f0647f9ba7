using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Search.App.Commands.Printing;

/// <summary>Draws the answer of <c>/v1/search</c>.</summary>
internal sealed class SearchPrinter(Terminal terminal)
{
    private readonly IAnsiConsole console = terminal.Results();
    private readonly Ink ink = new(terminal.Styled);

    public void Print(JsonElement answer)
    {
        PrintCounts(answer);
        foreach (var warning in answer.Items("warnings")) PrintWarning(warning);
        var hits = new HitPrinter(console, ink);
        var number = 0;
        foreach (var hit in answer.Items("hits"))
        {
            console.WriteLine();
            hits.Print(hit, ++number);
        }
        var facets = new FacetPrinter(console, ink);
        foreach (var facet in answer.Items("facets"))
        {
            console.WriteLine();
            facets.Print(facet);
        }
        PrintOutlook(answer, number);
    }

    private void PrintCounts(JsonElement answer)
    {
        var line = new Paragraph();
        if (answer.Member("counts") is { } counts)
        {
            var (articles, paragraphs) = (counts.Number("articles"), counts.Number("paragraphs"));
            line.Append(paragraphs == 0 ? "Nothing found" : $"{Count(articles, "article")}, {Count(paragraphs, "paragraph")}", ink.Strong);
            if (counts.Member("groups") is { ValueKind: JsonValueKind.Number }) line.Append($", {Count(counts.Number("groups"), "group")} of copies folded", ink.Plain);
            if (counts.Member("exact") is { ValueKind: JsonValueKind.False }) line.Append(" (at least: time ran out)", ink.Warning);
        }
        line.Append(string.Create(CultureInfo.InvariantCulture, $"  {answer.Real("took_ms"):0.#} ms"), ink.Quiet);
        if (answer.Text("parsed") is { Length: > 0 } parsed) line.Append("  read as ", ink.Quiet).Append(Printable.Line(parsed), ink.Quiet);
        console.Write(line);
        console.WriteLine();
    }

    private void PrintWarning(JsonElement warning)
    {
        var line = new Paragraph().Append("! " + Printable.Line(warning.Text("message")), ink.Warning);
        if (warning.Text("suggestion") is { Length: > 0 } suggestion) line.Append(" Try: " + Printable.Line(suggestion), ink.Warning);
        console.Write(line);
        console.WriteLine();
    }

    /// <summary>What to ask next: wider readings, and the rest of the hits.</summary>
    private void PrintOutlook(JsonElement answer, int shown)
    {
        var hints = answer.Items("hints").ToList();
        var more = shown > 0 && answer.Text("cursor") is { Length: > 0 };
        if (hints.Count > 0 || more) console.WriteLine();
        foreach (var hint in hints)
        {
            console.Write(new Paragraph().Append(Reading(hint), ink.Plain)
                .Append($"  {Count(hint.Number("articles"), "article")}, {Count(hint.Number("paragraphs"), "paragraph")}", ink.Quiet));
            console.WriteLine();
        }
        if (!more) return;
        console.Write(new Paragraph().Append("There are more: go on with --offset, or with --cursor " + Printable.Line(answer.Text("cursor")), ink.Quiet));
        console.WriteLine();
    }

    private static string Reading(JsonElement hint)
    {
        var option = "--" + Printable.Line(hint.Text("parameter")).Replace('_', '-');
        var value = Printable.Line(hint.Text("value"));
        return hint.Text("type") switch
        {
            "spelling" => $"Did you mean: {value}",
            "drop_filter" => $"Without {option} {value}".TrimEnd(),
            _ => $"With {option} {value}",
        };
    }

    /// <summary><c>1 article</c>, <c>1,234 articles</c>.</summary>
    internal static string Count(long number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
