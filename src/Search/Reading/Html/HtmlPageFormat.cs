using System.Text;
using Search.Articles;

namespace Search.Reading.Html;

/// <summary>A page of a news site: one article, found among the furniture around it.</summary>
internal sealed class HtmlPageFormat : IArticleFormat
{
    /// <summary>In characters: what is longer is no page of an article.</summary>
    private const int Longest = 10 * 1024 * 1024;

    public string Name => "HTML";

    public bool Recognises(Head head) => head.Text.Contains("<html", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<ReadItem> Read(Source source)
    {
        var html = source.OpenText().ReadToEnd();
        var page = Page.Parse(html);
        var text = new MainText(page, page.Elements("h1").FirstOrDefault());
        yield return source.Article("", new ArticleDraft { Title = "x", Paragraphs = text.Paragraphs() });
    }
}
