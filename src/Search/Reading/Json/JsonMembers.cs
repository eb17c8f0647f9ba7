using System.Text.Json;
using Search.Articles;

namespace Search.Reading.Json;

/// <summary>
/// The members of a foreign JSON object, found whatever the case of their names; of two with one name the last counts. What is of another kind than
/// asked for counts as missing: in a foreign object the rest is worth more.
/// </summary>
internal sealed class JsonMembers
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.OrdinalIgnoreCase);

    public JsonMembers(JsonElement json)
    {
        Element = json;
        if (json.ValueKind != JsonValueKind.Object) return;
        foreach (var member in json.EnumerateObject())
        {
            if (NameOf(member) is { } name && member.Value.ValueKind != JsonValueKind.Null) members[name] = member.Value;
        }
    }

    /// <summary>The object itself.</summary>
    public JsonElement Element { get; }

    /// <summary>In the order in which they were met.</summary>
    public IEnumerable<string> Names => members.Keys;

    public bool Has(string name) => members.ContainsKey(name);

    /// <summary>The member; an undefined element when it is missing.</summary>
    public JsonElement this[string name] => members.GetValueOrDefault(name);

    /// <summary>Text, cleaned of what no text can hold; a number as it is written. Empty when there is none.</summary>
    public string Text(string name) => TextOf(this[name]);

    /// <summary>The first of the members that has text.</summary>
    public string First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(name) is { Length: > 0 } text) return text;
        }
        return "";
    }

    /// <summary>The object there; one without members when there is none.</summary>
    public JsonMembers Object(string name) => new(this[name]);

    /// <summary>The entries of a list; a value that is no list is its only entry.</summary>
    public IEnumerable<JsonElement> List(string name) => ListOf(this[name]);

    public static IEnumerable<JsonElement> ListOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => [value],
    };

    public static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(value).Trim(),
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    private static string? NameOf(JsonProperty member)
    {
        // A name with half a surrogate pair is no name that anybody looks for.
        try { return member.Name; }
        catch (InvalidOperationException) { return null; }
    }
}
