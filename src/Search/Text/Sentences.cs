using System.Runtime.InteropServices;

namespace Search.Text;

/// <summary>A sentence of a text: offsets in UTF-16 code units, without the space around it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sentence(int Start, int End);

/// <summary>
/// Finds the sentences of a paragraph. A stop ends one unless it belongs to an initial, a number or an abbreviation
/// (<c>language/abbreviations.tsv</c>); quotation marks and brackets that close after the stop belong to the sentence before.
/// </summary>
internal sealed class Sentences
{
    internal const string File = "language/abbreviations.tsv";
    private readonly HashSet<string> never = [];
    private readonly HashSet<string> sometimes = [];
    private readonly HashSet<string> ordinalLanguages = [];
    private readonly StopWords small;

    public Sentences(DataFolder data)
    {
        small = StopWords.Read(data);
        foreach (var row in data.Rows(File, 3))
        {
            if (row[2] == "ordinal") ordinalLanguages.Add(row[0]);
            else (row[2] == "never" ? never : sometimes).Add(row[1]);
        }
    }

    /// <summary>The rules that ship with the product.</summary>
    public static Sentences Default { get; } = new(DataFolder.Default);

    /// <summary>The sentences in order; between them stands only white space. None for an empty text.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="language">In some languages a number with a stop is an ordinal: <c>3. Mai</c>.</param>
    public List<Sentence> Find(string text, string language = LanguageDetector.Unknown)
    {
        var sentences = new List<Sentence>();
        var start = SkipSpace(text, 0);
        for (var i = start; i < text.Length; i++)
        {
            if (!IsStop(text[i])) continue;
            var stop = i;
            while (i + 1 < text.Length && IsStop(text[i + 1])) i++;
            var end = i + 1;
            while (end < text.Length && IsCloser(text[end])) end++;
            if (!Ends(text, stop, i, end, language)) continue;
            sentences.Add(new Sentence(start, end));
            start = SkipSpace(text, end);
            i = start - 1;
        }
        var last = text.Length;
        while (last > start && char.IsWhiteSpace(text[last - 1])) last--;
        if (last > start) sentences.Add(new Sentence(start, last));
        return sentences;
    }

    private bool Ends(string text, int stop, int lastStop, int end, string language)
    {
        if (text[stop] is '。' or '！' or '？') return true;
        if (end == text.Length) return true;
        if (!char.IsWhiteSpace(text[end])) return false;
        var next = SkipSpace(text, end);
        if (next == text.Length) return true;
        if (text[next] is '–' or '—' or '-' && end > lastStop + 1) return false;
        while (next < text.Length && IsOpener(text[next])) next++;
        if (next == text.Length || char.IsLower(text[next])) return false;
        return text[stop] != '.' || lastStop > stop || end > stop + 1 || !IsAbbreviated(text, stop, next, language);
    }

    private bool IsAbbreviated(string text, int stop, int next, string language)
    {
        var from = stop;
        while (from > 0 && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.')) from--;
        var word = text.AsSpan(from, stop - from);
        if (word.Length is 0 or > 12) return false;
        if (word.Length == 1 && char.IsUpper(word[0])) return true;
        if (word.Length <= 2 && !word.ContainsAnyExceptInRange('0', '9')) return ordinalLanguages.Contains(language) && !StartsSmall(text, next, language);
        var folded = Fold.Word(word.ToString());
        if (never.Contains(folded)) return true;
        return (word.Contains('.') && HasOnlyInitials(word) || sometimes.Contains(folded)) && !StartsSmall(text, next, language);
    }

    /// <summary><c>U.S</c>, <c>a.m</c>: single letters with stops between.</summary>
    private static bool HasOnlyInitials(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if ((i & 1) == 0 ? !char.IsLetter(word[i]) : word[i] != '.') return false;
        }
        return true;
    }

    private bool StartsSmall(string text, int at, string language)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return small.Has(language, text.AsSpan(at, end - at));
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।';
    private static bool IsCloser(char c) => c is '"' or '”' or '’' or '\'' or '»' or '“' or ')' or ']' or '」';
    private static bool IsOpener(char c) => c is '"' or '“' or '‘' or '\'' or '«' or '„' or '(' or '[' or '»' or '「';
}
