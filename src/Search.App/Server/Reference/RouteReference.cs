namespace Search.App.Server.Reference;

/// <summary>What a parameter's value is.</summary>
internal enum ParameterKind { Text, Number, Flag }

/// <summary>A parameter of a route, as the documents and the page <c>/api</c> tell it.</summary>
internal sealed record ParameterReference(string Name, string Meaning)
{
    public ParameterKind Kind { get; init; } = ParameterKind.Text;
    /// <summary>What holds when it is not given; null when nothing does.</summary>
    public string? Default { get; init; }
    /// <summary>The words that it may be; empty when it is free.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
    public int? From { get; init; }
    public int? To { get; init; }
    /// <summary>Whether it may come several times, or with commas.</summary>
    public bool Repeats { get; init; }
    public string? Example { get; init; }
    /// <summary>Whether it stands in the path.</summary>
    public bool InPath { get; init; }
    /// <summary>Under which heading the page shows it.</summary>
    public string Group { get; init; } = "Parameters";
}

/// <summary>The body of a route that takes one.</summary>
internal sealed record BodyReference(string MediaType, string Example, IReadOnlyList<string> AlsoTakes);

/// <summary>Ties an endpoint to what is told about it.</summary>
internal static class RouteDescription
{
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, RouteReference reference) =>
        route.WithName(reference.Id).WithSummary(reference.Summary).WithTags(reference.Tag).WithMetadata(reference);
}

/// <summary>A route of the contract: the one description that the OpenAPI document and the page <c>/api</c> are made from.</summary>
internal sealed record RouteReference(string Id, string Tag, string Method, string Path, string Summary)
{
    public string? Remarks { get; init; }
    public IReadOnlyList<ParameterReference> Parameters { get; init; } = [];
    public BodyReference? Body { get; init; }
    /// <summary>Whether the body is a JSON object of the parameters.</summary>
    public bool ParametersInBody { get; init; }
    /// <summary>An answer, as JSON.</summary>
    public string? Answer { get; init; }
    /// <summary>The codes of problems that it may answer besides those that all routes share.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
