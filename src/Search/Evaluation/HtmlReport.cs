namespace Search.Evaluation;

/// <summary>How well one page was read.</summary>
/// <param name="Page">Its name.</param>
/// <param name="Text">The text that was found, against the expected one.</param>
/// <param name="SmartReader">The same for SmartReader.</param>
/// <param name="IsTitleRight">Null when no title is expected.</param>
/// <param name="IsDateRight">Null when no date is expected.</param>
/// <param name="Problem">Why no article was read; null when one was.</param>
public sealed record HtmlPageResult(string Page, TextOverlap Text, TextOverlap SmartReader, bool? IsTitleRight, bool? IsDateRight, string? Problem);

/// <summary>How well the pages of a folder were read, beside SmartReader over the same pages.</summary>
public sealed record HtmlReport
{
    internal HtmlReport(IReadOnlyList<HtmlPageResult> pages) => Pages = pages;

    /// <summary>In ordinal order of their names.</summary>
    public IReadOnlyList<HtmlPageResult> Pages { get; }

    /// <summary>Precision, recall and F1, each averaged over the pages.</summary>
    public TextOverlap Mean => TextOverlap.Mean([.. Pages.Select(p => p.Text)]);
    public TextOverlap MeanOfSmartReader => TextOverlap.Mean([.. Pages.Select(p => p.SmartReader)]);

    /// <summary>The F1 that half of the pages reach.</summary>
    public double Median => MedianOf(Pages.Select(p => p.Text.F1));
    public double MedianOfSmartReader => MedianOf(Pages.Select(p => p.SmartReader.F1));

    /// <summary>Pages with an expected title, and those where it was found.</summary>
    public (int Right, int Of) Titles => (Pages.Count(p => p.IsTitleRight == true), Pages.Count(p => p.IsTitleRight is not null));
    public (int Right, int Of) Dates => (Pages.Count(p => p.IsDateRight == true), Pages.Count(p => p.IsDateRight is not null));

    private static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
