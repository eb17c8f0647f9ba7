using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Search.App.Server.Reference;

/// <summary>Makes the OpenAPI document from <see cref="ApiReference"/> and the records' own comments.</summary>
internal static class ApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "news",
                Version = "v1",
                Description = "Search in news: who is involved and what it is about. Times are RFC 3339 in UTC; offsets count UTF-16 code units. Problems are application/problem+json; their codes are listed at /api.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RouteReference>().FirstOrDefault() is { } route) Describe(operation, route);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiOperation operation, RouteReference route)
    {
        operation.Description = route.Remarks;
        operation.Parameters = [.. route.Parameters.Where(p => !route.ParametersInBody || p.InPath).Select(Parameter)];
        if (route.Body is { } body) operation.RequestBody = Body(route, body);
        operation.Responses ??= [];
        if (route.Answer is { } answer)
        {
            foreach (var content in operation.Responses.Where(r => r.Key is "200" or "201").SelectMany(r => r.Value.Content?.Values ?? [])) content.Example = JsonNode.Parse(answer);
        }
        foreach (var group in route.Problems.Select(code => Problems.Codes.First(c => c.Code == code)).GroupBy(code => code.Status))
        {
            operation.Responses[group.Key.ToString(CultureInfo.InvariantCulture)] = ProblemAnswer([.. group], route.Path);
        }
    }

    private static IOpenApiParameter Parameter(ParameterReference parameter) => new OpenApiParameter
    {
        Name = parameter.Name,
        In = parameter.InPath ? ParameterLocation.Path : ParameterLocation.Query,
        Required = parameter.InPath,
        Description = parameter.Meaning,
        Style = parameter.Repeats ? ParameterStyle.Form : null,
        Schema = parameter.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Value(parameter) } : Value(parameter),
        Example = parameter.Example is { } example ? (parameter.Repeats ? new JsonArray([.. example.Split(',').Select(e => (JsonNode)e)]) : Literal(parameter, example)) : null,
    };

    private static OpenApiSchema Value(ParameterReference parameter) => new()
    {
        Type = parameter.Kind switch { ParameterKind.Number => JsonSchemaType.Integer, ParameterKind.Flag => JsonSchemaType.Boolean, _ => JsonSchemaType.String },
        Enum = parameter.Words.Count > 0 && parameter.Kind == ParameterKind.Text ? [.. parameter.Words.Select(word => (JsonNode)word)] : null,
        Default = parameter.Default is { } otherwise ? Literal(parameter, otherwise) : null,
        Minimum = parameter.From?.ToString(CultureInfo.InvariantCulture),
        Maximum = parameter.To?.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonNode Literal(ParameterReference parameter, string text) => parameter.Kind switch
    {
        ParameterKind.Number => int.Parse(text, CultureInfo.InvariantCulture),
        ParameterKind.Flag => bool.Parse(text),
        _ => text,
    };

    private static OpenApiRequestBody Body(RouteReference route, BodyReference body)
    {
        var content = new Dictionary<string, OpenApiMediaType>
        {
            [body.MediaType] = new OpenApiMediaType
            {
                Example = body.MediaType == MediaTypes.Json ? JsonNode.Parse(body.Example) : body.Example,
                Schema = route.ParametersInBody ? Flat(route) : new OpenApiSchema { Type = body.MediaType == MediaTypes.Json ? JsonSchemaType.Object : JsonSchemaType.String },
            },
        };
        foreach (var other in body.AlsoTakes.Where(type => type != body.MediaType)) content[other] = new OpenApiMediaType();
        return new OpenApiRequestBody { Required = true, Content = content };
    }

    private static OpenApiSchema Flat(RouteReference route) => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalPropertiesAllowed = false,
        Properties = route.Parameters.ToDictionary(p => p.Name, IOpenApiSchema (p) =>
        {
            var value = Value(p);
            value.Description = p.Meaning;
            return p.Repeats ? new OpenApiSchema { AnyOf = [value, new OpenApiSchema { Type = JsonSchemaType.Array, Items = Value(p) }] } : value;
        }),
    };

    private static OpenApiResponse ProblemAnswer(IReadOnlyList<ProblemCode> codes, string path) => new()
    {
        Description = string.Join(" · ", codes.Select(code => $"`{code.Code}` {code.Title}")),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Problem.MediaType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.Object },
                Example = new JsonObject { ["type"] = "/api#" + codes[0].Code, ["title"] = codes[0].Title, ["status"] = codes[0].Status, ["detail"] = "…", ["instance"] = path, ["code"] = codes[0].Code },
            },
        },
    };
}
