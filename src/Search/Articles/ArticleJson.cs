using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;

namespace Search.Articles;

/// <summary>
/// An article as JSON. Members: <c>id title url source published revised language authors section topics actors</c> and
/// <c>body</c> or <c>paragraphs</c>; other members are ignored.
/// </summary>
public static class ArticleJson
{
    private const int Depth = 32;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Depth, AllowDuplicateProperties = false };

    /// <summary>Reads one article. A problem names the member and what was expected of it; nothing foreign makes it throw.</summary>
    /// <param name="utf8">One JSON object in UTF-8, a byte order mark allowed.</param>
    public static Outcome<ArticleDraft> Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        if (!Utf8.IsValid(utf8)) return Invalid("The text is not UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(utf8.ToArray(), Options);
            return Parse(document.RootElement);
        }
        catch (JsonException e) { return Invalid($"The JSON cannot be read: {Position(e)}"); }
        catch (InvalidOperationException) { return Invalid("A member's name holds half a surrogate pair; correct the escape."); }
    }

    /// <summary>Reads one article from JSON that was parsed already, with the same promises.</summary>
    public static Outcome<ArticleDraft> Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return Invalid($"An object is expected, {ArticleJsonReader.Name(json)} was found.");
        try
        {
            var reader = new ArticleJsonReader(json);
            var draft = reader.Draft();
            return (reader.Problem ?? ArticleLimits.Check(draft)) is { } problem ? problem : draft;
        }
        catch (InvalidOperationException) { return Invalid("A member's name holds half a surrogate pair; correct the escape."); }
    }

    /// <summary>The canonical form in UTF-8: fixed order of members, no white space, nothing that is null or empty. Parsing it gives the draft again.</summary>
    public static byte[] Write(ArticleDraft draft) => ArticleJsonWriter.Write(draft);

    /// <summary>SHA-256 of the content: all of the draft but <c>id</c> and <c>revised</c>. Equal hashes mean that an update changes nothing.</summary>
    public static byte[] ContentHash(ArticleDraft draft) => SHA256.HashData(Write(draft with { Id = null, Revised = null }));

    private static ArticleProblem Invalid(string detail) => new(ArticleProblem.InvalidBody, detail);

    /// <summary>The parser's own words, without the path that it appends.</summary>
    private static string Position(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var words = end > 0 ? e.Message[..end] : e.Message;
        return e.LineNumber is { } line ? $"line {line + 1}, byte {e.BytePositionInLine + 1}: {words}" : words;
    }
}
