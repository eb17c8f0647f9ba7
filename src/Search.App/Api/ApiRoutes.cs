using Search.App.Api.Feeds;
using Search.App.Server;
using Search.App.Server.Reference;
using Search.Searching;
using Search.Searching.Suggesting;
using Search.Searching.Timelines;

namespace Search.App.Api;

/// <summary>The contract's routes: a table of contents. What each takes is told by <see cref="ApiReference"/>.</summary>
internal static class ApiRoutes
{
    public static void MapApi(this WebApplication app)
    {
        var gates = app.Services.GetRequiredService<Gates>();
        var json = app.MapGroup("").AddEndpointFilter(MediaTypes.AcceptsJson);
        var reads = json.MapGroup("").AddEndpointFilter(gates.Searches);
        reads.MapGet("/v1/search", SearchRoutes.Get).Describe(ApiReference.Search).Produces<SearchResult>();
        reads.MapPost("/v1/search", SearchRoutes.Post).Describe(ApiReference.SearchByBody).Produces<SearchResult>();
        reads.MapGet("/v1/facets/{field}", SearchRoutes.Facet).Describe(ApiReference.Facet).Produces<FacetPage>();
        reads.MapGet("/v1/timeline", TimelineRoute.Get).Describe(ApiReference.Timeline).Produces<TimelineResult>();
        reads.MapGet("/v1/suggest", SuggestRoute.Get).Describe(ApiReference.Suggest).Produces<IReadOnlyList<Suggestion>>();
        reads.MapGet("/v1/articles/{id}", ArticleRoutes.Article).Describe(ApiReference.Article).Produces<ArticleView>();
        reads.MapGet("/v1/articles/{id}/similar", ArticleRoutes.Similar).Describe(ApiReference.Similar).Produces<SearchResult>();
        reads.MapGet("/v1/paragraphs/{id}", ArticleRoutes.Paragraph).Describe(ApiReference.Paragraph).Produces<ParagraphView>();
        reads.MapGet("/v1/actors", ListRoutes.Actors).Describe(ApiReference.Actors).Produces<ActorPage>();
        reads.MapGet("/v1/topics", ListRoutes.Topics).Describe(ApiReference.Topics).Produces<TopicTree>();
        reads.MapGet("/v1/status", ListRoutes.Status).Describe(ApiReference.Status).Produces<IndexStatus>();
        app.MapGet(FeedRoutes.AtomPath, FeedRoutes.Atom).AddEndpointFilter(gates.Searches).Describe(ApiReference.AtomFeed).Produces(200, contentType: AtomWriter.MediaType);
        app.MapGet(FeedRoutes.JsonPath, FeedRoutes.Json).AddEndpointFilter(gates.Searches).Describe(ApiReference.JsonFeed).Produces(200, contentType: JsonFeed.MediaType);
        app.MapGet("/v1/export", ExportRoute.Get).AddEndpointFilter(gates.Exports).Describe(ApiReference.Export)
            .Produces(200, contentType: MediaTypes.JsonLines, additionalContentTypes: [MediaTypes.Csv]);

        var writes = json.MapGroup("").AddEndpointFilter(gates.Writes);
        writes.MapPut("/v1/articles/{id}", WriteRoutes.Put).Describe(ApiReference.PutArticle).Produces<ArticleWritten>().Produces<ArticleWritten>(201);
        writes.MapPost("/v1/articles", WriteRoutes.Post).Describe(ApiReference.PostArticle).Produces<ArticleWritten>().Produces<ArticleWritten>(201);
        writes.MapDelete("/v1/articles/{id}", WriteRoutes.Delete).Describe(ApiReference.DeleteArticle).Produces<ArticleDeleted>();
        app.MapPost("/v1/articles/bulk", BulkRoute.Post).AddEndpointFilter(gates.Writes).Describe(ApiReference.BulkArticles)
            .Produces(200, contentType: MediaTypes.JsonLines);
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
