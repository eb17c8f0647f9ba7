using Search.Articles;
using Search.Reading;
using Search.Text;

namespace Search.Evaluation;

/// <summary>
/// Measures how well articles are read from HTML pages. Compared are the words that searches see without headline and captions, with those that
/// people have marked; a page that gives no article has found nothing.
/// </summary>
public static class HtmlEvaluation
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " · ", " » "];

    /// <summary>Reads every page of a folder twice: as the product does, and with SmartReader.</summary>
    /// <exception cref="EvaluationException">The folder has no pages with gold text.</exception>
    public static HtmlReport Run(string folder, CancellationToken cancel = default)
    {
        var results = new List<HtmlPageResult>();
        foreach (var gold in GoldPages.Of(folder))
        {
            cancel.ThrowIfCancellationRequested();
            results.Add(Measure(gold));
        }
        return new HtmlReport(results);
    }

    private static HtmlPageResult Measure(GoldPage gold)
    {
        var item = new ArticleReader().ReadPaths([gold.File]).First();
        var (article, problem) = Compose(item);
        return new HtmlPageResult(
            gold.Name,
            TextOverlap.Of(article is null ? "" : TextOf(article), gold.Text),
            TextOverlap.Of(SmartReaderText.Of(gold.File), gold.Text),
            gold.Title is null ? null : article is { TitleDerived: false } && IsTitle(article.Title, gold.Title),
            gold.Published is null ? null : IsDate(article?.Published, gold.Published),
            problem);
    }

    private static (Article? Article, string? Problem) Compose(ReadItem item)
    {
        if (item is ReadProblem problem) return (null, problem.Reason);
        var outcome = ArticleComposer.Default.Compose(((ReadArticle)item).Draft);
        return (outcome.Value, outcome.Problem?.Detail);
    }

    private static string TextOf(Article article) =>
        string.Join("\n\n", article.Paragraphs.Where(p => p.IsSearched && p.Kind is not (ParagraphKind.Headline or ParagraphKind.Caption)).Select(p => p.Text));

    /// <summary>Signs and case aside; what follows the headline in the title of a window (<c>Headline | Site</c>) is no part of it.</summary>
    internal static bool IsTitle(string found, string expected)
    {
        if (Fold.Slug(found) == Fold.Slug(expected)) return true;
        foreach (var separator in Separators)
        {
            for (var at = expected.IndexOf(separator, StringComparison.Ordinal); at > 0; at = expected.IndexOf(separator, at + 1, StringComparison.Ordinal))
            {
                if (Fold.Slug(found) == Fold.Slug(expected[..at])) return true;
            }
        }
        return false;
    }

    /// <summary>The same instant, fractions of a second aside.</summary>
    internal static bool IsDate(DateTimeOffset? found, string expected) =>
        found is { } date && ArticleDates.TryParse(expected, out var wanted) && Math.Abs((date - wanted).TotalSeconds) < 1;
}
