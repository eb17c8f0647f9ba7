using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Search.App.Commands.Printing;

/// <summary>Draws one hit of a search.</summary>
internal sealed class HitPrinter(IAnsiConsole console, Ink ink)
{
    private const int ShownActors = 6;
    private const int Indent = 4;

    public void Print(JsonElement hit, int number)
    {
        var isArticle = hit.Member("article") is not { ValueKind: JsonValueKind.Object };
        var article = isArticle ? hit : hit.GetProperty("article");
        var head = new Paragraph().Append(number.ToString(CultureInfo.InvariantCulture).PadLeft(2) + "  ", ink.Quiet);
        console.Write(ink.Marked(head, article.Text("title"), hit.Items("title_matches"), ink.Strong));
        console.WriteLine();
        WriteIndented(new Paragraph().Append(About(article, hit, isArticle), ink.Quiet));
        foreach (var paragraph in isArticle ? hit.Items("paragraphs") : [hit]) PrintParagraph(paragraph);
        PrintActors(hit);
        PrintCopies(hit);
        foreach (var part in hit.Items("explanation"))
        {
            WriteIndented(new Paragraph().Append(string.Create(CultureInfo.InvariantCulture, $"{part.Real("score"),9:0.000}  {Printable.Line(part.Text("what"))}"), ink.Quiet));
        }
    }

    private static string About(JsonElement article, JsonElement hit, bool isArticle)
    {
        var parts = new List<string?> { article.Text("source"), Date(article), article.Text("id") };
        if (isArticle) parts.Add($"{hit.Number("paragraph_matches")} of {SearchPrinter.Count(hit.Number("paragraph_count"), "paragraph")}");
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)).Select(Printable.Line));
    }

    private static string Date(JsonElement article) =>
        article.Time("published")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date";

    private void PrintParagraph(JsonElement paragraph)
    {
        var line = new Paragraph().Append($"¶{paragraph.Number("ordinal")} ", ink.Quiet);
        WriteIndented(ink.Marked(line, paragraph.Text("text"), paragraph.Items("matches"), ink.Plain));
    }

    private void PrintActors(JsonElement hit)
    {
        var labels = hit.Items("actors").Select(a => Printable.Line(a.Text("label"))).Distinct().ToList();
        if (labels.Count == 0) return;
        var more = Math.Max(labels.Count, hit.Number("actors_total")) - Math.Min(labels.Count, ShownActors);
        var text = "Actors: " + string.Join(", ", labels.Take(ShownActors)) + (more > 0 ? $" and {more} more" : "");
        WriteIndented(new Paragraph().Append(text, ink.Quiet));
    }

    private void PrintCopies(JsonElement hit)
    {
        if (hit.Member("duplicates") is not { } duplicates || duplicates.Number("count") is not (> 0 and var count)) return;
        var sources = duplicates.Items("articles").Select(a => Printable.Line(a.Text("source"))).Where(s => s.Length > 0).Distinct().Take(ShownActors).ToList();
        var where = sources.Count > 0 ? " in " + string.Join(", ", sources) : "";
        WriteIndented(new Paragraph().Append((count == 1 ? "1 copy" : $"{count} copies") + where, ink.Quiet));
    }

    private void WriteIndented(Paragraph paragraph) => console.WriteIndented(paragraph, Indent);
}

/// <summary>What Spectre's console lacks.</summary>
internal static class ConsoleExtensions
{
    /// <summary>Writes a paragraph, each of its lines after as many spaces.</summary>
    public static void WriteIndented(this IAnsiConsole console, Paragraph paragraph, int indent)
    {
        console.Write(new Padder(paragraph, new Padding(indent, 0, 0, 0)));
    }
}
