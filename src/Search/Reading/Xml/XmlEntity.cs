using System.Globalization;
using System.Net;
using System.Text;

namespace Search.Reading.Xml;

/// <summary>
/// References in foreign XML. Those of XML and of HTML are known; what a document type would define is not, and stays as written, so that
/// nothing expands and nothing is fetched.
/// </summary>
internal static class XmlEntity
{
    private const int LongestName = 32;
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads the reference that the ampersand at the reader's place begins; an ampersand that begins none is one.</summary>
    public static void Take(XmlCharacters characters, StringBuilder into)
    {
        var next = characters.Next(LongestName);
        var stop = next.IndexOf(';');
        var name = stop > 1 ? next[1..stop] : [];
        if (stop > 1 && Decode(name, next[..(stop + 1)]) is { } text)
        {
            into.Append(text);
            characters.Skip(stop + 1);
        }
        else
        {
            into.Append('&');
            characters.Skip(1);
        }
    }

    private static string? Decode(ReadOnlySpan<char> name, ReadOnlySpan<char> whole)
    {
        if (name[0] == '#') return Number(name[1..]);
        switch (name)
        {
            case "amp": return "&";
            case "lt": return "<";
            case "gt": return ">";
            case "quot": return "\"";
            case "apos": return "'";
        }
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return null;
        }
        var decoded = WebUtility.HtmlDecode(whole.ToString());
        return decoded[0] == '&' ? null : decoded;
    }

    /// <summary>The character; nothing for one that no text may hold. 128 to 159 are meant as in Windows-1252, as in browsers.</summary>
    private static string? Number(ReadOnlySpan<char> digits)
    {
        var isHex = digits.Length > 0 && digits[0] is 'x' or 'X';
        if (isHex) digits = digits[1..];
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!uint.TryParse(digits, style, CultureInfo.InvariantCulture, out var code)) return null;
        if (code is >= 128 and < 160) return Windows1252.GetString([(byte)code]);
        return code is 0 or >= 0xD800 and < 0xE000 or > 0x10FFFF ? "" : char.ConvertFromUtf32((int)code);
    }
}
