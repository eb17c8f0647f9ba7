using System.Text;
using Search.Reading;
using Xunit;

namespace Search.Tests.Reading;

public class ArticleReaderTests : ReadingTest
{
    [Theory]
    [InlineData("plain text", "Just a sentence.")]
    [InlineData("JSON", """{ "body": "x" """ + "\n}")]
    [InlineData("JSON", """ [{"body":"x"}]""")]
    [InlineData("JSON lines", """{"body":"x"}""")]
    [InlineData("JSON lines", "{\"body\":\"x\"}\n{\"body\":\"y\"}")]
    [InlineData("JSON lines", "{broken\n{\"body\":\"y\"}")]
    [InlineData("RSS", "<?xml version='1.0'?>\n<!-- c --><rss version='2.0'><channel/></rss>")]
    [InlineData("RSS", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'></rdf:RDF>")]
    [InlineData("Atom", "\uFEFF<feed xmlns='http://www.w3.org/2005/Atom'></feed>")]
    public void A_format_is_known_by_its_content(string format, string text) => Assert.All(Read(text), i => Assert.Equal(format, i.Format));

    [Theory]
    [InlineData("", "It is empty."), InlineData(" \n", "It is empty."), InlineData("<nonsense><p>Hello", "The format is none of those that are read"), InlineData("\u0001\u0002\0\0\u0003", "It is no text")]
    public void What_is_no_format_of_ours_is_a_problem(string text, string reason) => Assert.StartsWith(reason, Reason(Assert.Single(Read(text))), StringComparison.Ordinal);

    [Fact]
    public void A_media_type_of_plain_text_is_taken_at_its_word()
    {
        var item = Assert.Single(Read(Encoding.UTF8.GetBytes("{braces} begin this sentence."), "text/plain; charset=utf-8"));
        Assert.Equal("{braces} begin this sentence.", Draft(item).Body);
    }

    [Fact]
    public void Every_format_may_be_packed()
    {
        Assert.Equal("x", Draft(Assert.Single(Read(Gzip("""{"body":"x"}"""u8.ToArray())))).Body);
        Assert.Equal("Hello there.", Draft(Assert.Single(Read(Gzip("Hello there."u8.ToArray())))).Body);
    }

    [Fact]
    public void Text_comes_out_right_whatever_its_encoding()
    {
        const string text = "Séjourné said “no” in Paris.";
        Assert.Equal(text, Draft(Read(Encoding.UTF8.GetBytes("\uFEFF" + text))[0]).Body);
        Assert.Equal(text, Draft(Read(Encoding.Unicode.GetBytes("\uFEFF" + text))[0]).Body);
        Assert.Equal(text, Draft(Read(Encoding.BigEndianUnicode.GetBytes("\uFEFF" + text))[0]).Body);
        Assert.Equal("Plain Latin text in UTF-16.", Draft(Read(Encoding.Unicode.GetBytes("Plain Latin text in UTF-16."))[0]).Body);
        byte[] windows = [.. "S"u8, 0xE9, .. "journ"u8, 0xE9, .. " said "u8, 0x93, .. "no"u8, 0x94, .. " in Paris."u8];
        Assert.Equal(text, Draft(Read(windows)[0]).Body);
        Assert.Equal(text, Draft(Read([.. """{"body":"""u8, (byte)'"', .. windows, .. "\"}"u8])[0]).Body);
        Assert.Equal("Привет", Draft(Read([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "text/plain; charset=windows-1251")[0]).Body);
        Assert.Equal(text, Draft(Read([.. Encoding.Unicode.GetBytes("\uFEFF[{\"body\":\"" + text + "\"}]")])[0]).Body);
    }

    [Fact]
    public void A_packed_bomb_is_refused_and_a_torn_one_is_a_problem()
    {
        var line = Encoding.UTF8.GetBytes("""{"body":"x"}""" + "\n");
        var bomb = new byte[40 * 1024 * 1024];
        line.CopyTo(bomb, 0);
        bomb.AsSpan(line.Length).Fill((byte)' ');
        var items = Read(Gzip(bomb));
        Assert.Equal("x", Draft(items[0]).Body);
        Assert.Contains("more than 100 times its size", Reason(items[^1]), StringComparison.Ordinal);
        Assert.Contains("cannot be unpacked", Reason(Read([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x42, 0x13, 0x37])[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_walked_in_order_without_hidden_files()
    {
        Write("b.txt", "Second file.");
        Write("a/z.txt", "First file.");
        Write("c.json", "{ nonsense");
        Write(".hidden", "Unseen.");
        Write(".git/x.txt", "Unseen.");
        Write("d.txt", "Last file.");
        var items = new ArticleReader().ReadPaths([Folder.FullName]).ToList();
        Assert.Equal(["z.txt", "b.txt", "c.json", "d.txt"], items.Select(i => Path.GetFileName(i.File)));
        Assert.IsType<ReadProblem>(items[2]);
    }

    [Fact]
    public void Links_that_lead_in_circles_end()
    {
        Write("sub/a.txt", "Only file.");
        Directory.CreateSymbolicLink(Path.Combine(Folder.FullName, "sub", "up"), Folder.FullName);
        Directory.CreateSymbolicLink(Path.Combine(Folder.FullName, "loop"), Path.Combine(Folder.FullName, "loop"));
        var items = new ArticleReader().ReadPaths([Folder.FullName]).ToList();
        Assert.Single(items.OfType<ReadArticle>());
    }

    [Fact]
    public void Pipes_and_sockets_in_a_folder_are_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such files");
        Write("b.txt", "Only file.");
        Write("empty.txt", "");
        using var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(Folder.FullName, "a.pipe"));
        made.WaitForExit();
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(Path.Combine(Folder.FullName, "c.socket")));
        File.CreateSymbolicLink(Path.Combine(Folder.FullName, "d.link"), "a.pipe");
        File.CreateSymbolicLink(Path.Combine(Folder.FullName, "e.link"), "/dev/zero");
        var items = new ArticleReader().ReadPaths([Folder.FullName]).ToList();
        Assert.Equal("Only file.", Draft(Assert.Single(items.OfType<ReadArticle>())).Body);
        Assert.Equal(["a.pipe", "c.socket", "d.link", "e.link", "empty.txt"], items.OfType<ReadProblem>().Select(i => Path.GetFileName(i.File)));
        Assert.All(items.OfType<ReadProblem>(), i => Assert.StartsWith("It is empty, or no file but a pipe", i.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("y\n", "The text has more than 4 million characters")]
    [InlineData("\0", "It is no text")]
    public void What_never_ends_is_given_up(string text, string reason)
    {
        using var endless = new EndlessStream(Encoding.UTF8.GetBytes(text));
        Assert.StartsWith(reason, Reason(Assert.Single(new ArticleReader().ReadStream(endless, "yes"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_cannot_be_read_stops_nothing()
    {
        var good = Write("good.txt", "A good file.");
        var empty = Folder.CreateSubdirectory("empty").FullName;
        var items = new ArticleReader().ReadPaths([Path.Combine(Folder.FullName, "missing.txt"), empty, good, "", "a\0b"]).ToList();
        Assert.Equal("There is no such file or folder.", Reason(items[0]));
        Assert.Equal("The folder has no files.", Reason(items[1]));
        Assert.Equal("A good file.", Draft(items[2]).Body);
        Assert.All(items[3..], i => Assert.Equal("This is no path.", Reason(i)));
    }

    [Fact]
    public void A_dash_is_the_standard_input()
    {
        var reader = new ArticleReader { StandardInput = () => new MemoryStream("Piped text."u8.ToArray()) };
        var item = Assert.Single(reader.ReadPaths(["-"]));
        Assert.Equal(("stdin", "Piped text."), (item.File, Draft(item).Body));
    }

    [Fact]
    public void A_stream_that_breaks_keeps_what_was_read()
    {
        using var broken = new BrokenStream("{\"body\":\"x\"}\n"u8.ToArray());
        List<ReadItem> items = [.. new ArticleReader().ReadStream(broken, "wire")];
        Assert.Equal("x", Draft(items[0]).Body);
        Assert.Equal("It cannot be read: the wire is cut", Reason(items[1]));
    }

    /// <summary>Gives the same bytes over and over.</summary>
    private sealed class EndlessStream(byte[] bytes) : ForwardStream(Stream.Null)
    {
        private int at;

        public override int Read(Span<byte> buffer)
        {
            for (var i = 0; i < buffer.Length; i++) buffer[i] = bytes[at++ % bytes.Length];
            at %= bytes.Length;
            return buffer.Length;
        }
    }

    /// <summary>Gives its bytes, then line ends beyond the head, and breaks.</summary>
    private sealed class BrokenStream(byte[] bytes) : ForwardStream(Stream.Null)
    {
        private int at;

        public override int Read(Span<byte> buffer)
        {
            if (at > Head.Length + 100) throw new IOException("the wire is cut");
            buffer[0] = at < bytes.Length ? bytes[at] : (byte)'\n';
            at++;
            return 1;
        }
    }
}
