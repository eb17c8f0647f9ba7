using System.Text.Json;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Search.App.Commands.Printing;

/// <summary>
/// The few styles that results are printed in; all plain where the terminal shows none. Foreign text is appended as text, never as markup.
/// </summary>
internal sealed class Ink(bool styled)
{
    public Style Plain { get; } = Style.Plain;
    public Style Strong { get; } = styled ? new Style(decoration: Decoration.Bold) : Style.Plain;
    public Style Quiet { get; } = styled ? new Style(decoration: Decoration.Dim) : Style.Plain;
    public Style Match { get; } = styled ? new Style(Color.Yellow, decoration: Decoration.Bold) : Style.Plain;
    public Style Warning { get; } = styled ? new Style(Color.Yellow) : Style.Plain;

    public Words Text(string? text) => new(Printable.Line(text), Plain);

    public Words Soft(string? text) => new(Printable.Line(text), Quiet);

    public Words Number(long number) => new(number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), Plain) { Justification = Justify.Right };

    /// <summary>Appends text with its matches in <see cref="Match"/>; offsets that do not fit the text are left out.</summary>
    public Paragraph Marked(Paragraph to, string? text, IEnumerable<JsonElement> matches, Style otherwise)
    {
        var clean = Printable.Line(text);
        var at = 0;
        foreach (var match in matches.OrderBy(m => m.Number("start")))
        {
            var (start, end) = (match.Number("start"), match.Number("end"));
            if (start < at || end <= start || end > clean.Length) continue;
            to.Append(clean[at..(int)start], otherwise).Append(clean[(int)start..(int)end], Match);
            at = (int)end;
        }
        return to.Append(clean[at..], otherwise);
    }

    /// <summary>A table without lines around it.</summary>
    public Table Table(params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Words(column, Quiet)) { Padding = new Padding(0, 0, 3, 0), NoWrap = false });
        }
        return table;
    }
}
