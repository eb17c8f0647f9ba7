using System.Buffers;
using System.Net;
using System.Text;

namespace Search.Reading;

/// <summary>Mends text that was encoded or escaped once too often on its way.</summary>
internal static class TextRepair
{
    private static readonly SearchValues<char> Leads = SearchValues.Create([.. Enumerable.Range(0xC2, 0x33).Select(c => (char)c)]);
    private static readonly Dictionary<char, byte> Windows1252 = Specials();

    /// <summary>Marks that may follow a capital letter with an accent in honest text: <c>“MANHÃ”</c>.</summary>
    private const string Weak = "\u00A0”’“‘…–—›»";

    /// <summary>Text whose UTF-8 was read as Windows-1252: <c>â€™</c> becomes <c>’</c>. Before any cleaning, which would take its control characters.</summary>
    public static string Encoding(string text)
    {
        var span = text.AsSpan();
        var next = span.IndexOfAny(Leads);
        if (next < 0 || !HasStrong(span[next..])) return text;
        var mended = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            if (Sequence(span[at..], out var rune) is var length and > 0)
            {
                mended.Append(rune.ToString());
                at += length;
            }
            else mended.Append(text[at++]);
        }
        return mended.ToString();
    }

    /// <summary>References that were escaped twice: <c>&amp;amp;#8217;</c> in a text that was decoded already. Mark-up in it is meant to be seen, and stays.</summary>
    public static string References(string text) =>
        !text.Contains('&', StringComparison.Ordinal) || text.Contains("&lt;", StringComparison.Ordinal) || text.Contains("&gt;", StringComparison.Ordinal) ? text : WebUtility.HtmlDecode(WebUtility.HtmlDecode(text));

    private static bool HasStrong(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Leads); at >= 0;)
        {
            var length = Sequence(text[at..], out _);
            if (length > 2 || length == 2 && !Weak.Contains(text[at + 1], StringComparison.Ordinal)) return true;
            text = text[(at + 1)..];
            at = text.IndexOfAny(Leads);
        }
        return false;
    }

    /// <summary>The length of the sequence of UTF-8 that these characters were; 0 when they were none.</summary>
    private static int Sequence(ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        var lead = text[0];
        if (lead is < '\u00C2' or > '\u00F4') return 0;
        var length = lead < '\u00E0' ? 2 : lead < '\u00F0' ? 3 : 4;
        if (text.Length < length) return 0;
        Span<byte> bytes = stackalloc byte[4];
        bytes[0] = (byte)lead;
        for (var i = 1; i < length; i++)
        {
            if (Byte(text[i]) is not { } b || b is < 0x80 or > 0xBF) return 0;
            bytes[i] = b;
        }
        return Rune.DecodeFromUtf8(bytes[..length], out rune, out var used) == OperationStatus.Done ? used : 0;
    }

    private static byte? Byte(char c) => c is >= '\u0080' and <= '\u00FF' ? (byte)c : Windows1252.TryGetValue(c, out var b) ? b : null;

    private static Dictionary<char, byte> Specials()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var specials = new Dictionary<char, byte>();
        for (var b = 0x80; b < 0xA0; b++)
        {
            if (encoding.GetString([(byte)b])[0] is > '\u00FF' and var c) specials[c] = (byte)b;
        }
        return specials;
    }
}
