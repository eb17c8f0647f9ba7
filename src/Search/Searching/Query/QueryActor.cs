using Search.Text;

namespace Search.Searching.Query;

/// <summary>Reads an actor in a text position: <c>@china</c>, <c>@country:china</c>, <c>@"Emmanuel Macron"</c>.</summary>
internal static class QueryActor
{
    private const string Punctuation = ",;:!?.";

    /// <summary>What was read.</summary>
    /// <param name="Value">The name, id or type; empty when it holds no letter or digit.</param>
    /// <param name="End">Behind it.</param>
    /// <param name="Unclosed">It began with a quotation mark that no other closes; the value then ends at the next blank.</param>
    public readonly record struct Token(string Value, int End, bool Unclosed);

    /// <summary>Reads the actor that begins with the <c>@</c> at an offset.</summary>
    public static Token Read(string text, int at, bool inPhrase)
    {
        while (at < text.Length && text[at] == '@') at++;
        var unclosed = at < text.Length && QueryText.IsQuote(text[at]);
        if (unclosed)
        {
            var close = QueryText.Close(text, at);
            if (close >= 0) return new Token(Sound(QueryText.Unescape(text, at + 1, close).Trim()), close + 1, false);
            at++;
        }
        var end = inPhrase ? at : QueryText.RunEnd(text, at);
        while (inPhrase && end < text.Length && !QueryText.IsBlank(text[end])) end++;
        var value = inPhrase ? text[at..end] : QueryText.Unescape(text, at, end);
        return new Token(Sound(value.AsSpan().TrimEnd(Punctuation).ToString()), end, unclosed);
    }

    /// <summary>The value can stand behind <c>@</c> without quotation marks, in a phrase and outside.</summary>
    public static bool ReadsBare(string value) =>
        QueryText.IsRun(value) && value[0] != '@' && !value.Contains('\\') && !Punctuation.Contains(value[^1]);

    private static string Sound(string value) => QueryText.HasLetterOrDigit(value) ? Clean.Line(value) : "";
}
