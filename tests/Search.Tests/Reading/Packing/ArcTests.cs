using System.Globalization;
using Xunit;

namespace Search.Tests.Reading.Packing;

public class ArcTests : PackingTest
{
    private const string Head = "filedesc://a.arc 127.0.0.1 20140216050221 text/plain 75\n1 0 LiveWeb Capture\nURL IP-address Archive-date Content-type Archive-length\n\n";
    private const string Answer = "HTTP/1.1 200 OK\nContent-Type: text/plain\n\n";

    private static string Record(string uri, string content, string? length = null) => $"{uri} 93.184.216.119 20140216050221 text/html {length ?? content.Length.ToString(CultureInfo.InvariantCulture)}\n{content}\n";

    [Fact]
    public void Pages_are_read_also_when_their_address_has_spaces()
    {
        var items = Read(Utf8(Head + Record("http://a.example/x=Two Words", Answer + "One.") + Record("http://a.example/2", Answer + "Two.") + Record("http://a.example/3", "HTTP/1.1 404 Not Found\n\nNo.")));
        Assert.Equal(["http://a.example/x=Two Words: One.", "http://a.example/2: Two."], Told(items));
        Assert.Equal("http://a.example/x=Two%20Words", Draft(items[0]).Url);
    }

    [Fact]
    public void The_second_version_has_more_fields() => Assert.Equal(["http://a.example/: One."],
        Told(Read(Utf8(Head + $"http://a.example/ 1.2.3.4 20140216050221 text/html 200 - - 151 a.arc {Answer.Length + 4}\n{Answer}One.\n"))));

    [Fact]
    public void Lengths_that_are_none_are_told_and_reading_goes_on()
    {
        var told = Told(Read(Utf8("filedesc://bad.arc 127.0.0.1 20140301000000 text/plain -1\n1 0 Bad\n\n" + Record("http://a.example/1", "", "-1") + "\n" + Record("http://a.example/2", Answer + "Two.") + "\n" + Record("http://a.example/3", "", "abc"))));
        Assert.Equal(4, told.Count);
        Assert.EndsWith("length, '-1', is no number; it was not read.", told[1], StringComparison.Ordinal);
        Assert.Equal("http://a.example/2: Two.", told[2]);
        Assert.EndsWith("length, 'abc', is no number; it was not read.", told[3], StringComparison.Ordinal);
    }
}
