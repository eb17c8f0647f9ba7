using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Search.Reading.Html;

namespace Search.Reading;

/// <summary>How a source's bytes are text: by its byte order mark, by what it or its media type declares, by its zeros, else UTF-8.</summary>
/// <param name="Encoding">Never throws on bad bytes.</param>
/// <param name="MarkLength">Bytes of the byte order mark.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextEncoding(Encoding Encoding, int MarkLength)
{
    /// <summary>UTF-8 in which each byte that is none is read as Windows-1252, which is what such bytes nearly always are.</summary>
    public static Encoding LenientUtf8 { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    /// <summary>Whether the bytes can be taken as UTF-8 as they are.</summary>
    public bool IsUtf8 => ReferenceEquals(Encoding, LenientUtf8);

    public static TextEncoding Detect(ReadOnlySpan<byte> head, string? mediaType)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return new(LenientUtf8, 3);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return new(Encoding.UTF32, 4);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return new(Encoding.Unicode, 2);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return new(Encoding.BigEndianUnicode, 2);
        if (ByZeros(head) is { } wide) return new(wide, 0);
        var declared = Declared(head) ?? Charset(mediaType) ?? OfPage(head);
        return new(declared is null || IsUtf8In(head, declared) ? LenientUtf8 : declared, 0);
    }

    /// <summary>
    /// Whether the head is UTF-8 although something else was declared. A head that is all ASCII, as that of many pages, says nothing of what follows;
    /// then only Windows-1252 may be taken for UTF-8, as that is what bytes are read as that are no UTF-8.
    /// </summary>
    private static bool IsUtf8In(ReadOnlySpan<byte> head, Encoding declared) =>
        Utf8.IsValid(Whole(head)) && !IsSevenBit(declared) && (!Ascii.IsValid(head) || head.Length < Head.Length || declared.CodePage == 1252);

    /// <summary>A stateful encoding writes ASCII only, so that valid UTF-8 proves nothing against it.</summary>
    private static bool IsSevenBit(Encoding encoding) => encoding.CodePage is >= 50220 and <= 50229 or 52936 or 65000;

    /// <summary>UTF-16 without a mark: every other byte of Latin text is zero.</summary>
    private static Encoding? ByZeros(ReadOnlySpan<byte> head)
    {
        var (even, odd, pairs) = (0, 0, Math.Min(head.Length, 512) / 2);
        for (var i = 0; i < pairs; i++)
        {
            if (head[2 * i] == 0) even++;
            if (head[2 * i + 1] == 0) odd++;
        }
        if (pairs < 2) return null;
        if (odd * 10 > pairs * 7 && even * 10 < pairs) return Encoding.Unicode;
        return even * 10 > pairs * 7 && odd * 10 < pairs ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>The encoding of an XML declaration.</summary>
    private static Encoding? Declared(ReadOnlySpan<byte> head)
    {
        if (!head.TrimStart(" \t\r\n"u8).StartsWith("<?xml"u8)) return null;
        var end = head.IndexOf("?>"u8);
        if (end < 0) return null;
        var declaration = Encoding.Latin1.GetString(head[..end]);
        var at = declaration.IndexOf("encoding", StringComparison.Ordinal);
        if (at < 0) return null;
        var open = declaration.AsSpan(at).IndexOfAny('"', '\'');
        return open < 0 ? null : Named(declaration[(at + open + 1)..].Split('"', '\'')[0]);
    }

    /// <summary>The encoding that the head of an HTML page declares: <c>&lt;meta charset></c>, or the content type in a <c>meta</c>.</summary>
    private static Encoding? OfPage(ReadOnlySpan<byte> head)
    {
        if (!head.TrimStart(" \t\r\n"u8).StartsWith("<"u8)) return null;
        var text = Encoding.Latin1.GetString(head);
        for (var at = text.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("<meta", at + 5, StringComparison.OrdinalIgnoreCase))
        {
            foreach (var (name, value) in Markup.Attributes(text.AsSpan(at, Markup.TagAt(text, at).End - at)))
            {
                if ((name == "charset" ? Named(value) : name == "content" ? Charset(value) : null) is { } found) return found;
            }
        }
        return null;
    }

    private static Encoding? Charset(string? mediaType)
    {
        var at = mediaType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : Named(mediaType![(at + 8)..].Split(';')[0].Trim(' ', '"', '\''));
    }

    private static Encoding? Named(string name)
    {
        var lower = name.Trim().ToLowerInvariant();
        // Declared UTF-16 that has neither mark nor zeros is a wrong declaration; Latin-1 means Windows-1252 on the web.
        if (lower is "" or "utf-8" or "utf8" or "us-ascii" or "ascii" || lower.StartsWith("utf-16", StringComparison.Ordinal) || lower.StartsWith("utf-32", StringComparison.Ordinal)) return null;
        if (lower is "iso-8859-1" or "latin1" or "latin-1") lower = "windows-1252";
        try { return CodePagesEncodingProvider.Instance.GetEncoding(lower) ?? Encoding.GetEncoding(lower); }
        catch (ArgumentException) { return null; }
    }

    /// <summary>The head without a character that its end cuts.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> head)
    {
        var end = head.Length;
        for (var i = 1; i <= Math.Min(4, head.Length); i++)
        {
            if ((head[^i] & 0xC0) == 0x80) continue;
            if (head[^i] >= 0xC0) end = head.Length - i;
            break;
        }
        return head[..end];
    }

    private sealed class Windows1252Fallback : DecoderFallback
    {
        private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        public override int MaxCharCount => 4;
        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string text = "";
            private int next;

            public override int Remaining => text.Length - next;
            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                text = Windows1252.GetString(bytesUnknown);
                next = 0;
                return text.Length > 0;
            }
            public override char GetNextChar() => next < text.Length ? text[next++] : '\0';
            public override bool MovePrevious()
            {
                if (next == 0) return false;
                next--;
                return true;
            }
            public override void Reset() => (text, next) = ("", 0);
        }
    }
}
