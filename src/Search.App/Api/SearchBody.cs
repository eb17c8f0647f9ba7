using System.Text.Json;
using Search.Articles;
using Search.Searching;

namespace Search.App.Api;

/// <summary>Reads a search from JSON: an object of the parameters' flat names, lists for repeated ones.</summary>
internal static class SearchBody
{
    private static readonly JsonDocumentOptions Form = new() { MaxDepth = 3, AllowDuplicateProperties = false };

    /// <summary>The parameters in their order. Numbers and booleans count as they are written, null as not given.</summary>
    public static Answer<List<KeyValuePair<string, string>>> Read(ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.ToArray(), Form);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Refused("The body is not a JSON object.");
            var pairs = new List<KeyValuePair<string, string>>();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.Array) Add(pairs, property.Name, property.Value);
                else foreach (var item in property.Value.EnumerateArray()) Add(pairs, property.Name, item);
            }
            return pairs;
        }
        catch (JsonException e)
        {
            return Refused("The body is not JSON, or an object inside it: " + e.Message);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            return Refused(e is FormatException ? e.Message : "A text of the body holds half a character.");
        }
    }

    private static void Add(List<KeyValuePair<string, string>> pairs, string name, JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Null => null,
            _ => throw new FormatException($"'{name}' is a text, a number, true, false, or a list of these. Names are flat, with dots: \"facet.actor.limit\"."),
        };
        if (text is not null) pairs.Add(new(name, text));
    }

    private static RequestProblem Refused(string detail) => new(ArticleProblem.InvalidBody, detail);
}
