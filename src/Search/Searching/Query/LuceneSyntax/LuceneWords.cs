using System.Text;
using J2N.Text;
using Lucene.Net.QueryParsers.Flexible.Core.Util;

namespace Search.Searching.Query.LuceneSyntax;

/// <summary>
/// Makes leaves of words whose escapes Lucene has taken away. Signs that mean something in our canonical form but are plain text here
/// (<c>=</c> <c>@</c> in front, <c>~</c>, an escaped <c>*</c> or <c>?</c>) go: our analysis would drop them too.
/// </summary>
internal static class LuceneWords
{
    /// <summary>The leaves of a text: words, and where wildcards work, wildcards; none when it holds no letter or digit.</summary>
    /// <param name="text">The text; it knows which of its characters were escaped.</param>
    /// <param name="wildcards">Whether <c>*</c> and <c>?</c> that were not escaped are wildcards.</param>
    /// <param name="suffix">What is written behind each word: <c>~1</c> or nothing.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="notes">Takes oddities and refusals.</param>
    public static List<QueryNode> Items(ICharSequence text, bool wildcards, string suffix, LucenePlace at, QueryNotes notes)
    {
        var items = new List<QueryNode>();
        foreach (var piece in Plain(text, wildcards).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = piece.TrimStart('=', '@');
            if (suffix.Length > 0 && !QueryText.HasLetterOrDigit(word)) continue;
            if (word.Length > 0 && QueryWord.Read(word + suffix, at.Position, at.Length, notes) is { } item) items.Add(item);
        }
        return items;
    }

    /// <summary>The text with blanks for what stands for nothing here.</summary>
    private static string Plain(ICharSequence text, bool wildcards)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var stays = c switch
            {
                '*' => IsWildcard(text, i, wildcards),
                '?' => IsWildcard(text, i, wildcards) || i + 1 == text.Length || QueryText.IsBlank(text[i + 1]),
                '~' => false,
                _ => !QueryText.IsBlank(c),
            };
            plain.Append(stays ? c : ' ');
        }
        return plain.ToString();
    }

    /// <summary>Whether some character is an unescaped <c>*</c> or <c>?</c>.</summary>
    public static bool HasWildcard(ICharSequence text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '*' or '?' && IsWildcard(text, i, wildcards: true)) return true;
        }
        return false;
    }

    private static bool IsWildcard(ICharSequence text, int at, bool wildcards) =>
        wildcards && !(text is UnescapedCharSequence unescaped && unescaped.WasEscaped(at));
}
