using System.Net;

namespace Search.Reading.Xml;

/// <summary>
/// Mends what makes XML readers give up on foreign XML: white space before the declaration, entities that only HTML knows (<c>&amp;nbsp;</c>), an
/// ampersand that begins none.
/// </summary>
internal sealed class EntityRepair(TextReader reader) : TextReader
{
    private const int LongestName = 32;
    private readonly char[] buffer = new char[16384];
    private int at;
    private int end;
    private string given = "";
    private int next;
    private bool begun;

    public override int Peek()
    {
        if (next < given.Length) return given[next];
        if (!begun) SkipSpace();
        if (at >= end && !Fill()) return -1;
        if (buffer[at] != '&') return buffer[at];
        TakeEntity();
        return given[next];
    }

    public override int Read()
    {
        var c = Peek();
        if (c < 0) return c;
        if (next < given.Length) next++;
        else at++;
        return c;
    }

    public override int Read(char[] into, int index, int count) => Read(into.AsSpan(index, count));

    public override int Read(Span<char> into)
    {
        var written = 0;
        while (written < into.Length)
        {
            if (next >= given.Length && begun && at < end && buffer[at] != '&')
            {
                var plain = buffer.AsSpan(at, Math.Min(end - at, into.Length - written));
                if (plain.IndexOf('&') is var stop and >= 0) plain = plain[..stop];
                plain.CopyTo(into[written..]);
                at += plain.Length;
                written += plain.Length;
                continue;
            }
            var c = Read();
            if (c < 0) break;
            into[written++] = (char)c;
        }
        return written;
    }

    /// <summary>The ampersand stands at the reader's place; what is to be read in its stead is put into <see cref="given"/>.</summary>
    private void TakeEntity()
    {
        if (end - at < LongestName) Compact();
        var rest = buffer.AsSpan(at, end - at);
        var stop = rest[..Math.Min(rest.Length, LongestName)].IndexOf(';');
        var name = stop > 1 ? rest[1..stop] : [];
        next = 0;
        if (stop > 1 && (name is "amp" or "lt" or "gt" or "quot" or "apos" || IsNumber(name)))
        {
            given = rest[..(stop + 1)].ToString();
            at += stop + 1;
        }
        else if (stop > 1 && WebUtility.HtmlDecode(rest[..(stop + 1)].ToString()) is var decoded && decoded[0] != '&')
        {
            given = decoded;
            at += stop + 1;
        }
        else
        {
            given = "&amp;";
            at++;
        }
    }

    /// <summary>A character reference to a character that XML may hold.</summary>
    private static bool IsNumber(ReadOnlySpan<char> name)
    {
        if (name[0] != '#' || name.Length < 2) return false;
        var isHex = name[1] == 'x';
        var digits = name[(isHex ? 2 : 1)..];
        var style = isHex ? System.Globalization.NumberStyles.AllowHexSpecifier : System.Globalization.NumberStyles.None;
        return uint.TryParse(digits, style, System.Globalization.CultureInfo.InvariantCulture, out var code)
            && (code is '\t' or '\n' or '\r' or (>= ' ' and < 0xD800) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF));
    }

    private void SkipSpace()
    {
        begun = true;
        while ((at < end || Fill()) && (char.IsWhiteSpace(buffer[at]) || buffer[at] == '\uFEFF')) at++;
    }

    private bool Fill()
    {
        at = 0;
        end = reader.Read(buffer, 0, buffer.Length);
        return end > 0;
    }

    /// <summary>Moves what is left to the buffer's front and reads on.</summary>
    private void Compact()
    {
        buffer.AsSpan(at, end - at).CopyTo(buffer);
        end -= at;
        at = 0;
        for (var read = 1; read > 0 && end < LongestName; end += read) read = reader.Read(buffer, end, buffer.Length - end);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) reader.Dispose();
        base.Dispose(disposing);
    }
}
