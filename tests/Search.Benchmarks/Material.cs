using System.Diagnostics;
using System.Text;
using Search.Articles;
using Search.Reading;

namespace Search.Benchmarks;

/// <summary>The articles that a measurement is made with, read and composed before it begins. Of several with one id the last is kept.</summary>
internal sealed class Material
{
    public Material(IEnumerable<string> paths)
    {
        var composer = ArticleComposer.Default;
        var reading = Stopwatch.StartNew();
        var drafts = new ArticleReader().ReadPaths(paths).OfType<ReadArticle>().Select(a => a.Draft).ToList();
        ReadSeconds = reading.Elapsed.TotalSeconds;
        var composing = Stopwatch.StartNew();
        var articles = new Dictionary<string, (ArticleDraft Draft, Article Article)>();
        foreach (var draft in drafts)
        {
            var identified = draft with { Id = draft.Id ?? composer.Identify(draft) };
            if (composer.Compose(identified).Value is { } article) articles[article.Id] = (identified, article);
        }
        ComposeSeconds = composing.Elapsed.TotalSeconds;
        Drafts = [.. articles.Values.Select(a => a.Draft)];
        Articles = [.. articles.Values.Select(a => a.Article)];
        Paragraphs = Articles.Sum(a => a.Paragraphs.Count);
        TextBytes = Articles.Sum(a => a.Paragraphs.Sum(p => (long)Encoding.UTF8.GetByteCount(p.Text)));
    }

    public IReadOnlyList<ArticleDraft> Drafts { get; }

    public IReadOnlyList<Article> Articles { get; }

    public int Paragraphs { get; }

    /// <summary>All paragraphs in UTF-8.</summary>
    public long TextBytes { get; }

    public double ReadSeconds { get; }

    public double ComposeSeconds { get; }
}
