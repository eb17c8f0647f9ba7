using System.Text;
using System.Text.Json;
using Search.Articles;
using Search.Reading.Feeds;
using Search.Reading.Html;
using Search.Text;

namespace Search.Reading.Json;

/// <summary>JSON Feed 1.x (<see href="https://www.jsonfeed.org/version/1.1/"/>). The content of an item as HTML, else as text, else its summary.</summary>
internal sealed class JsonFeedDialect : IJsonDialect
{
    private const string Version = "jsonfeed.org/version/1";

    public string Name => "JSON Feed";

    /// <summary>Where the items are.</summary>
    public static IReadOnlyList<string> List { get; } = ["items"];

    /// <summary>Whether a text begins as a feed does: with its version before its items.</summary>
    public static bool IsFeed(string text)
    {
        var version = text.Replace("\\/", "/", StringComparison.Ordinal).IndexOf(Version, StringComparison.Ordinal);
        var items = text.IndexOf("\"items\"", StringComparison.Ordinal);
        return version >= 0 && (items < 0 || version < items);
    }

    public bool Recognises(JsonMembers root, Source source) => root.Text("version").Contains(Version, StringComparison.Ordinal) && root["items"].ValueKind == JsonValueKind.Array;

    public IEnumerable<ReadItem> Read(Source source, string place, JsonMembers root)
    {
        var feed = HeadOf(root);
        var number = 0;
        foreach (var item in root.List("items"))
        {
            var at = $"entry {++number}";
            yield return Item(source, place.Length > 0 ? $"{place}, {at}" : at, feed, new JsonMembers(item));
        }
        if (number == 0) yield return source.Problem(place, "The feed has no items.");
    }

    /// <summary>What a feed says of itself, from its beginning up to the list of its items; null when it is no feed.</summary>
    public static FeedHead? Head(byte[]? begin)
    {
        if (begin is null) return null;
        try
        {
            using var document = JsonDocument.Parse((byte[])[.. begin, .. "[]}"u8]);
            var root = new JsonMembers(document.RootElement);
            return root.Text("version").Contains(Version, StringComparison.Ordinal) ? HeadOf(root) : null;
        }
        catch (JsonException) { return null; }
    }

    /// <summary>One item of a feed that is read entry by entry.</summary>
    public static IEnumerable<ReadItem> Read(Source source, string place, FeedHead feed, byte[]? json)
    {
        if (json is null) return [source.Problem(place, $"The item has more than {JsonArticle.MostBytes / (1024 * 1024)} MB; split it.")];
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(TextEncoding.LenientUtf8.GetString(json)));
            return [Item(source, place, feed, new JsonMembers(document.RootElement)) with { Format = "JSON Feed" }];
        }
        catch (JsonException e) { return [source.Problem(place, $"The JSON of the item cannot be read: {e.Message}") with { Format = "JSON Feed" }]; }
    }

    private static FeedHead HeadOf(JsonMembers root) => new() { Title = Clean.Line(root.Text("title")), Link = root.Text("home_page_url"), Language = root.Text("language") };

    private static ReadItem Item(Source source, string place, FeedHead feed, JsonMembers item)
    {
        var entry = new FeedEntry
        {
            Title = HtmlText.Line(item.Text("title")),
            Guid = item.Text("id"),
            Link = item.First("url", "external_url"),
            Published = item.Text("date_published"),
            Updated = item.Text("date_modified"),
            Language = item.Text("language"),
            Content = HtmlText.Paragraphs(item.Text("content_html")) is { Count: > 0 } html ? html : Plain(item.Text("content_text")),
            Summary = Plain(item.Text("summary")),
        };
        entry.Authors.AddRange(item.List("authors").Concat(item.List("author")).Select(a => Clean.Line(a.ValueKind == JsonValueKind.Object ? new JsonMembers(a).Text("name") : JsonMembers.TextOf(a))));
        entry.Topics.AddRange(item.List("tags").Select(t => new FeedTopic(null, Clean.Line(JsonMembers.TextOf(t)))));
        return entry.Draft(feed) is { } draft ? source.Article(place, draft) : source.Problem(place, $"The item \"{entry.Title}\" has no text.");
    }

    private static List<DraftParagraph> Plain(string text) => [.. Blocks.Of(text).Select(p => new DraftParagraph(p))];
}
