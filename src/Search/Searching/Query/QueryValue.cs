namespace Search.Searching.Query;

/// <summary>Reads the whole value of a filter: <c>country:china</c>, <c>2024-01..2024-03</c>, <c>"new york post"</c>.</summary>
internal static class QueryValue
{
    /// <summary>What was read.</summary>
    /// <param name="Value">The value; may be empty.</param>
    /// <param name="End">Behind it.</param>
    /// <param name="IsQuoted">It stood between quotation marks.</param>
    public readonly record struct Token(string Value, int End, bool IsQuoted);

    /// <summary>
    /// The value at an offset: quoted, or up to the next blank, quotation mark or closing bracket that was not opened inside; a comma or
    /// semicolon at its end is left out. A quotation mark here that is never closed makes an empty value.
    /// </summary>
    public static Token Read(string text, int at)
    {
        if (at < text.Length && QueryText.IsQuote(text[at]))
        {
            var close = QueryText.Close(text, at);
            return close < 0 ? new Token("", at, false) : new Token(QueryText.Unescape(text, at + 1, close).Trim(), close + 1, true);
        }
        var (end, depth) = (at, 0);
        for (; end < text.Length && !QueryText.IsBlank(text[end]) && !QueryText.IsQuote(text[end]); end++)
        {
            if (QueryText.IsEscape(text, end)) { end++; continue; }
            if (text[end] == '(') depth++;
            if (text[end] == ')' && depth-- == 0) break;
        }
        return new Token(QueryText.Unescape(text, at, end).TrimEnd(',', ';'), end, false);
    }

    /// <summary>The value can stand behind its field without quotation marks.</summary>
    public static bool ReadsBare(string value) => QueryText.IsRun(value) && !value.Contains('\\') && value[^1] is not (',' or ';');
}
