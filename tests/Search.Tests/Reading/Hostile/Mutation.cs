using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Search.Tests.Reading.Hostile;

/// <summary>Spoils sound samples: cuts, flips, doubles and splices them, and puts in what readers stumble over.</summary>
internal sealed class Mutation(IReadOnlyList<HostileInput> samples, int seed)
{
    private static readonly string[] Thorns =
    [
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "&b;", "<![CDATA[", "]]>", "<!--", "-->", "<script>", "</body>", "<table><tr><td>", "&#0;", "&#xFFFFFFFF;", "&nbsp", "<x:y z:w=\"1\">",
        "\0", "\u0001", "\uFFFE", "\uD800", "\u202E", "\r", "\"", "'", "\"\"\"", ",,,,", ";;;;", "\t\t", "{", "}", "[[[[", "]]]]", "\\u", "\\ud800", "null", "-1", "1e999", "99999999999999999999", "0000-99-99T99:99:99Z",
        "WARC/1.0\r\nContent-Length: 9999999999999\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n", "<REUTERS>", "</REUTERS>", "<D>", "../../../../etc/passwd", "http://[::1", "data:text/html;base64,", "%00%ff",
    ];
    private readonly Random random = new(seed);

    public HostileInput Of(HostileInput sample)
    {
        var bytes = sample.Bytes;
        var name = sample.Name;
        for (var rounds = random.Next(1, 4); rounds > 0; rounds--)
        {
            var (what, changed) = Change(bytes);
            (name, bytes) = ($"{name}, {what}", changed);
        }
        return new HostileInput(name, bytes);
    }

    private (string What, byte[] Bytes) Change(byte[] bytes)
    {
        if (bytes.Length < 4) return ("filled", [.. Enumerable.Repeat((byte)random.Next(256), 4096)]);
        switch (random.Next(12))
        {
            case 0: return ("cut short", bytes[..random.Next(bytes.Length)]);
            case 1: return ("bytes flipped", Flip(bytes, random.Next(1, 20)));
            case 2: return ("a piece taken out", [.. bytes[..Place(bytes, out var length)], .. bytes.AsSpan(Math.Min(bytes.Length, length))]);
            case 3: return ("a piece doubled", Doubled(bytes));
            case 4: return ("joined with another", Joined(bytes));
            case 5 or 6: return ("thorns put in", WithThorns(bytes));
            case 7: return ("digits inflated", Inflated(bytes));
            case 8: return ("in another encoding", Recoded(bytes));
            case 9: return ("packed", Packed(bytes));
            case 10: return ("packed and flipped", Flip(Packed(bytes), random.Next(1, 8)));
            default: return ("lines shuffled", Shuffled(bytes));
        }
    }

    private int Place(byte[] bytes, out int end)
    {
        var at = random.Next(bytes.Length);
        end = at + random.Next(1, Math.Max(2, bytes.Length / 4));
        return at;
    }

    private byte[] Flip(byte[] bytes, int count)
    {
        var flipped = bytes.ToArray();
        for (; count > 0; count--) flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
        return flipped;
    }

    private byte[] Doubled(byte[] bytes)
    {
        var from = Place(bytes, out var end);
        var piece = bytes[from..Math.Min(end, bytes.Length)];
        var times = Math.Min(random.Next(1, 200), Math.Max(1, 500_000 / Math.Max(1, piece.Length)));
        return [.. bytes[..from], .. Enumerable.Repeat(piece, times).SelectMany(p => p), .. bytes[from..]];
    }

    private byte[] Joined(byte[] bytes)
    {
        var other = samples[random.Next(samples.Count)].Bytes;
        return [.. bytes[..random.Next(bytes.Length)], .. other.AsSpan(random.Next(other.Length + 1))];
    }

    private byte[] WithThorns(byte[] bytes)
    {
        var spoilt = bytes.ToList();
        for (var count = random.Next(1, 10); count > 0; count--) spoilt.InsertRange(random.Next(spoilt.Count), Encoding.UTF8.GetBytes(Thorns[random.Next(Thorns.Length)]));
        return [.. spoilt];
    }

    private byte[] Inflated(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var digit = text.IndexOfAny([.. "0123456789"], random.Next(text.Length));
        return digit < 0 ? Flip(bytes, 1) : Encoding.Latin1.GetBytes(text.Insert(digit, new string('9', random.Next(1, 40))));
    }

    private byte[] Recoded(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        Encoding[] encodings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];
        var encoding = encodings[random.Next(encodings.Length)];
        return random.Next(2) == 0 ? encoding.GetBytes(text) : [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    private byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        switch (random.Next(3))
        {
            case 0:
                using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
                break;
            case 1:
                using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
                using (var entry = zip.CreateEntry("../a\u001b[2J.xml").Open()) entry.Write(bytes);
                break;
            default:
                using (var tar = new TarWriter(packed, TarEntryFormat.Pax, leaveOpen: true)) tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "/etc/a.txt") { DataStream = new MemoryStream(bytes) });
                break;
        }
        return packed.ToArray();
    }

    private byte[] Shuffled(byte[] bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n');
        random.Shuffle(lines);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
