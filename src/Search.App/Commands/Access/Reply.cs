using System.Text;
using System.Text.Json;
using Search.Searching;

namespace Search.App.Commands.Access;

/// <summary>An answer of the API, byte for byte: JSON of the asked thing, or a problem.</summary>
internal sealed record Reply(int Status, ReadOnlyMemory<byte> Json)
{
    public bool IsProblem => Status >= 400;

    /// <summary>The JSON as text.</summary>
    public string Text => Encoding.UTF8.GetString(Json.Span);

    public JsonDocument Parse() => JsonDocument.Parse(Json);

    /// <summary>What the API would answer with this value.</summary>
    public static Reply Of<T>(T value, int status = 200) => new(status, JsonSerializer.SerializeToUtf8Bytes(value, SearchJson.Options));
}
