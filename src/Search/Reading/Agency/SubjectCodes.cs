using System.Globalization;
using Search.Articles;
using Search.Text;

namespace Search.Reading.Agency;

/// <summary>
/// Topics of the IPTC's schemes. A media topic has its own id. Of a subject code, the elder scheme, only the root is a media topic: its 17
/// top-level numbers are those of the media topics (<c>15000000</c> is sport in both); what is below keeps its label.
/// </summary>
internal static class SubjectCodes
{
    private const string File = "topics/media-topics.tsv";
    private const string Prefix = "medtop:";
    private const int Roots = 17;
    private const int FirstBelow = 20_000_000;

    /// <summary>The labels by id. Copyright IPTC, CC BY 4.0.</summary>
    private static readonly Lazy<Dictionary<string, string>> Labels = new(() => DataFolder.Default.Rows(File, 2).ToDictionary(r => r[0], r => r[1]));

    /// <summary>Whether a text is a code of one of the schemes: eight digits in their range.</summary>
    public static bool Is(string code) => Number(code) is var number && (number >= FirstBelow || number / 1_000_000 is >= 1 and <= Roots);

    /// <summary>The topics of a code, none when it is no code of the schemes.</summary>
    /// <param name="code">Eight digits.</param>
    /// <param name="label">As the source names it; may be empty.</param>
    public static IEnumerable<FeedTopic> Topics(string code, string label)
    {
        if (!Is(code)) yield break;
        var number = Number(code);
        if (number >= FirstBelow || number % 1_000_000 == 0)
        {
            yield return Topic(code, label);
            yield break;
        }
        var root = Topic(code[..2] + "000000", "");
        yield return root;
        if (label.Length is > 2 and <= 80 && label.Any(char.IsLetter) && !label.Equals(root.Label, StringComparison.OrdinalIgnoreCase)) yield return new FeedTopic(null, label);
    }

    /// <summary>Whether a word of the source says something as a topic: no code, no slug.</summary>
    public static bool IsLabel(string label) => label.Length is > 3 and <= 60 && !label.Any(c => char.IsDigit(c) || c is '/' or '\\' or '_' or ':' or '(') && label.Any(char.IsLower) && !IsSlug(label);

    /// <summary>Words run together: <c>UnitedKingdom</c>, <c>INT-Teams</c>.</summary>
    private static bool IsSlug(string label)
    {
        if (label.Contains('-', StringComparison.Ordinal) && label.Count(char.IsUpper) > 2) return true;
        for (var i = 1; i < label.Length; i++)
        {
            if (char.IsUpper(label[i]) && char.IsLower(label[i - 1]) && !label.Contains(' ', StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static FeedTopic Topic(string code, string label) => new(Prefix + code, Labels.Value.GetValueOrDefault(Prefix + code) ?? (label.Length > 0 ? label : code));

    private static int Number(string code) => code.Length == 8 && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
