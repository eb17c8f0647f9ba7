using Search.Reading;
using Xunit;

namespace Search.Tests.Reading.Html;

public class HtmlPageFormatTests : HtmlPageTest
{
    [Theory]
    [InlineData("<!DOCTYPE html><p>")]
    [InlineData("<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\"><html>")]
    [InlineData("\uFEFF\n <!-- made by hand --><HTML>")]
    [InlineData("<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x.dtd'><html xmlns='http://www.w3.org/1999/xhtml'>")]
    [InlineData("<!--[if lt IE 9]><html class='old'><![endif]--><html>")]
    [InlineData("<head><title>x</title>")]
    [InlineData("<body class='x'>")]
    [InlineData("<div>"), InlineData("<meta charset='utf-8'>")]
    public void A_page_is_known_by_its_beginning(string start) => Assert.Equal("HTML", Assert.Single(Read(start + Text)).Format);

    [Theory]
    [InlineData("<rss version='2.0'><channel><item><title>x</title><description>&lt;html></description></item></channel></rss>", "RSS")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><div>x</div></content></entry></feed>", "Atom")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf><head/><body/></nitf>", "NITF")]
    [InlineData("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", "NewsML-G2")]
    [InlineData("{\"body\":\"<html>\"}", "JSON lines")]
    [InlineData("The tag <html> opens a page.", "plain text")]
    public void What_only_has_tags_in_it_is_none(string text, string format) => Assert.All(Read(text), i => Assert.Equal(format, i.Format));

    [Fact]
    public void A_page_is_read_in_the_encoding_that_it_declares()
    {
        var cyrillic = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        const string word = "Мост открыли в понедельник после двух лет работы.";
        foreach (var meta in (string[])["<meta charset=windows-1251>", "<META content='text/html; charset=windows-1251' http-equiv=Content-Type>"])
        {
            var page = Page(meta + "<title>Мост</title>", $"<h1>Мост</h1><p>{word} {word} {word} {word} {word} {word}</p>");
            Assert.StartsWith(word, Draft(Assert.Single(Read(cyrillic.GetBytes(page)))).Paragraphs[0].Text, StringComparison.Ordinal);
            // Long scripts may stand before the first letter that tells.
            var late = Page(meta + $"<script>{new string(' ', 2 * Head.Length)}</script>", $"<p>{word} {word} {word} {word} {word} {word}</p>");
            Assert.StartsWith(word, Draft(Assert.Single(Read(cyrillic.GetBytes(late)))).Paragraphs[0].Text, StringComparison.Ordinal);
            Assert.StartsWith(word, One(page).Paragraphs[0].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_page_of_the_samples_is_read_or_its_reason_told()
    {
        foreach (var folder in (string[])["html_articles", "jsonld_html"])
        {
            var shared = SharedFolder.Find("data/formats/" + folder);
            Assert.SkipWhen(shared is null, "the shared folder is not beside the project");
            var pages = Directory.EnumerateFiles(shared!, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".html.gz", StringComparison.Ordinal) || Path.GetFileName(f) == "source.html").ToList();
            Assert.NotEmpty(pages);
            Assert.Empty(new ArticleReader().ReadPaths(pages).OfType<ReadProblem>().Select(p => p.File + ": " + p.Reason));
        }
    }
}
