using System.Globalization;
using System.Text.RegularExpressions;
using Search.Tests.House;

namespace Search.Tests.Api.Typed;

/// <summary>A line of <c>typed.txt</c>: what somebody types, and what must come of it where the file says so.</summary>
internal sealed partial record TypedLine(int Line, string Text, string? Reads, string? Finds, string? Warns, string? Refused)
{
    public static IReadOnlyList<TypedLine> All { get; } =
        [.. Repository.Read("tests/Search.Tests/Api/Typed/typed.txt").ReplaceLineEndings("\n").Split('\n').Select((text, i) => (Text: text, Number: i + 1)).Where(l => l.Text.Length > 0 && !l.Text.StartsWith("# ", StringComparison.Ordinal)).Select(l => Read(l.Number, l.Text))];

    private static TypedLine Read(int number, string line)
    {
        var parts = line.Split("  ⇢ ");
        var said = parts[1..].Select(p => p.Split(' ', 2)).ToDictionary(p => p[0], p => p[1]);
        if (said.Keys.Except(["reads", "finds", "warns", "refused"]).FirstOrDefault() is { } odd) throw new FormatException($"typed.txt:{number}: there is no '{odd}'");
        return new TypedLine(number, Seen(parts[0]), said.GetValueOrDefault("reads"), said.GetValueOrDefault("finds"), said.GetValueOrDefault("warns"), said.GetValueOrDefault("refused"));
    }

    private static string Seen(string text)
    {
        text = Code().Replace(text, m => ((char)int.Parse(m.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        text = Times().Replace(text, m => string.Concat(Enumerable.Repeat(m.Groups["what"].Value, int.Parse(m.Groups["times"].Value, CultureInfo.InvariantCulture))));
        return text.Replace("⟨tab⟩", "\t", StringComparison.Ordinal).Replace("⟨newline⟩", "\n", StringComparison.Ordinal);
    }

    [GeneratedRegex("⟨U\\+(?<code>[0-9A-F]{4})⟩", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Code();

    [GeneratedRegex("⟨(?<times>[0-9]+) times (?<what>[^⟩]+)⟩", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Times();
}
