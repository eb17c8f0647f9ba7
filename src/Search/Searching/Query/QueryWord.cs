using System.Text;
using Search.Text;

namespace Search.Searching.Query;

/// <summary>Reads one word: plain, exact, fuzzy, with wildcards, everything, or nothing (no letter or digit in it).</summary>
internal static class QueryWord
{
    /// <summary>
    /// The leaf that a word of the text means, null when it means nothing. Invisible characters in it are left out, as in what is stored. Its operators <c>= * ? ~</c> are read; fields, minus and actors are
    /// the caller's.
    /// </summary>
    public static QueryNode? Read(string word, int position, int length, QueryNotes notes)
    {
        word = Visible(word);
        var text = word.TrimStart('=');
        var exact = text.Length < word.Length;
        if (!QueryText.HasLetterOrDigit(text)) return IsEverything(text) ? new EverythingNode { Position = position, Length = length } : null;
        var core = text.Contains("://", StringComparison.Ordinal) ? "" : Core(text);
        var stem = core[..FuzzyMark(core)];
        if (HasWildcard(core))
        {
            if (exact) notes.Odd(position, length, QueryMessages.ExactNothing, ["a word without wildcard"], text);
            return Wildcard(core, position, length, notes);
        }
        if (stem.Length < core.Length)
        {
            if (exact) notes.Odd(position, length, QueryMessages.ExactNothing, ["a word without ~"], stem + "~1");
            if (core[stem.Length..] is not ("~" or "~1")) notes.Odd(position, length, QueryMessages.FuzzyDistance, ["~1"], stem + "~1");
            return new FuzzyNode(stem) { Position = position, Length = length };
        }
        return new WordNode(text, exact) { Position = position, Length = length };
    }

    /// <summary>The word without invisible characters; an <c>@</c> that stood behind one is none.</summary>
    private static string Visible(string word)
    {
        var clean = Clean.Line(word);
        return clean.Length < word.Length && clean.TrimStart('=').StartsWith('@') ? clean.TrimStart('=', '@') : clean;
    }

    private static WildcardNode Wildcard(string core, int position, int length, QueryNotes notes)
    {
        var written = core;
        for (var mark = FuzzyMark(core); mark < core.Length; mark = FuzzyMark(core)) core = Core(core[..mark]);
        if (core.Length < written.Length) notes.Odd(position, length, QueryMessages.FuzzyWildcard, ["a wildcard or a fuzzy word"], core);
        var pattern = new StringBuilder(core.Length);
        foreach (var c in core)
        {
            if (c != '*' || pattern.Length == 0 || pattern[^1] != '*') pattern.Append(c);
        }
        if (IsTooBroad(core)) notes.Refuse("wildcard_too_broad", QueryMessages.WildcardTooBroad, position, length, ["two letters or digits"]);
        return new WildcardNode(pattern.ToString()) { Position = position, Length = length };
    }

    private static bool IsEverything(string text)
    {
        var marks = text.AsSpan().TrimEnd("?!.,;:");
        return marks.Length > 0 && marks.IndexOfAnyExcept('*', '?') < 0 && marks.Contains('*');
    }

    /// <summary>The word without punctuation around it; a question mark at its end is punctuation, one at its start is not.</summary>
    private static string Core(string text)
    {
        var start = 0;
        while (start < text.Length && text[start] is not ('*' or '?') && !QueryText.IsLetterOrDigit(text, start)) start++;
        var end = text.Length;
        while (end > start && text[end - 1] is not ('*' or '~') && !QueryText.IsWordPart(text, end - 1)) end--;
        return text[start..end];
    }

    /// <summary>A star, or a question mark that a letter, a digit or another wildcard follows.</summary>
    private static bool HasWildcard(string core)
    {
        for (var at = 0; at < core.Length; at++)
        {
            if (core[at] == '*' || (core[at] == '?' && at + 1 < core.Length && QueryText.IsLetterOrDigit(core, at + 1))) return true;
        }
        return false;
    }

    /// <summary>Where <c>~</c>, <c>~1</c>, <c>~2</c>, <c>~0.8</c> begins at the end of a word; the word's length when there is none.</summary>
    private static int FuzzyMark(string core)
    {
        var at = core.Length;
        while (at > 0 && (char.IsAsciiDigit(core[at - 1]) || core[at - 1] == '.')) at--;
        return at > 1 && core[at - 1] == '~' && QueryText.HasLetterOrDigit(core[..(at - 1)]) ? at - 1 : core.Length;
    }

    /// <summary>Words are also split inside (<c>peace-keep*</c>): each piece with a wildcard needs its two letters.</summary>
    private static bool IsTooBroad(string pattern)
    {
        var lead = 0;
        var open = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] is '*' or '?')
            {
                if (!open && lead < QueryLimits.WildcardLead) return true;
                open = true;
            }
            else if (QueryText.IsLetterOrDigit(pattern, at)) lead += char.IsLowSurrogate(pattern[at]) ? 0 : 1;
            else if (!QueryText.IsWordPart(pattern, at) && pattern[at] is not ('\'' or '’' or '.' or '&')) (lead, open) = (0, false);
        }
        return false;
    }
}
