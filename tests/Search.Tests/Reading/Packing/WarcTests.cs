using System.Globalization;
using System.IO.Compression;
using Search.Reading.Packing;
using Xunit;

namespace Search.Tests.Reading.Packing;

public class WarcTests : PackingTest
{
    private const string Feed = "<rss version=\"2.0\"><channel><title>Port News</title><item><title>One</title><link>https://port.example/one</link><description>The first ship left the port on Friday.</description></item></channel></rss>";

    private static byte[] Record(string type, string uri, byte[] content, string contentType = "application/http; msgtype=response", string? length = null) =>
        [.. Utf8($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2024-05-02T08:10:00Z\r\nContent-Type: {contentType}\r\nContent-Length: {length ?? content.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n"), .. content, .. "\r\n\r\n"u8];

    private static byte[] Page(string uri, string body, string headers = "Content-Type: text/plain\r\n", string status = "200 OK") => Page(uri, Utf8(body), headers, status);

    private static byte[] Page(string uri, byte[] body, string headers = "Content-Type: text/plain\r\n", string status = "200 OK") =>
        Record("response", uri, [.. Utf8($"HTTP/1.1 {status}\r\n{headers}\r\n"), .. body]);

    private static List<Member> Pages(byte[] bytes)
    {
        var stream = new MemoryStream(bytes);
        return [.. new WarcPacking().Open(new Packed(stream, () => stream.Position, 0))];
    }

    private static byte[] Packed(Func<Stream, Stream> pack, string text)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed)) stream.Write(Utf8(text));
        return packed.ToArray();
    }

    [Fact]
    public void A_page_comes_with_its_address_its_date_and_its_kind()
    {
        var member = Assert.Single(Pages(Record("response", "<http://port.example/a b>", Utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n charset=utf-8\r\n\r\n<p>Hello"))));
        Assert.Equal(("<http://port.example/a b>", "http://port.example/a%20b", "text/html; charset=utf-8", new DateTimeOffset(2024, 5, 2, 8, 10, 0, TimeSpan.Zero)), (member.Name, member.Url, member.MediaType, member.Fetched!.Value));
    }

    [Fact]
    public void A_head_of_long_lines_is_refused_and_the_next_page_read()
    {
        var members = Pages([.. Page("http://a.example/1", "One.", "X: a\r\n" + string.Concat(Enumerable.Repeat(" " + new string('x', 60_000) + "\r\n", 10))), .. Page("http://a.example/2", "Two.")]);
        Assert.Equal("A head has more than 256 KB.", members[0].Problem);
        Assert.Equal("http://a.example/2", members[1].Url);
    }

    [Fact]
    public void Feeds_data_and_texts_in_it_are_read_by_their_formats()
    {
        var items = Read([.. Page("http://port.example/feed", Feed, "Content-Type: application/rss+xml\r\n"), .. Page("http://port.example/a.json", "{\"body\":\"a\"}", "Content-Type: application/json\r\n"), .. Page("http://port.example/t", "A plain text.")]);
        Assert.Equal(["http://port.example/feed, entry 1: The first ship left the port on Friday.", "http://port.example/a.json, line 1: a", "http://port.example/t: A plain text."], Told(items));
        Assert.Equal("http://port.example/t", Draft(items[2]).Url);
    }

    [Fact]
    public void Packed_record_by_record_or_whole_it_is_the_same()
    {
        byte[] one = Page("http://a.example/1", "One."), two = Page("http://a.example/2", "Two.");
        string[] expected = ["http://a.example/1: One.", "http://a.example/2: Two."];
        foreach (var archive in (byte[][])[[.. one, .. two], Gzip([.. one, .. two]), [.. Gzip(one), .. Gzip(two)], Zstd([.. one, .. two]), [.. "\r\n\r\n"u8, .. one, .. two]])
            Assert.Equal(expected, Told(Read(archive)));
        Assert.Equal(["w.warc.gz, http://a.example/1: One."], Told(Read(Zip(("w.warc.gz", Gzip(one))))));
    }

    [Fact]
    public void What_was_not_served_as_a_page_is_left_out_and_counted_when_nothing_else_is_there()
    {
        byte[] other =
        [
            .. Record("warcinfo", "", Utf8("software: x"), "application/warc-fields"), .. Record("request", "http://a.example/", Utf8("GET / HTTP/1.1\r\n\r\n")), .. Record("revisit", "http://a.example/", Utf8("HTTP/1.1 200 OK\r\n\r\n")),
            .. Record("metadata", "http://a.example/", Utf8("x: y"), "text/plain"), .. Page("http://a.example/moved", "Moved.", status: "301 Moved"), .. Page("http://a.example/gone", "Gone.", status: "404 Not Found"),
            .. Page("http://a.example/x.css", "a {}", "Content-Type: text/css\r\n"), .. Page("http://a.example/x.png", "png", "Content-Type: image/png\r\n"), .. Page("http://a.example/x.svg", "<svg/>", "Content-Type: image/svg+xml\r\n"),
            .. Page("http://a.example/robots.txt", "User-agent: *"), .. Record("resource", "metadata://gnu.org/log", Utf8("A log."), "text/plain"),
        ];
        Assert.Equal(["http://a.example/1: One."], Told(Read([.. other, .. Page("http://a.example/1", "One.")])));
        var reason = Reason(Assert.Single(Read(other)));
        Assert.StartsWith("The archive has no page that may hold an article. Left out were: ", reason, StringComparison.Ordinal);
        Assert.Contains("request (1)", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Resources_and_conversions_hold_what_was_served_without_its_head()
    {
        byte[] archive = [.. Record("resource", "http://a.example/1", Utf8("One."), "text/plain"), .. Record("conversion", "http://a.example/2", Utf8("Two."), "text/plain"), .. Record("resource", "file:///tmp/x y.png", [1, 2], "image/png")];
        Assert.Equal(["http://a.example/1: One.", "http://a.example/2: Two."], Told(Read(archive)));
    }

    [Fact]
    public void Every_coding_of_the_web_is_undone()
    {
        const string text = "Sailors came home to the harbour, and to the harbour only.";
        (string, byte[])[] codings =
        [
            ("gzip", Gzip(Utf8(text))), ("x-gzip", Gzip(Utf8(text))), ("deflate", Packed(s => new ZLibStream(s, CompressionLevel.Optimal), text)), ("deflate", Packed(s => new DeflateStream(s, CompressionLevel.Optimal), text)),
            ("br", Packed(s => new BrotliStream(s, CompressionLevel.Optimal), text)), ("zstd", Zstd(Utf8(text))), ("br, gzip", Gzip(Packed(s => new BrotliStream(s, CompressionLevel.Optimal), text))), ("identity", Utf8(text)), ("gzip", Utf8(text)),
            ("gzip", Gzip(Utf8(text))[..^4]),
        ];
        foreach (var (coding, body) in codings)
        {
            Assert.Equal([$"http://a.example/: {text}"], Told(Read(Page("http://a.example/", body, $"Content-Type: text/plain\r\nContent-Encoding: {coding}\r\n"))));
            byte[] chunked = [.. Utf8($"{body.Length - 5:x};ext=1\r\n"), .. body[..^5], .. "\r\n0005\r\n"u8, .. body[^5..], .. "\r\n0\r\n\r\n"u8];
            Assert.Equal([$"http://a.example/: {text}"], Told(Read(Page("http://a.example/", chunked, $"Content-Type: text/plain\r\nContent-Encoding: {coding}\r\nTransfer-Encoding: chunked\r\n"))));
        }
    }

    [Fact]
    public void What_cannot_be_decoded_is_told_and_the_next_page_is_read()
    {
        var next = Page("http://a.example/next", "Next.");
        (string Headers, byte[] Body, string Reason)[] cases =
        [
            ("Content-Encoding: sdch\r\n", Utf8("x"), "coded as 'sdch', which is not read"), ("Content-Encoding: br\r\n", Utf8("no brotli at all, but a text"), "coded as br, is damaged"),
            ("Content-Encoding: gzip,gzip,gzip,gzip\r\n", Utf8("x"), "coded 4 times over"), ("Transfer-Encoding: chunked\r\n", Utf8("5\r\nhello\r\nnonsense\r\n"), "Its chunks are damaged"),
        ];
        foreach (var (headers, body, reason) in cases)
        {
            var items = Read([.. Page("http://a.example/bad", body, "Content-Type: text/plain\r\n" + headers), .. next]);
            Assert.Contains(reason, Reason(items[0]), StringComparison.Ordinal);
            Assert.Equal("http://a.example/next: Next.", Told(items)[^1]);
        }
    }

    [Fact]
    public void Content_that_was_joined_or_cut_gives_what_is_there()
    {
        const string chunked = "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n";
        Assert.Equal(["http://a.example/: Joined already."], Told(Read(Page("http://a.example/", "Joined already.", chunked))));
        Assert.Equal(["http://a.example/: Cut o"], Told(Read(Page("http://a.example/", "7\r\nCut o", chunked))));
    }

    [Fact]
    public void A_wrong_length_is_told_and_the_next_record_is_found()
    {
        var content = Utf8("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nA page whose length is wrong.");
        var next = Page("http://a.example/next", "Next.");
        var shorter = Told(Read([.. Record("response", "http://a.example/short", content, length: $"{content.Length - 7}"), .. next]));
        Assert.Equal(["http://a.example/short: A page whose length is", "record at byte 0: This record does not end where it says that it does: what lies between it and the next record was not read.", "http://a.example/next: Next."], shorter);
        foreach (var length in (string[])["abc", "-1"])
        {
            var none = Told(Read([.. Record("response", "http://a.example/none", content, length: length), .. next]));
            Assert.Equal([$"record at byte 0: The record's length, '{length}', is no number; it was not read.", "http://a.example/next: Next."], none);
        }
        var last = Told(Read(Record("response", "http://a.example/long", content, length: "5000")));
        Assert.Equal("record at byte 0: The archive ends inside this record; it is not whole.", last[^1]);
    }

    [Fact]
    public void Behind_a_damaged_packed_record_the_next_is_found()
    {
        byte[] one = Gzip(Page("http://a.example/1", "One.")), bad = Gzip(Page("http://a.example/2", "Two.")), info = Gzip(Record("request", "http://a.example/", Utf8("GET / HTTP/1.1"))), last = Gzip(Page("http://a.example/3", "Three."));
        bad[^6] ^= 1;
        info[^6] ^= 1;
        var told = Told(Read([.. one, .. bad, .. info, .. last]));
        Assert.Equal("http://a.example/1: One.", told[0]);
        Assert.Equal("http://a.example/3: Three.", told[^1]);
        Assert.Equal(2, told.Count(t => t.EndsWith("Its checksum is wrong; the packed data is damaged.", StringComparison.Ordinal)));
        Assert.Contains("ends in the middle", Told(Read([.. one, .. last[..^20]]))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void No_damage_makes_it_hang_or_throw()
    {
        var random = new Random(11);
        byte[] sound = [.. Page("http://a.example/1", "5\r\nhello\r\n0\r\n\r\n", "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n"), .. Page("http://a.example/2", Gzip(Utf8("Two.")), "Content-Encoding: gzip\r\n"), .. Page("http://a.example/3", Feed)];
        byte[][] files = [sound, Gzip(sound), Zip(("a.warc", sound)), Tar(("a.warc", sound)), Zstd(sound)];
        for (var round = 0; round < 400; round++)
        {
            var file = (byte[])files[round % files.Length].Clone();
            for (var i = random.Next(1, 5); i > 0; i--) file[random.Next(file.Length)] = (byte)random.Next(256);
            _ = Read(file[..random.Next(1, file.Length + 1)]);
        }
    }
}
