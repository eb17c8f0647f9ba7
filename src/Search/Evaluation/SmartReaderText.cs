using System.IO.Compression;
using System.Text;
using Search.Articles;
using Search.Reading.Html;

namespace Search.Evaluation;

/// <summary>The text that SmartReader finds in a page, taken apart as ours is, without captions; empty when it finds none or gives up.</summary>
internal static class SmartReaderText
{
    public static string Of(string file)
    {
        try
        {
            var article = new SmartReader.Reader("https://example.org/", Read(file)).GetArticle();
            return string.Join("\n\n", HtmlText.Paragraphs(article.Content ?? "").Where(p => p.Kind != ParagraphKind.Caption).Select(p => p.Text));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return "";
        }
    }

    private static string Read(string file)
    {
        using var bytes = File.OpenRead(file);
        using Stream whole = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using var text = new StreamReader(whole, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
