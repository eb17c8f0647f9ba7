using Search.Reading;
using Search.Reading.Packing;
using Search.Reading.Packing.Deflate;
using Xunit;

namespace Search.Tests.Reading.Packing;

/// <summary>The deliberately odd files that web archivists test their tools with.</summary>
public class WebArchiveSampleTests : PackingTest
{
    [Theory]
    [InlineData("bad.arc", "http://example.com/", "record at byte 0", "record at byte 134", "record at byte 262")]
    [InlineData("example-bad-non-chunked.warc.gz", "http://example.com/")]
    [InlineData("example-bad.warc.gz.bad", "http://example.com?example=1")]
    [InlineData("example-digest.warc", "", "")]
    [InlineData("example-iana.org-chunked.warc", "http://www.iana.org/")]
    [InlineData("example-resource.warc.gz", "http://example.com/")]
    [InlineData("example-space-in-target-uri.warc.gz", "", "")]
    [InlineData("example-space-in-url.arc", "http://example.com/index.cfm?FuseAction=Email&EmailTitle=Examples From The Live Web&IsPopUp=False", "record at byte 151")]
    [InlineData("example-trunc.warc", "http://example.com/", "record at byte 1197")]
    [InlineData("example-wget-bad-target-uri.warc.gz", "<http://example.com/>")]
    [InlineData("example-wrong-chunks.warc.gz", "http://example.com/")]
    [InlineData("example.arc", "http://example.com/")]
    [InlineData("example.arc.gz", "http://example.com/")]
    [InlineData("example.warc", "http://example.com/")]
    [InlineData("example.warc.gz", "http://example.com/")]
    [InlineData("post-test.warc.gz", "http://httpbin.org/post http://httpbin.org/post http://httpbin.org/post?foo=bar")]
    public void Their_pages_come_whole_and_their_faults_are_told(string file, string pages, params string[] problems)
    {
        var folder = Shared("data/formats/warc");
        Assert.SkipWhen(folder is null, "the shared folder is not beside the project");
        var members = Members(File.ReadAllBytes(Path.Combine(folder!, file)));
        Assert.Equal(problems, members.Where(m => m.Member.Problem is not null).Select(m => m.Member.Name));
        var read = members.Where(m => m.Member.Problem is null).ToList();
        Assert.Equal(pages, file.Contains("space-in-url", StringComparison.Ordinal) ? read[0].Member.Name : string.Join(' ', read.Select(m => m.Member.Name)));
        Assert.All(read.Where(m => m.Member.MediaType!.StartsWith("text/html", StringComparison.Ordinal)), m => Assert.Matches("(?i)^<!doctype html[^\\0]*</html>\\s*$", m.Text));
        Assert.All(read, m => Assert.NotNull(m.Member.Url));
        Assert.All(read, m => Assert.InRange(m.Member.Fetched!.Value.Year, 2014, 2019));
    }

    private static List<(Member Member, string Text)> Members(byte[] bytes)
    {
        Stream stream = new MemoryStream(bytes);
        if (GzipContent.Recognises(bytes)) stream = new GzipContent(stream);
        var (head, whole) = HeadedStream.Peek(stream, Head.Length);
        return [.. Packings.Of(head)!.Open(new Packed(whole, () => 0, 0)).Select(m => (m, new StreamReader(m.Stream).ReadToEnd()))];
    }
}
