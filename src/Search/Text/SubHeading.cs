namespace Search.Text;

/// <summary>Tells a sub-heading that no mark-up announces: a short line without a stop between two paragraphs of running text.</summary>
internal static class SubHeading
{
    public const string Reason = "a short line without a full stop, between paragraphs of running text";
    private const int MostWords = 10;
    private const int MostCharacters = 80;
    private const int FewestWordsBelow = 8;

    /// <summary>Whether the line is a sub-heading. Sure lines only: a sentence is never one, nor is the line of a table, a list or a signature.</summary>
    public static bool Is(string? before, string line, string? after)
    {
        if (before is null || after is null || line.Length > MostCharacters) return false;
        if (EndsOpen(line) || !StartsAsTitle(line) || Words(line) > MostWords || IsMostlyFigures(line)) return false;
        if (IsSpeaker(line) || line.Contains("://", StringComparison.Ordinal)) return false;
        return IsRunningText(before) && IsRunningText(after);
    }

    /// <summary>Whether a line may be the title of the text below it.</summary>
    public static bool IsTitleLike(string line, string after) =>
        line.Length <= 120 && Words(line) is >= 3 and <= 16 && !line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && !EndsOpen(line) && StartsAsTitle(line) && !IsMostlyFigures(line) && IsRunningText(after);

    private static bool IsRunningText(string text) => Words(text) >= FewestWordsBelow && char.IsLetterOrDigit(FirstLetter(text)) && Blocks.EndsSentence(text);

    /// <summary>A stop, or a sign that the line goes on below.</summary>
    private static bool EndsOpen(string line) => Blocks.EndsSentence(line) || line[^1] is ',' or ';' or ':' or '-' or '–' or '—' or '"' or '”' or '»' or ')' or ']' or '*' or '#' or '>' or '/' or '…';

    private static bool StartsAsTitle(string line)
    {
        var first = FirstLetter(line);
        return (char.IsUpper(first) || char.IsDigit(first) || char.GetUnicodeCategory(first) is System.Globalization.UnicodeCategory.OtherLetter)
            && !line.StartsWith('(') && !line.StartsWith('"') && !line.StartsWith('“') && !line.StartsWith('«') && !line.StartsWith('„');
    }

    /// <summary>The first character behind an opening quotation mark; a bullet or another sign gives itself.</summary>
    private static char FirstLetter(string line)
    {
        foreach (var c in line)
        {
            if (c is not ('‘' or '\'' or '"' or '“' or '«' or '„' or '¿' or '¡' or '(' or '[' or ' ')) return c;
        }
        return ' ';
    }

    /// <summary>Who speaks in an interview: <c>JOURNALIST: And today</c>.</summary>
    private static bool IsSpeaker(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && (Words(line) > 8 || !line.AsSpan(0, colon).ContainsAnyInRange('a', 'z'));
    }

    private static bool IsMostlyFigures(string line)
    {
        var (letters, figures) = (0, 0);
        foreach (var c in line)
        {
            if (char.IsLetter(c)) letters++;
            else if (char.IsDigit(c) || c is '$' or '€' or '£' or '%') figures++;
        }
        return letters < 3 || figures * 4 > letters;
    }

    private static int Words(string text)
    {
        var (words, inside) = (0, false);
        foreach (var c in text)
        {
            if (c == ' ') inside = false;
            else if (!inside) { inside = true; words++; }
        }
        return words;
    }
}
