using Search.App.Server;
using Search.App.Server.Reference;
using Search.Searching;

namespace Search.App.Api;

/// <summary>Suggests while somebody types.</summary>
internal static class SuggestRoute
{
    private const int Usual = 10;

    /// <summary>What may be meant by <c>q</c>, which is no query here, under the filters of a search.</summary>
    public static async Task<IResult> Get(HttpContext context, Corpus corpus, TimeProvider clock)
    {
        var read = RawUrl.Parameters(context.Request);
        if (read.Problem is { } broken) return Problems.From(broken);
        var own = Asked.Read([.. read.Value!.Where(p => p.Key is "q" or "limit")], ["q", "limit"]);
        if (own.Problem is { } twice) return Problems.From(twice);
        if (own.Value!.Number("limit", Usual, 0, SearchRequest.MaxLimit, out var limit) is { } badLimit) return Problems.From(badLimit);
        var typed = own.Value["q"] ?? "";
        if (typed.Length > SearchRoutes.MaxQueryInUrl)
        {
            return Problems.From(new RequestProblem(RequestProblem.QueryTooComplex, $"'q' has {typed.Length} characters; here it may have {SearchRoutes.MaxQueryInUrl}.") { Parameter = "q" });
        }
        var filters = SearchRoutes.Request([.. read.Value!.Where(p => p.Key is not ("q" or "limit"))], clock, ApiReference.Suggest);
        if (filters.Problem is { } refused) return Problems.From(refused);
        return Results.Ok(await corpus.SuggestAsync(typed, limit, filters.Value!, context.RequestAborted));
    }
}
