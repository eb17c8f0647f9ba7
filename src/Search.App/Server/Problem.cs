using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Searching;

namespace Search.App.Server;

/// <summary>An answer that says what is wrong and what to do: <c>application/problem+json</c>.</summary>
internal sealed record Problem : IResult
{
    public const string MediaType = "application/problem+json";

    /// <summary>Where the code is explained, relative to the server.</summary>
    public string Type => "/api#" + Code;
    public required string Title { get; init; }
    public required int Status { get; init; }
    public required string Detail { get; init; }
    /// <summary>The path that was asked; left out in a line of a bulk answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Instance { get; init; }
    public required string Code { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<ParameterProblem>? Errors { get; init; }
    /// <summary>Where in the query, in UTF-16 code units; this and what follows only when the query's text is meant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Position { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Length { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Found { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? Expected { get; init; }
    /// <summary>A corrected query, or the literal null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public JsonElement? Suggestion { get; init; }
    /// <summary>Seconds to wait before asking again, as in the header.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? RetryAfter { get; init; }

    /// <summary>Writes it as the whole answer.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(this with { Instance = httpContext.Request.Path }, SearchJson.Options, MediaType, httpContext.RequestAborted);
    }
}

/// <summary>One parameter that is wrong.</summary>
internal sealed record ParameterProblem(string Parameter, string Detail);
