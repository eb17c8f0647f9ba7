namespace Search.Reading.Json.Ninjs;

/// <summary>Answers of AP's Media API, which say where the texts lie and hold none of them. Told apart so that it can be said.</summary>
internal sealed class ApMedia : IJsonDialect
{
    public string Name => "AP Media API";

    public bool Recognises(JsonMembers root, Source source) => root.Has("api_version") && root.Object("data") is var data && (data.Has("items") || data.Has("item"));

    public IEnumerable<ReadItem> Read(Source source, string place, JsonMembers root) =>
    [
        source.Problem(place, "An answer of AP's Media API holds no texts, only where they lie. Fetch the renditions in NITF and read those; or say in a mapping file what to take from it, "
            + "with articles = data.items and body = item.description_caption, for example."),
    ];
}
