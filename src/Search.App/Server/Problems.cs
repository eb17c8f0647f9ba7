using System.Text.Json;
using Search.Archive;
using Search.Articles;
using Search.Searching;

namespace Search.App.Server;

/// <summary>A code of the contract, its status and what it means.</summary>
internal sealed record ProblemCode(string Code, int Status, string Title);

/// <summary>Everything that can go wrong, turned into a <see cref="Problem"/> in one place.</summary>
internal static class Problems
{
    /// <summary>The contract's codes. Those without a route that gives them yet are left out.</summary>
    public static IReadOnlyList<ProblemCode> Codes { get; } =
    [
        new(RequestProblem.QuerySyntax, 400, "The query cannot be read"),
        new(RequestProblem.InvalidParameter, 400, "A parameter has a value that it cannot have"),
        new(RequestProblem.UnknownParameter, 400, "There is no such parameter"),
        new(ArticleProblem.InvalidBody, 400, "The body cannot be read"),
        new(RequestProblem.QueryTooComplex, 400, "The query is too long or too deep"),
        new("forbidden", 403, "This may not be asked from there"),
        new(RequestProblem.NotFound, 404, "There is nothing of that name"),
        new("method_not_allowed", 405, "The path does not take this method"),
        new("not_acceptable", 406, "There is no answer in a form that the client accepts"),
        new(ArticleProblem.VersionConflict, 409, "A newer revision is stored"),
        new(RequestProblem.CursorExpired, 410, "The cursor's view is gone"),
        new(ArticleProblem.TooLarge, 413, "That is too large"),
        new("unsupported_media_type", 415, "The body is of a kind that is not read here"),
        new(ArticleProblem.Unprocessable, 422, "There is no article in it"),
        new(RequestProblem.WildcardTooBroad, 422, "The wildcard stands for too many words"),
        new("rate_limited", 429, "Too much at once"),
        new("busy", 503, "The server cannot answer now"),
        new("disk_full", 507, "There is no room left"),
    ];

    private static readonly Dictionary<string, ProblemCode> ByCode = Codes.ToDictionary(c => c.Code);

    /// <summary>A problem of a code of <see cref="Codes"/>.</summary>
    public static Problem Of(string code, string detail)
    {
        var known = ByCode[code];
        return new Problem { Code = code, Status = known.Status, Title = known.Title, Detail = detail, RetryAfter = known.Status is 429 or 503 ? 1 : null };
    }

    /// <summary>A parameter that is wrong.</summary>
    public static RequestProblem Parameter(string name, string detail) => new(RequestProblem.InvalidParameter, detail) { Parameter = name };

    public static Problem From(RequestProblem problem) => Of(problem.Code, problem.Detail) with
    {
        Errors = problem.Parameter is { } name ? [new ParameterProblem(name, problem.Detail)] : null,
        Position = problem.Query?.Position,
        Length = problem.Query?.Length,
        Found = problem.Query?.Found,
        Expected = problem.Query?.Expected,
        Suggestion = problem.Query is { } query ? JsonSerializer.SerializeToElement(query.Suggestion) : null,
    };

    public static Problem From(ArticleProblem problem) => Of(problem.Code, problem.Detail);

    /// <summary>The problem of an exception; null for one that nobody expected.</summary>
    public static Problem? From(Exception exception) => exception switch
    {
        ArchiveFullException full => Of("disk_full", full.Message),
        BadHttpRequestException bad => OfStatus(bad.StatusCode, bad.Message),
        _ => null,
    };

    /// <summary>The problem of a status that the web framework gave without saying more.</summary>
    public static Problem OfStatus(int status, string? detail = null) => status switch
    {
        403 => Of("forbidden", detail ?? "This may not be asked."),
        404 => Of(RequestProblem.NotFound, detail ?? "There is no such path. The paths are listed at /api."),
        405 => Of("method_not_allowed", detail ?? "The path does not take this method; the header Allow lists those that it takes."),
        406 => Of("not_acceptable", detail ?? "Ask for application/json."),
        413 => Of(ArticleProblem.TooLarge, detail ?? "The body is too large."),
        415 => Of("unsupported_media_type", detail ?? "The body is of a kind that is not read here."),
        429 => Of("rate_limited", detail ?? "Ask again in a moment."),
        >= 500 => Of("busy", detail ?? "Ask again in a moment."),
        _ => Of(ArticleProblem.InvalidBody, detail ?? "The request cannot be read."),
    };
}
