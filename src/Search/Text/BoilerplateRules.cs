using System.Buffers;
using System.Globalization;
using System.Text;

namespace Search.Text;

/// <summary>
/// Knows the furniture of sites and agencies by its words: rules of <c>language/boilerplate.tsv</c>, compared folded. Every rule has a
/// limit of words, so that a sentence that merely uses the words is left alone, and a direct quote is never furniture.
/// </summary>
internal sealed class BoilerplateRules
{
    internal const string File = "language/boilerplate.tsv";
    private const int LongestText = 600;
    private readonly Dictionary<string, List<Rule>> equal = [];
    private readonly Dictionary<string, List<Rule>> starting = [];
    private readonly List<Rule> within = [];
    private readonly SearchValues<string> withinTexts;

    private sealed record Rule(string Language, string Id, string Text, string Reason, int MostWords)
    {
        public bool Speaks(string language) => Language == "*" || Language == language || language == LanguageDetector.Unknown;
    }

    public BoilerplateRules(DataFolder data)
    {
        foreach (var row in data.Rows(File, 6))
        {
            var text = Fold.Word(row[3]);
            var most = row[5].Length > 0 ? int.Parse(row[5], CultureInfo.InvariantCulture) : DefaultWords(row[2]);
            var rule = new Rule(row[0], row[1], text, row[4], most);
            switch (row[2])
            {
                case "equals": Add(equal, text, rule); break;
                case "starts": Add(starting, FirstWord(text), rule); break;
                default: within.Add(rule); break;
            }
        }
        withinTexts = SearchValues.Create([.. within.Select(r => r.Text)], StringComparison.Ordinal);
    }

    /// <summary>The rules that ship with the product.</summary>
    public static BoilerplateRules Default { get; } = new(DataFolder.Default);

    /// <summary>Why a paragraph is furniture, with the rule's id; null when it is not.</summary>
    public string? Reason(string paragraph, string language)
    {
        if (paragraph.Length is 0 or > LongestText || IsQuote(paragraph[0])) return null;
        var text = Ascii.IsValid(paragraph) ? paragraph.ToLowerInvariant() : Fold.Word(paragraph);
        var rule = equal.GetValueOrDefault(Bare(text))?.Find(r => r.Speaks(language)) ?? Starting(text, language) ?? Within(text, language);
        return rule is null ? null : $"{rule.Reason} (rule {rule.Id})";
    }

    private Rule? Starting(string text, string language)
    {
        if (!starting.TryGetValue(FirstWord(text), out var rules)) return null;
        var words = Words(text);
        return rules.Find(r => r.Speaks(language) && words <= r.MostWords && StartsWith(text, r.Text));
    }

    private Rule? Within(string text, string language)
    {
        if (within.Count == 0 || !text.AsSpan().ContainsAny(withinTexts) || text.AsSpan().IndexOfAny('"', '“', '«') >= 0) return null;
        var words = Words(text);
        return within.Find(r => r.Speaks(language) && words <= r.MostWords && ContainsWords(text, r.Text));
    }

    private static bool StartsWith(string text, string words) => words.EndsWith('*')
        ? text.AsSpan().StartsWith(words.AsSpan(0, words.Length - 1), StringComparison.Ordinal)
        : text.StartsWith(words, StringComparison.Ordinal) && IsBoundary(text, words.Length);

    private static bool ContainsWords(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && IsBoundary(text, at + words.Length)) return true;
        }
        return false;
    }

    private static int DefaultWords(string where) => where switch { "starts" => 30, "contains" => 30, "whole-short" => 8, _ => int.MaxValue };

    private static bool IsBoundary(string text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]) || !char.IsLetterOrDigit(text[at - 1]);

    private static string FirstWord(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return text[..Math.Max(end, Math.Min(1, text.Length))];
    }

    private static string Bare(string text) => text.Trim(' ', '.', '!', ':', '*', '-', '–', '—', '…', '>', '<', '»', '[', ']', '(', ')', '|', '#', '_', '→', '▶', '=', '~', '•');

    private static bool IsQuote(char c) => c is '"' or '“' or '«' or '„' or '”' or '‘' or '\'';

    private static int Words(string text) => text.AsSpan().Count(' ') + 1;

    private static void Add(Dictionary<string, List<Rule>> into, string key, Rule rule)
    {
        if (!into.TryGetValue(key, out var rules)) into[key] = rules = [];
        rules.Add(rule);
    }
}
