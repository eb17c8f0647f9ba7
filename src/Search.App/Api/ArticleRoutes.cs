using Search.App.Server;
using Search.App.Server.Reference;
using Search.Searching;

namespace Search.App.Api;

/// <summary>One article, one paragraph.</summary>
internal static class ArticleRoutes
{
    /// <summary>The newest durable version of an article; with a search, its matches and its neighbours in the result.</summary>
    public static async Task<IResult> Article(HttpContext context, Corpus corpus, TimeProvider clock)
    {
        if (RawUrl.LastSegment(context.Request) is not { } id) return BrokenId;
        var asked = !context.Request.QueryString.HasValue ? default : SearchRoutes.Request(context, clock, ApiReference.Article);
        if (asked.Problem is { } problem) return Problems.From(problem);
        var article = await corpus.ArticleAsync(id, asked.Value, context.RequestAborted);
        return article is null ? Unknown("article", id) : Results.Ok(article);
    }

    /// <summary>Articles like one, narrowed by the filters of a search.</summary>
    public static async Task<IResult> Similar(HttpContext context, Corpus corpus, TimeProvider clock)
    {
        if (RawUrl.SegmentBeforeLast(context.Request) is not { } id) return BrokenId;
        var read = RawUrl.Parameters(context.Request);
        if (read.Problem is { } broken) return Problems.From(broken);
        if (read.Value!.Find(p => ApiReference.NotOfSimilar.Contains(p.Key)).Key is { } odd)
        {
            return Problems.From(Problems.Parameter(odd, $"'{odd}' has no meaning here: the article itself is the query. Filters choose among the articles like it, limit and offset page through them."));
        }
        var asked = SearchRoutes.Request(read.Value!, clock, ApiReference.Similar);
        if (asked.Problem is { } refused) return Problems.From(refused);
        var answer = await corpus.SimilarAsync(id, asked.Value!, context.RequestAborted);
        return answer.Problem is { } problem ? Problems.From(problem) : Results.Ok(answer.Value);
    }

    /// <summary>A paragraph by its id, with up to three neighbours on each side.</summary>
    public static async Task<IResult> Paragraph(HttpContext context, Corpus corpus)
    {
        if (RawUrl.LastSegment(context.Request) is not { } id) return BrokenId;
        var asked = Asked.Read(context.Request, "context");
        if (asked.Problem is { } problem) return Problems.From(problem);
        if (asked.Value!.Number("context", 0, 0, 3, out var neighbours) is { } bad) return Problems.From(bad);
        var paragraph = await corpus.ParagraphAsync(id, neighbours, context.RequestAborted);
        return paragraph is null ? Unknown("paragraph", id) : Results.Ok(paragraph);
    }

    /// <summary>The answer to a path whose last segment is no id.</summary>
    public static Problem BrokenId => Problems.From(Problems.Parameter("id", "The id in the path is not percent-encoded UTF-8, or it is '.' or '..', which no id can be. Write a percent sign as %25."));

    public static Problem Unknown(string what, string id) => Problems.Of(RequestProblem.NotFound, $"There is no {what} '{id}'.");
}
