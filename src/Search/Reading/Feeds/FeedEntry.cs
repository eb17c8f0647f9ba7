using Search.Articles;
using Search.Text;

namespace Search.Reading.Feeds;

/// <summary>What a feed says of itself.</summary>
internal sealed class FeedHead
{
    public string Title { get; set; } = "";
    public string Link { get; set; } = "";
    public string Language { get; set; } = "";
}

/// <summary>An item of a feed as it is gathered, element by element.</summary>
internal sealed class FeedEntry
{
    public string Title { get; set; } = "";
    public string Link { get; set; } = "";
    /// <summary>The feed's own id for it.</summary>
    public string Guid { get; set; } = "";
    /// <summary>The address that RSS 1.0 gives to the item itself.</summary>
    public string About { get; set; } = "";
    /// <summary>In the export of a WordPress site: what the item is, and whether it was published.</summary>
    public string Kind { get; set; } = "";
    public string Status { get; set; } = "";
    public string Published { get; set; } = "";
    public string Updated { get; set; } = "";
    public string Source { get; set; } = "";
    public string Language { get; set; } = "";
    public List<string> Authors { get; } = [];
    public List<FeedTopic> Topics { get; } = [];
    public List<DraftParagraph> Content { get; set; } = [];
    public List<DraftParagraph> Summary { get; set; } = [];

    /// <summary>The article; null when there is no text. A date that cannot be read is left out: the text is worth more.</summary>
    public ArticleDraft? Draft(FeedHead feed)
    {
        var paragraphs = Content.Count > 0 ? Content : Summary;
        if (paragraphs.Count == 0) return null;
        var published = Date(Published) ?? Date(Updated);
        var source = First(Source, feed.Title);
        var url = Url(feed);
        return new ArticleDraft
        {
            Id = url is null ? OwnId(source) : null,
            Title = Title.Length > 0 ? Title : null,
            Url = url,
            Source = source,
            Published = published,
            Revised = Date(Updated) is { } updated && updated != published ? updated : null,
            Language = First(Language, feed.Language),
            Authors = [.. Authors.Where(a => a.Length > 0).Distinct()],
            Topics = [.. Topics.Where(t => t.Label.Length > 0).Distinct()],
            Paragraphs = paragraphs,
        };
    }

    /// <summary>The link, made absolute; one that is the feed's own page says nothing of the item.</summary>
    private string? Url(FeedHead feed)
    {
        var link = Link.Length > 0 ? Link : IsWeb(Guid) ? Guid : IsWeb(About) ? About : "";
        if (link.Length == 0 || link.TrimEnd('/') == feed.Link.TrimEnd('/')) return null;
        return !IsWeb(link) && IsWeb(feed.Link) && Uri.TryCreate(new Uri(feed.Link), link, out var whole) ? whole.AbsoluteUri : link;
    }

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>An id that is no URI is only unique within its feed.</summary>
    private string? OwnId(string? source)
    {
        if (Guid.Length == 0) return null;
        var id = Guid.Contains(':') ? Guid : $"{Fold.Slug(source ?? "feed")}:{Guid}";
        return ArticleLimits.CheckId(id) is null ? id : null;
    }

    private static string? First(string a, string b) => a.Length > 0 ? a : b.Length > 0 ? b : null;

    private static DateTimeOffset? Date(string text) => ArticleDates.TryParse(text, out var date) ? date : null;
}
