using System.Globalization;

namespace Search.Text;

/// <summary>
/// Tells a text's language by its script and, where several languages share one, by its small words. Says <c>und</c> rather than guess.
/// </summary>
internal sealed class LanguageDetector
{
    public const string Unknown = "und";
    private const int SampleWords = 400;
    private const int FewestWords = 4;
    private readonly StopWords words;
    private readonly Script[] scripts;

    private sealed record Script(int[] Ranges, string Language, int Weight, (string Language, string Letters)[] Hints);

    public LanguageDetector(DataFolder data)
    {
        words = StopWords.Read(data);
        scripts = [.. data.Rows(ScriptFile, 5).Select(ReadScript)];
    }

    internal const string ScriptFile = "language/scripts.tsv";

    /// <summary>An ISO 639-1 code in lower case, or <c>und</c>. Looks at the beginning only; cost does not grow with the text.</summary>
    public string Detect(string text)
    {
        var sample = text.Length > 4000 ? text[..4000] : text;
        return ByScript(sample) ?? ByWords(sample) ?? Unknown;
    }

    /// <summary>
    /// A given language tag as a code: <c>en-GB</c>, <c>eng</c> and <c>English</c> are <c>en</c>. Null when it names no single language.
    /// </summary>
    public static string? Normalise(string? tag)
    {
        var name = tag?.Trim().ToLowerInvariant() ?? "";
        var end = name.AsSpan().IndexOfAny('-', '_');
        var primary = end > 0 ? name[..end] : name;
        if (primary is "" or "und" or "mul" or "zxx" or "mis") return null;
        if (!primary.All(c => c is >= 'a' and <= 'z')) return null;
        return primary.Length switch
        {
            2 => primary,
            3 => TwoLetters(primary),
            _ => CultureInfo.GetCultures(CultureTypes.NeutralCultures)
                .FirstOrDefault(c => c.EnglishName.Equals(primary, StringComparison.OrdinalIgnoreCase))?.TwoLetterISOLanguageName,
        };
    }

    private static string? TwoLetters(string code)
    {
        try
        {
            var two = CultureInfo.GetCultureInfo(code).TwoLetterISOLanguageName;
            return two.Length == 2 ? two : null;
        }
        catch (CultureNotFoundException) { return null; }
    }

    private string? ByScript(string text)
    {
        Span<int> counts = stackalloc int[scripts.Length];
        var latin = 0;
        foreach (var c in text)
        {
            if (c < 0x250)
            {
                if (char.IsLetter(c)) latin++;
                continue;
            }
            for (var s = 0; s < scripts.Length; s++)
            {
                if (!Holds(scripts[s].Ranges, c)) continue;
                counts[s] += scripts[s].Weight;
                break;
            }
        }
        var best = 0;
        for (var s = 1; s < counts.Length; s++)
        {
            if (counts[s] > counts[best]) best = s;
        }
        if (counts.Length == 0 || counts[best] < 5 || counts[best] <= latin) return null;
        foreach (var (language, letters) in scripts[best].Hints)
        {
            if (text.AsSpan().IndexOfAny(letters) >= 0) return language;
        }
        return ByWords(text) ?? scripts[best].Language;
    }

    private string? ByWords(string text)
    {
        Span<double> scores = stackalloc double[64];
        Span<char> lower = stackalloc char[24];
        var (seen, at) = (0, 0);
        while (at < text.Length && seen < SampleWords)
        {
            if (!char.IsLetter(text[at])) { at++; continue; }
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            seen++;
            if (at - start > lower.Length || IsPart(text, start, at)) continue;
            text.AsSpan(start, at - start).ToLowerInvariant(lower);
            var mask = words.Mask(lower[..(at - start)]);
            for (var rest = mask; rest != 0; rest &= rest - 1) scores[System.Numerics.BitOperations.TrailingZeroCount(rest)] += 0.5 + StopWords.Share(mask);
        }
        if (seen < FewestWords) return null;
        var (first, second) = (0, -1);
        for (var i = 1; i < words.Languages.Count; i++)
        {
            if (scores[i] > scores[first]) (first, second) = (i, first);
            else if (second < 0 || scores[i] > scores[second]) second = i;
        }
        var runnerUp = second < 0 ? 0 : scores[second];
        var sure = scores[first] >= Math.Max(2, seen * 0.1) && scores[first] >= runnerUp * 1.25 + 0.4;
        return sure ? words.Languages[first] : null;
    }

    /// <summary>A letter that is no word of its own: behind an apostrophe (<c>Iran's</c>) or before a stop (<c>U.S.</c>).</summary>
    private static bool IsPart(string text, int start, int end) =>
        end - start == 1 && ((start > 0 && text[start - 1] is '\'' or '’') || (end < text.Length && text[end] == '.'));

    private static bool Holds(int[] ranges, char c)
    {
        for (var i = 0; i < ranges.Length; i += 2)
        {
            if (c >= ranges[i] && c <= ranges[i + 1]) return true;
        }
        return false;
    }

    private static Script ReadScript(string[] row)
    {
        var ranges = DataFolder.Values(row[1]).SelectMany(r => r.Split('-')).Select(h => int.Parse(h, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        var hints = DataFolder.Values(row[4]).Select(h => (h[..h.IndexOf(':', StringComparison.Ordinal)], h[(h.IndexOf(':', StringComparison.Ordinal) + 1)..]));
        return new Script([.. ranges], row[2], row[3].Length > 0 ? int.Parse(row[3], CultureInfo.InvariantCulture) : 1, [.. hints]);
    }
}
