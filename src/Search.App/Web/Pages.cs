using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.App.Server;
using Search.Searching;

namespace Search.App.Web;

/// <summary>The pages for readers: rendered on the server, whole without script.</summary>
internal static class Pages
{
    /// <summary>Everything that <see cref="MapPages"/> needs but the <see cref="Corpus"/> and the <see cref="TimeProvider"/>. Nothing is kept on disk.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services;
    }

    /// <summary>Maps <c>/</c> and <c>/articles/{id}</c>; the group takes filters of the server's.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", SearchAsync);
        pages.MapGet("/articles/{id}", ArticleAsync);
        return pages;
    }

    private static async Task<IResult> SearchAsync(HttpRequest http, Corpus corpus, TimeProvider clock, CancellationToken cancel)
    {
        if (SearchForm.Read(http.QueryString.Value) is { } sent) return Results.Redirect(sent.Href);
        var link = SearchLink.Read(http.QueryString.Value);
        var call = link.IsAsked ? PageCall.Results(link) : PageCall.Start(link);
        var request = SearchRequestReader.Read(call.Parameters, clock.GetUtcNow(), ignoreUnknown: true);
        var answer = request.Value is { } valid ? await corpus.SearchAsync(valid, cancel) : request.Problem!;
        if (answer.Problem is { } problem) return Page<ProblemPage>(new { Link = link, Problem = problem }, Problems.From(problem).Status);
        if (link.IsAsked) return Page<ResultsPage>(new { Link = link, Call = call, Zone = request.Value!.Zone, Result = answer.Value });
        return Page<StartPage>(new { Link = link, Call = call, Result = answer.Value, Status = await corpus.StatusAsync(cancel) });
    }

    private static async Task<IResult> ArticleAsync(HttpRequest http, string id, Corpus corpus, TimeProvider clock, CancellationToken cancel)
    {
        var link = SearchLink.Read(http.QueryString.Value);
        // A search that cannot be carried out must not hide the article: it is then shown without marks.
        var request = link.IsAsked ? SearchRequestReader.Read(link.Parameters, clock.GetUtcNow(), ignoreUnknown: true).Value : null;
        var article = RawUrl.LastSegment(http) is { Length: > 0 and <= 200 } sent ? await corpus.ArticleAsync(sent, request, cancel) : null;
        return article is null
            ? Page<NotFoundPage>(new { Link = link, Id = id }, StatusCodes.Status404NotFound)
            : Page<ArticlePage>(new { Link = link, Article = article, Zone = request?.Zone ?? TimeZoneInfo.Utc });
    }

    private static RazorComponentResult<T> Page<T>(object parameters, int status = StatusCodes.Status200OK) where T : Microsoft.AspNetCore.Components.IComponent =>
        new(parameters) { StatusCode = status, PreventStreamingRendering = true };
}
