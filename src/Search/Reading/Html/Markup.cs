using System.Net;

namespace Search.Reading.Html;

/// <summary>A tag as it stands in mark-up.</summary>
/// <param name="Name">In lower case; empty for a comment or a declaration.</param>
/// <param name="Closes">Whether it is an end tag.</param>
/// <param name="End">The place behind it.</param>
internal readonly record struct Tag(string Name, bool Closes, int End);

/// <summary>Finds tags in HTML, however broken. Every walk over a text is linear: no place is looked at more than a few times.</summary>
internal static class Markup
{
    /// <summary>Attributes of one element beyond these are not kept.</summary>
    private const int MostAttributes = 64;

    /// <summary>The next sign that opens a tag: one before a letter, a slash, <c>!</c> or <c>?</c>; -1 when there is none.</summary>
    public static int IndexOfTag(string html, int from)
    {
        for (var at = html.IndexOf('<', from); at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?')) return at;
        }
        return -1;
    }

    /// <summary>The tag, comment or declaration that opens at a place. One that does not end takes the rest.</summary>
    public static Tag TagAt(string html, int open)
    {
        var closes = html[open + 1] == '/';
        if (html.AsSpan(open).StartsWith("<!--")) return new("", false, Behind(html, "-->", open + 2));
        if (html.AsSpan(open).StartsWith("<![CDATA[")) return new("", false, open + 9);
        var start = open + (closes ? 2 : 1);
        var at = NameEnd(html, start);
        var name = html[start..at].ToLowerInvariant();
        var quote = '\0';
        for (; at < html.Length; at++)
        {
            if (quote != '\0') { if (html[at] == quote) quote = '\0'; }
            else if (html[at] == '>') return new(name, closes, at + 1);
            else if (html[at] is '"' or '\'' && BeginsValue(html, at)) quote = html[at];
        }
        return new(name, closes, html.Length);
    }

    /// <summary>The attributes of a start tag, names in lower case, entities decoded; of two with one name the first.</summary>
    /// <param name="tag">The whole tag: <c>&lt;a href="x"></c>.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Attributes(ReadOnlySpan<char> tag)
    {
        var at = 1;
        while (at < tag.Length && !IsSpace(tag[at]) && tag[at] is not ('/' or '>')) at++;
        List<KeyValuePair<string, string>>? found = null;
        while (at < tag.Length && (found?.Count ?? 0) < MostAttributes)
        {
            while (at < tag.Length && (IsSpace(tag[at]) || tag[at] is '/' or '>')) at++;
            var start = at;
            while (at < tag.Length && !IsSpace(tag[at]) && tag[at] is not ('=' or '>' or '/')) at++;
            if (at == start) { at++; continue; }
            var name = tag[start..at].ToString().ToLowerInvariant();
            while (at < tag.Length && IsSpace(tag[at])) at++;
            var value = "";
            if (at < tag.Length && tag[at] == '=') value = Value(tag, ref at);
            if (found?.Exists(a => a.Key == name) != true) (found ??= []).Add(new(name, value));
        }
        return found is null ? [] : found;
    }

    /// <summary>The place where the end tag of an element begins whose content is no mark-up. One that is never closed takes the rest, as in a browser.</summary>
    public static int EndOfRaw(string html, int from, string name)
    {
        for (var at = html.IndexOf("</", from, StringComparison.Ordinal); at >= 0; at = html.IndexOf("</", at + 2, StringComparison.Ordinal))
        {
            if (html.AsSpan(at + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return at;
        }
        return html.Length;
    }

    /// <summary>The place behind the next such text; the end when there is none.</summary>
    public static int Behind(string html, string end, int from)
    {
        var at = html.IndexOf(end, Math.Min(from, html.Length), StringComparison.Ordinal);
        return at < 0 ? html.Length : at + end.Length;
    }

    private static string Value(ReadOnlySpan<char> tag, ref int at)
    {
        at++;
        while (at < tag.Length && IsSpace(tag[at])) at++;
        var start = at;
        if (at < tag.Length && tag[at] is '"' or '\'')
        {
            var length = tag[(at + 1)..].IndexOf(tag[at]);
            var end = length < 0 ? tag.Length : at + 1 + length;
            at = Math.Min(end + 1, tag.Length);
            return WebUtility.HtmlDecode(tag[(start + 1)..end].ToString());
        }
        while (at < tag.Length && !IsSpace(tag[at]) && tag[at] != '>') at++;
        return WebUtility.HtmlDecode(tag[start..at].ToString());
    }

    /// <summary>A quotation mark opens a value behind an equals sign only; elsewhere it is a slip of the pen.</summary>
    private static bool BeginsValue(string html, int at)
    {
        var before = at - 1;
        while (before > 0 && at - before < 16 && IsSpace(html[before])) before--;
        return html[before] == '=';
    }

    private static int NameEnd(string html, int at)
    {
        while (at < html.Length && (char.IsAsciiLetterOrDigit(html[at]) || html[at] is '-' or ':' or '_')) at++;
        return at;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
