using System.Text;

namespace Search.Reading.Html;

/// <summary>A page of a news site: one article, found among the furniture around it.</summary>
internal sealed class HtmlPageFormat : IArticleFormat
{
    /// <summary>In characters: what is longer is no page of an article.</summary>
    public const int Longest = 10 * 1024 * 1024;

    private static readonly HashSet<string> Roots =
    [
        "html", "head", "body", "title", "meta", "link", "base", "script", "style", "noscript", "main", "article", "section", "header", "nav", "div", "p", "h1", "h2", "table", "center", "frameset", "iframe", "ul", "ol",
    ];

    public string Name => "HTML";

    public bool Recognises(Head head) =>
        head.Text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || Roots.Contains(head.RootElement().ToLowerInvariant());

    public IEnumerable<ReadItem> Read(Source source)
    {
        if (ReadAll(source.OpenText()) is not { } html)
        {
            yield return source.Problem("", $"The page has more than {Longest / (1024 * 1024)} million characters; no page of one article is so long.");
            yield break;
        }
        var page = Page.Parse(html);
        if (page.IsCut)
        {
            yield return source.Problem("", $"The page has more than {Page.MostNodes / 1000},000 elements and texts; no page of one article has so many.");
            yield break;
        }
        var (draft, problem) = new PageDraft(source, page).Make();
        yield return draft is null ? source.Problem("", problem!) : source.Article("", draft);
    }

    private static string? ReadAll(TextReader reader)
    {
        var text = new StringBuilder();
        var buffer = new char[16384];
        for (var read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
        {
            text.Append(buffer, 0, read);
            if (text.Length > Longest) return null;
        }
        return text.ToString();
    }
}
