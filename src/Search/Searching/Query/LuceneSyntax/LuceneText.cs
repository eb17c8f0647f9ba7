using System.Text;

namespace Search.Searching.Query.LuceneSyntax;

/// <summary>The text of a query in Lucene's syntax, before it is parsed. Offsets stay those of the text as typed.</summary>
internal static class LuceneText
{
    /// <summary>
    /// Opening brackets, wherever they stand. Which of them open a group only a parser can tell (<c>(a ")"</c>), and Lucene's uses up the stack for each.
    /// </summary>
    public const int Brackets = 32;

    /// <summary>The place of the first bracket that is one too many.</summary>
    public static int? TooManyBrackets(string text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '(' && ++count > Brackets) return at;
        }
        return null;
    }

    /// <summary>The text with every blank a plain one, and <c>published:&gt;=2024</c> as Lucene's parser knows it, without the colon.</summary>
    public static string Prepare(string text)
    {
        var plain = text.ToCharArray();
        var quoted = false;
        for (var at = 0; at < plain.Length; at++)
        {
            if (QueryText.IsBlank(plain[at])) plain[at] = ' ';
            else if (plain[at] == '\\') at += at + 1 < plain.Length && !QueryText.IsBlank(plain[at + 1]) ? 1 : 0;
            else if (plain[at] == '"') quoted = !quoted;
            else if (!quoted && plain[at] == ':' && at > 0 && at + 1 < plain.Length && plain[at + 1] is '<' or '>') plain[at] = ' ';
        }
        return new string(plain);
    }

    /// <summary>Where a quotation or a regular expression opens that is never closed, or a backslash has nothing to protect; -1 when nothing is wrong.</summary>
    public static int Unclosed(string source)
    {
        for (var at = 0; at < source.Length; at++)
        {
            if (source[at] == '\\')
            {
                if (++at == source.Length) return at - 1;
                continue;
            }
            if (source[at] is not ('"' or '/')) continue;
            var open = at;
            for (at++; at < source.Length && source[at] != source[open]; at++) at += source[at] == '\\' ? 1 : 0;
            if (at >= source.Length) return open;
        }
        return -1;
    }

    /// <summary>The first place from an offset on that is no blank.</summary>
    public static int SkipBlanks(string source, int at)
    {
        while (at < source.Length && source[at] == ' ') at++;
        return at;
    }

    /// <summary>Behind the <c>~</c> and its number that follow a word or phrase ending at an offset.</summary>
    public static int FuzzyEnd(string source, int end)
    {
        var at = SkipBlanks(source, end);
        if (at >= source.Length || source[at] != '~') return end;
        for (at++; at < source.Length && (char.IsAsciiDigit(source[at]) || source[at] == '.');) at++;
        return at;
    }

    /// <summary>The bracket that opens the range whose first date begins at an offset.</summary>
    public static int Before(string source, int at)
    {
        for (at--; at > 0 && source[at] is not ('[' or '{');) at--;
        return Math.Max(at, 0);
    }

    /// <summary>
    /// Where the name of a field begins and its separator ends, before the value at an offset; a place at the value, without length, when the name
    /// is not written as it reads (escaped).
    /// </summary>
    public static (int Start, int End) Field(string source, string field, int value)
    {
        for (var start = value; start > 0 && (start = source.LastIndexOf(field, start - 1, StringComparison.Ordinal)) >= 0;)
        {
            var end = SkipBlanks(source, start + field.Length);
            var sign = end;
            while (end < source.Length && source[end] is ':' or '=' or '<' or '>') end++;
            if (end > sign) return (start, end);
        }
        return (value, value);
    }

    /// <summary>A word with every sign escaped that would mean something.</summary>
    public static string Escape(string word)
    {
        var escaped = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is '\\' or '(' or ')' or ':' or '^' or '<' or '>' or '=' or '[' or ']' or '"' or '{' or '}' or '~' or '/' or '!' or '*' or '?' || (c is '+' or '-' && escaped.Length == 0)) escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
