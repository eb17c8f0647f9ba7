namespace Search.Reading.Packing.Web;

/// <summary>Kinds of content on the web.</summary>
internal static class WebMediaTypes
{
    private static readonly string[] Readable =
    [
        "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml", "application/json", "text/json", "application/x-ndjson", "application/jsonl",
        "text/sgml", "application/sgml", "text/csv",
    ];

    /// <summary>Whether content of this kind may be articles: pages, feeds, data and text, but no pictures, scripts or styles. None given is told by content.</summary>
    public static bool MayHoldArticles(string? mediaType)
    {
        var name = mediaType?.Split(';')[0].Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(name)) return true;
        return Readable.Contains(name) || !name.StartsWith("image/", StringComparison.Ordinal) && name is not "application/manifest+json"
            && (name.EndsWith("+xml", StringComparison.Ordinal) || name.EndsWith("+json", StringComparison.Ordinal));
    }
}
