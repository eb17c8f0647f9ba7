using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Search.Tests.Reading.Hostile;

/// <summary>Inputs made to exhaust a reader: deep, wide, endless, or tiny outside and huge inside.</summary>
internal static class Bombs
{
    private const int Deep = 100_000;
    private const int Wide = 50_000;

    public static IEnumerable<HostileInput> All() => Texts().Select(t => new HostileInput(t.Name, Encoding.UTF8.GetBytes(t.Text))).Concat(Archives());

    private static IEnumerable<(string Name, string Text)> Texts()
    {
        yield return ("deep JSON lists", new string('[', Deep));
        yield return ("deep JSON objects", Repeat("{\"a\":", Deep));
        yield return ("deep JSON in an article", """{"id":"a","body":"Text.","x":""" + new string('[', Deep) + new string(']', Deep) + "}");
        yield return ("deep ninjs", Repeat("""{"uri":"a","type":"composite","headline":"b","associations":{"x":""", 20_000) + "null" + new string('}', 40_000));
        yield return ("many JSON keys", "{" + string.Join(',', Enumerable.Range(0, Wide).Select(i => $"\"k{i}\":{i}")) + "}");
        yield return ("one JSON key many times", "{" + Repeat("\"body\":\"text\",", Wide) + "\"id\":\"a\"}");
        yield return ("a JSON string without end", "{\"body\":\"" + new string('x', 2_000_000));
        yield return ("empty objects", "[" + Repeat("{},", 10_000) + "{}]");
        yield return ("JSON lines of nonsense", Repeat("{nonsense\n", 10_000));
        yield return ("deep HTML", "<html><body><article>" + Repeat("<div>", Deep) + "Text.");
        yield return ("deep HTML formatting", "<html><body><p>" + Repeat("<b><i><font>", 20_000) + "Text.");
        yield return ("unclosed HTML tables", "<html><body>" + Repeat("<table><tr><td>", 20_000) + "Text.");
        yield return ("many HTML attributes", "<html><body " + string.Join(' ', Enumerable.Range(0, Wide).Select(i => $"a{i}=\"{i}\"")) + "><p>Text.");
        yield return ("a script without end", "<html><head><script>" + Repeat("var a = '</scr';\n", Wide));
        yield return ("comments in HTML", "<html><body>" + Repeat("<!-- <p> -- >", Wide));
        yield return ("entities in HTML", "<html><body><p>" + Repeat("&amp;&#x41;&nbsp;&bogus;", Wide));
        yield return ("deep JSON-LD", "<html><head><script type=\"application/ld+json\">" + Repeat("{\"@graph\":[", 20_000) + "</script></head><body><p>Text.");
        yield return ("many paragraphs", "<html><body><article>" + Repeat("<p>One more sentence stands here.</p>", 20_000));
        yield return ("deep XML", "<?xml version=\"1.0\"?><rss><channel><item><description>" + Repeat("<a>", Deep));
        yield return ("deep NewsML", "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\">" + Repeat("<contentSet>", Deep));
        yield return ("many XML attributes", "<rss " + string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"a{i}=\"{i}\"")) + "><channel/></rss>");
        yield return ("many XML namespaces", "<rss " + string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"xmlns:a{i}=\"urn:{i}\"")) + "><channel/></rss>");
        yield return ("a billion laughs", "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">" + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY l{i} \"&l{i - 1};&l{i - 1};\">")) + "]><rss><channel><item><title>&l30;</title><description>&l30;</description></item></channel></rss>");
        yield return ("an entity from a file", "<!DOCTYPE nitf [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><nitf><body><body.content><block><p>&f;</p></block></body.content></body></nitf>");
        yield return ("a parameter entity from the net", "<!DOCTYPE nitf [<!ENTITY % f SYSTEM \"http://127.0.0.1:1/x\"> %f;]><nitf><body><body.content><p>Text.</p></body.content></body></nitf>");
        yield return ("a DOCTYPE without end", "<!DOCTYPE rss [" + Repeat("<!ENTITY a \"b\">", Wide));
        yield return ("ampersands", "<rss><channel><item><description>" + Repeat("&", Deep) + "</description></item></channel></rss>");
        yield return ("a CSV field without end", "title,body,date\n\"a\",\"" + Repeat("text\n", Deep));
        yield return ("a CSV row of commas", "title,body,date\n" + new string(',', Deep));
        yield return ("SGML without end", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + Repeat("<REUTERS TOPICS=\"YES\" NEWID=\"1\">", 20_000));
        yield return ("a WARC record longer than the file", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\nContent-Length: 9223372036854775807\r\n\r\nHTTP/1.1 200 OK\r\n\r\ntext");
        yield return ("WARC headers without end", "WARC/1.0\r\n" + Repeat("X-Header: value\r\n", Wide));
        yield return ("one line without end", new string('a', 5_000_000));
        yield return ("lines and nothing else", new string('\n', 2_000_000));
        yield return ("spaces and nothing else", new string(' ', 2_000_000));
        yield return ("combining marks", "Title\n\n" + new string('\u0301', 500_000));
        yield return ("paragraphs without number", Repeat("A sentence of its own.\n\n", Wide));
        yield return ("quotation marks", Repeat("“a” said ", Wide));
        yield return ("a feed without items", "<rss><channel>" + Repeat("<item/>", Wide) + "</channel></rss>");
    }

    private static IEnumerable<HostileInput> Archives()
    {
        var zeros = Gzip(new byte[40_000_000]);
        yield return new("a gzip bomb", zeros);
        yield return new("gzip in gzip in gzip", Gzip(Gzip(zeros)));
        var bomb = Zip(("a.txt", new byte[40_000_000]), ("b.json", Encoding.UTF8.GetBytes("""{"id":"b","body":"Text."}""")));
        yield return new("a zip bomb beside an article", bomb);
        var nested = bomb;
        for (var i = 0; i < 12; i++) nested = Zip(("inner.zip", nested));
        yield return new("zip in zip, twelve deep", nested);
        yield return new("a zip of many empty members", Zip([.. Enumerable.Range(0, 5_000).Select(i => ($"{i}.txt", Array.Empty<byte>()))]));
        yield return new("a zip with names that lead away", Zip(("../../../../etc/cron.d/x", "Text."u8.ToArray()), ("/etc/passwd", "Text."u8.ToArray()), ("C:\\x", "Text."u8.ToArray()), ("\u001b]0;x\u0007", "Text."u8.ToArray())));
        yield return new("a zip without its end", bomb[..(bomb.Length / 2)]);
        yield return new("a tar of links", Tar(new PaxTarEntry(TarEntryType.SymbolicLink, "a") { LinkName = "/etc/passwd" }, new PaxTarEntry(TarEntryType.HardLink, "b") { LinkName = "../../x" }));
        yield return new("a tar bomb in gzip", Gzip(Tar(new PaxTarEntry(TarEntryType.RegularFile, "a.txt") { DataStream = new MemoryStream(new byte[40_000_000]) })));
        yield return new("a zstd frame with a huge window", [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xF8, .. new byte[64]]);
        yield return new("zstd and nothing", [0x28, 0xB5, 0x2F, 0xFD]);
        yield return new("gzip and nothing", [0x1F, 0x8B, 8, 0]);
        yield return new("zip and nothing", [(byte)'P', (byte)'K', 3, 4]);
        yield return new("zeros", new byte[5_000_000]);
        yield return new("nothing", []);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] members)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in members)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return packed.ToArray();
    }

    private static byte[] Tar(params PaxTarEntry[] entries)
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var entry in entries) tar.WriteEntry(entry);
        }
        return packed.ToArray();
    }
}
