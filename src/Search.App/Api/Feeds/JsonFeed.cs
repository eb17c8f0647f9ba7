using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Searching;

namespace Search.App.Api.Feeds;

/// <summary>JSON Feed 1.1, as <see href="https://www.jsonfeed.org/version/1.1/">its specification</see> names things.</summary>
internal sealed record JsonFeed(string Title, string HomePageUrl, string FeedUrl, IReadOnlyList<JsonFeedItem> Items)
{
    public const string MediaType = "application/feed+json";

    [JsonPropertyOrder(-1)] public string Version => "https://jsonfeed.org/version/1.1";

    public static byte[] Write(Feed feed) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonFeed(feed.Title, feed.Page, feed.Self, [.. feed.Items.Select(Item)]), SearchJson.Options);

    private static JsonFeedItem Item(FeedItem item) => new(item.Id, item.Link, item.Title, item.Updated)
    {
        // An item has one content or the other.
        ContentHtml = item.Html.Length > 0 ? item.Html : null,
        ContentText = item.Html.Length > 0 ? null : item.Title,
        DatePublished = item.Published,
        Authors = item.Authors.Count > 0 ? [.. item.Authors.Select(a => new JsonFeedAuthor(a))] : null,
        Tags = item.Topics.Count > 0 ? [.. item.Topics.Select(t => t.Label)] : null,
        Language = item.Language,
    };
}

/// <summary>An item of a JSON feed.</summary>
internal sealed record JsonFeedItem(string Id, string Url, string Title, DateTimeOffset DateModified)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? ContentHtml { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? ContentText { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? DatePublished { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<JsonFeedAuthor>? Authors { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<string>? Tags { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Language { get; init; }
}

/// <summary>An author of an item.</summary>
internal sealed record JsonFeedAuthor(string Name);
