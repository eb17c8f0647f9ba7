using System.Text.Json;

namespace Search.Reading.Json;

/// <summary>What the top of a JSON object tells, without parsing what lies below.</summary>
internal static class JsonShape
{
    /// <summary>Deeper JSON is no article in any dialect.</summary>
    public const int Depth = 64;

    /// <summary>
    /// Whether an object has the text of an article in our own form, <c>body</c> or <c>paragraphs</c>: then it is ours, whatever else is in it. False for
    /// what cannot be read to its end.
    /// </summary>
    public static bool IsOurs(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Depth });
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("body"u8) || json.ValueTextEquals("paragraphs"u8)) return true;
                json.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Our own reader says best what is wrong with it, be it half a surrogate pair in a name.
        }
        return false;
    }
}
