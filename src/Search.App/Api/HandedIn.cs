using System.Runtime.InteropServices;
using Search.Articles;
using Search.Reading;

namespace Search.App.Api;

/// <summary>What a request's body holds in one place: an article, or why it cannot be read.</summary>
/// <param name="Article">The outcome.</param>
/// <param name="IsJson">Whether it came as an article in our own JSON, whatever the header says of the body.</param>
internal readonly record struct HandedIn(Outcome<ArticleDraft> Article, bool IsJson)
{
    /// <summary>The most bytes that a packed body may unpack to.</summary>
    public const int MaxUnpacked = 100 * 1024 * 1024;
    /// <summary>Whether it came as JSON of others, of which our own reader knows nothing.</summary>
    public bool IsForeignJson { get; init; }

    /// <summary>Of the article's text, in characters.</summary>
    public long Length => Article.Value is { } draft ? (draft.Title?.Length ?? 0L) + (draft.Body?.Length ?? 0L) + draft.Paragraphs.Sum(p => (long)p.Text.Length) : 0;

    /// <summary>Whether a body is packed and holds more than <see cref="MaxUnpacked"/>.</summary>
    public static bool IsTooLarge(ReadOnlyMemory<byte> body)
    {
        using var stream = Open(body);
        return ArticleReader.UnpacksBeyond(stream, MaxUnpacked);
    }

    /// <summary>Each article or problem, in their order; never empty. They are read as they are taken, anew each time.</summary>
    public static IEnumerable<HandedIn> Read(ReadOnlyMemory<byte> body, string? contentType)
    {
        var any = false;
        using var stream = Open(body);
        foreach (var item in new ArticleReader().ReadStream(stream, "body", contentType))
        {
            any = true;
            yield return new(Outcome(item), item.Format is "JSON" or "JSON lines") { IsForeignJson = item.Format is "ninjs" or "JSON Feed" or "AP Media API" };
        }
        if (!any) yield return new(new ArticleProblem(ArticleProblem.Unprocessable, "The body holds no article."), false);
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> body)
    {
        MemoryMarshal.TryGetArray(body, out var bytes);
        return new MemoryStream(bytes.Array ?? [], bytes.Offset, bytes.Count, writable: false);
    }

    private static Outcome<ArticleDraft> Outcome(ReadItem item) => item switch
    {
        ReadArticle article => article.Draft,
        ReadProblem problem => new ArticleProblem(ArticleProblem.Unprocessable, problem.Place.Length > 0 ? $"{problem.Place}: {problem.Reason}" : problem.Reason),
        _ => throw new ArgumentException($"An item of a new kind: {item.GetType().Name}.", nameof(item)),
    };
}
