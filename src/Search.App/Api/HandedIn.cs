using System.Runtime.InteropServices;
using Search.App.Server;
using Search.Articles;
using Search.Reading;

namespace Search.App.Api;

/// <summary>Reads a request's body into the articles that it holds.</summary>
internal static class HandedIn
{
    /// <summary>Each article, or why it cannot be read, in their order; never empty.</summary>
    public static IReadOnlyList<Outcome<ArticleDraft>> Read(ReadOnlyMemory<byte> body, string? contentType)
    {
        MemoryMarshal.TryGetArray(body, out var bytes);
        using var stream = new MemoryStream(bytes.Array ?? [], bytes.Offset, bytes.Count, writable: false);
        var items = new ArticleReader().ReadStream(stream, "body", contentType).Select(Outcome).ToList();
        if (items.Count == 0) return [new ArticleProblem(ArticleProblem.Unprocessable, "The body holds no article.")];
        // The article format's own reader knows best why a JSON body is none.
        if (items is not [{ Problem: not null }] || !MediaTypes.IsJson(contentType)) return items;
        var json = ArticleJson.Parse(body.Span);
        return json.Problem is null ? items : [json];
    }

    private static Outcome<ArticleDraft> Outcome(ReadItem item) => item switch
    {
        ReadArticle article => article.Draft,
        ReadProblem problem => new ArticleProblem(ArticleProblem.Unprocessable, problem.Place.Length > 0 ? $"{problem.Place}: {problem.Reason}" : problem.Reason),
        _ => throw new ArgumentException($"An item of a new kind: {item.GetType().Name}.", nameof(item)),
    };
}
