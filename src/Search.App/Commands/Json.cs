using System.Globalization;
using System.Text.Json;

namespace Search.App.Commands;

/// <summary>Reading answers of the API: what is missing, null or of another kind reads as empty.</summary>
internal static class Json
{
    public static string? Text(this JsonElement of, string name) =>
        of.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static long Number(this JsonElement of, string name) =>
        of.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : 0;

    public static double Real(this JsonElement of, string name) =>
        of.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) ? number : 0;

    public static bool Is(this JsonElement of, string name) => of.Member(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement of, string name) =>
        of.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<string> Texts(this JsonElement of, string name) =>
        of.Items(name).Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!);

    public static JsonElement? Member(this JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : null;

    public static DateTimeOffset? Time(this JsonElement of, string name) =>
        of.Text(name) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
