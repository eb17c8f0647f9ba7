using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Search.Articles;

/// <summary>Strings of foreign JSON, which may hold what no text can: half a surrogate pair, NUL.</summary>
internal static class JsonText
{
    /// <summary>The string, half pairs replaced by U+FFFD, NULs removed. The element is a string.</summary>
    public static string Of(JsonElement element)
    {
        string text;
        try { text = element.GetString()!; }
        catch (InvalidOperationException) { text = Unescape(element.GetRawText()); }
        return Sound(text);
    }

    /// <summary>The text, half pairs replaced by U+FFFD, NULs removed; the same string when there are none.</summary>
    public static string Sound(string text)
    {
        var i = 0;
        while (i < text.Length && text[i] != '\0' && !char.IsSurrogate(text[i])) i++;
        if (i == text.Length) return text;
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0) sound.Append(rune.ToString());
        }
        return sound.ToString();
    }

    /// <summary>The raw text is valid JSON: only its escapes may pair badly.</summary>
    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\') { text.Append(raw[i]); continue; }
            i++;
            if (raw[i] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else text.Append(raw[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var c => c });
        }
        return text.ToString();
    }
}
