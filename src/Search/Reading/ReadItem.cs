using Search.Articles;

namespace Search.Reading;

/// <summary>One thing that a reader met: an article or a problem.</summary>
/// <param name="File">The file's path as given, or <c>stdin</c>.</param>
/// <param name="Place">Where in the file: <c>line 12</c>, <c>entry 3</c>, <c>june/4.xml, entry 3</c> in a packed one; empty for the whole file.</param>
public abstract record ReadItem(string File, string Place)
{
    /// <summary>The name of the format that was recognised; empty when none was.</summary>
    public string Format { get; init; } = "";
}

/// <summary>An article.</summary>
public sealed record ReadArticle(string File, string Place, ArticleDraft Draft) : ReadItem(File, Place);

/// <summary>What could not be read, and why; reading goes on with the next article.</summary>
public sealed record ReadProblem(string File, string Place, string Reason) : ReadItem(File, Place);
