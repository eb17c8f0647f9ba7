using System.Globalization;
using System.Text;
using System.Xml;
using Search.Reading;
using Search.Reading.Xml;
using Xunit;

namespace Search.Tests.Reading.Xml;

public class ForeignXmlTests : ReadingTest
{
    private const string Item = "<item><title>T</title><description>Whole.</description></item>";

    [Theory]
    [InlineData("<a><b>x</b></a>", "<a <b x b> a>")]
    [InlineData("<a/>", "<a/")]
    [InlineData(" junk <a>x</a> junk", "<a x a>")]
    [InlineData("<a>x</a><b>y</b>", "<a x a> <b y b>")]
    [InlineData("<a><b>x</a>", "<a <b x b> a>")]
    [InlineData("<a></b>x</a>", "<a x a>")]
    [InlineData("<a><b><c>x", "<a <b <c x c> b> a>")]
    [InlineData("<a>1 < 2 && 3 > 2 &foo; &; &#x41;&#150;&#0;&#x1FFFFFFFF;</a>", "<a 1 < 2 && 3 > 2 &foo; &; A–&#x1FFFFFFFF; a>")]
    [InlineData("<a><![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>", "<a <b>&amp;]] > a>")]
    [InlineData("<a><!-- <b> --><?php <c> ?>x</a>", "<a x a>")]
    [InlineData("<a x=1 y = 'two' z=\"a>b\" x=2 w>x</a>", "<a x a>")]
    [InlineData("<a b=\"c\" <b>x</b></a>", "<a <b x b> a>")]
    [InlineData("<a><", "<a < a>")]
    [InlineData("<a><b", "<a a>")]
    [InlineData("<a>x</a", "<a x a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"]><x>\"> <!-- ' ]> --> <?x ]> ?>]><a>&b;</a>", "<a &b; a>")]
    public void Tokens_pair_whatever_is_written(string xml, string expected)
    {
        using var reader = new ForeignXmlReader(new StringReader(xml));
        var tokens = new List<string>();
        while (reader.Read())
        {
            tokens.Add(reader.NodeType switch
            {
                XmlNodeType.Element => "<" + reader.LocalName + (reader.IsEmptyElement ? "/" : ""),
                XmlNodeType.EndElement => reader.LocalName + ">",
                _ => reader.Value,
            });
        }
        Assert.Equal(expected, string.Join(' ', tokens));
    }

    [Theory]
    [InlineData("<a><c>x</a>", "<c> is not closed before </a>")]
    [InlineData("<a></c>x</a>", "</c> closes nothing")]
    [InlineData("<a><b>", "the file ends before </b>")]
    [InlineData("<a><b", "the file ends inside a tag")]
    [InlineData("<!-- <a>", "the file ends inside a comment")]
    [InlineData("<!DOCTYPE a [ <a>", "the file ends inside its document type")]
    [InlineData("<a>one<br>two</p><p>three</a>", null)]
    [InlineData("<a>x</a>", null)]
    public void What_is_broken_is_told(string xml, string? reason)
    {
        using var reader = new ForeignXmlReader(new StringReader(xml));
        while (reader.Read()) { }
        Assert.Equal(reason, reader.TakeFault()?.Reason);
        Assert.Null(reader.Fault);
    }

    [Fact]
    public void Attributes_and_namespaces_are_those_of_the_place()
    {
        using var reader = new ForeignXmlReader(new StringReader("<a xmlns='one' xmlns:p='two' p:x='1' x='2'><p:b xmlns='three'/><c/><q:d p:y='&amp;&lt;'/></a><e/>"));
        var names = new List<string>();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            names.Add($"{reader.NamespaceURI}|{reader.LocalName}");
            if (reader.LocalName == "a") Assert.Equal(("2", "1", null), (reader.GetAttribute("x"), reader.GetAttribute("x", "two"), reader.GetAttribute("x", "one")));
            if (reader.LocalName == "d") Assert.Equal("&<", reader.GetAttribute("y", "two"));
        }
        Assert.Equal(["one|a", "two|b", "one|c", "undeclared:q|d", "|e"], names);
    }

    [Fact]
    public void References_at_the_edge_of_the_window_are_whole()
    {
        for (var pad = 16384 - 60; pad < 16384 + 10; pad++)
        {
            using var reader = new ForeignXmlReader(new StringReader($"<a>{new string('x', pad)}&amp;&eacute;&</a>"));
            reader.Read();
            Assert.Equal(new string('x', pad) + "&é&", ForeignXml.Text(reader));
        }
    }

    [Fact]
    public void Entities_of_a_document_type_never_expand()
    {
        var laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 \"lol\">");
        for (var i = 1; i < 10; i++) laughs.Append(CultureInfo.InvariantCulture, $"<!ENTITY l{i} \"").Append(string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))).Append("\">");
        Assert.Equal("&l9;", Text($"{laughs}]><rss><channel><item><description>&l9;</description></item></channel></rss>"));
        var quadratic = $"<!DOCTYPE rss [<!ENTITY q \"{new string('q', 100_000)}\">]><rss><channel><item><description>{string.Concat(Enumerable.Repeat("&q;", 10_000))}</description></item></channel></rss>";
        Assert.Equal(30_000, Text(quadratic).Length);
    }

    [Fact]
    public void Nothing_is_fetched_from_outside()
    {
        var secret = Write("secret.txt", "the secret");
        var xml = $"<!DOCTYPE rss SYSTEM \"file://{secret}\" [<!ENTITY x SYSTEM \"file://{secret}\"><!ENTITY % p SYSTEM \"file://{secret}\"> %p; <!ENTITY y '%p;'>]>";
        Assert.Equal("&x; &y; %p;", Text($"{xml}<rss><channel><item><description>&x; &y; %p;</description></item></channel></rss>"));
    }

    [Fact]
    public void A_document_type_beyond_the_head_is_skipped()
    {
        var inside = string.Concat(Enumerable.Repeat("<!ENTITY a \"b>]\"> <!-- it's --> ", 50_000));
        var items = Read($"<!DOCTYPE rss [{inside}]><rss><channel>{Item}</channel></rss>");
        Assert.Equal("T", Draft(Assert.Single(items)).Title);
        Assert.StartsWith("The format is none of those", Reason(Assert.Single(Read($"<?xml version='1.0'?><!DOCTYPE other [{inside}]><other>It is no plain text.</other>"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_nested_elements_cost_their_item_only()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 1_000_000));
        var items = Read($"<rss><channel>{Item}<item><description>{deep}</description></item>{Item}</channel></rss>");
        Assert.Equal("The XML is broken at line 1, it was left out: elements are nested more than 256 deep.", Reason(items[1]));
        Assert.Equal(["T", "T"], items.OfType<ReadArticle>().Select(i => i.Draft.Title));
        Assert.IsType<ReadProblem>(Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>{deep}")[0]);
        Assert.NotNull(Part($"<a>{deep}").Fault);
    }

    [Fact]
    public void A_storm_of_attributes_is_passed_over()
    {
        var storm = string.Concat(Enumerable.Range(0, 100_000).Select(i => $" a{i}='{i}'"));
        var items = Read($"<rss{storm}><channel{storm}><item{storm} xmlns:x='y'><title{storm}>T</title><description>D.</description></item></channel></rss>");
        Assert.Equal("T", Draft(Assert.Single(items)).Title);
    }

    [Fact]
    public void A_huge_text_is_cut_and_the_next_item_is_read()
    {
        using var stream = new HugeText(40 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using (var reader = new ForeignXmlReader(new StreamReader(stream)))
        {
            reader.Read();
            reader.Read();
            Assert.InRange(ForeignXml.Text(reader).Length, 4 * 1024 * 1024, 4 * 1024 * 1024 + ForeignXmlReader.LongestText);
            Assert.Equal("c", reader.LocalName);
        }
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 60L * 1024 * 1024);
        Assert.Null(Part($"<a>{new string('x', XmlPart.Largest + 1)}<b/></a>").Root);
        Assert.Null(Part($"<a>{string.Concat(Enumerable.Repeat("<b/>", 300_000))}</a>").Root);
    }

    [Theory]
    [InlineData("\v"), InlineData("\0"), InlineData("\u001F"), InlineData("\uFFFF"), InlineData("&#11;"), InlineData("&#xFFFE;")]
    public void Characters_that_no_xml_may_hold_are_left_out(string bad) => Assert.Equal("ab", Text($"<rss><channel><item><description>a{bad}b</description></item></channel></rss>").Replace(" ", "", StringComparison.Ordinal));

    [Fact]
    public void A_second_root_and_junk_behind_the_end_are_read_on()
    {
        Assert.Equal(2, Read($"<rss><channel>{Item}</channel></rss><rss><channel>{Item}</channel></rss>").OfType<ReadArticle>().Count());
        Assert.Single(Read($"<rss><channel>{Item}</channel></rss>\n<!-- 0.2 s --> junk & </b>"));
    }

    [Fact]
    public void A_part_holds_one_element_with_all_that_is_in_it()
    {
        var (root, fault) = Part("<n:a xmlns:n='u' n:x=' 1 '>one <b>two <c>three</c></b><b>four</b><d><b>five</b></d></n:a>");
        Assert.Null(fault);
        Assert.Equal(("a", "u", "1", ""), (root!.Name, root.Namespace, root.Attribute("x"), root.Attribute("y")));
        Assert.Equal("one two threefourfive", root.OneLine);
        Assert.Equal(("two three", "three", ""), (root.Child("b").OneLine, root.Child("b").Child("c").Text, root.Child("z").Child("z").Text));
        Assert.Equal(["two three", "four", "five"], root.All("b").Select(b => b.OneLine));
    }

    private static (XmlPart? Root, XmlFault? Fault) Part(string xml)
    {
        using var reader = new ForeignXmlReader(new StringReader(xml));
        reader.Read();
        return (XmlPart.Read(reader, out var fault), fault);
    }

    private static string Text(string xml) => string.Join(' ', One(xml).Paragraphs.Select(p => p.Text));

    /// <summary>An element with a long text, and another.</summary>
    private sealed class HugeText(int length) : ForwardStream(Stream.Null)
    {
        private static readonly byte[] Begin = "<a><b>"u8.ToArray();
        private static readonly byte[] End = "</b><c/></a>"u8.ToArray();
        private int at;

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Begin.Length + length + End.Length - at);
            buffer[..count].Fill((byte)'x');
            for (var i = 0; i < count && at + i < Begin.Length; i++) buffer[i] = Begin[at + i];
            for (var i = Math.Max(0, Begin.Length + length - at); i < count; i++) buffer[i] = End[at + i - Begin.Length - length];
            at += count;
            return count;
        }
    }
}
