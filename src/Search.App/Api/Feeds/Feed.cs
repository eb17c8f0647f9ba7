namespace Search.App.Api.Feeds;

/// <summary>The hits of a search as a feed; addresses are absolute.</summary>
/// <param name="Title">Names the search.</param>
/// <param name="Self">Where the feed itself is.</param>
/// <param name="Page">The same search as a page.</param>
/// <param name="Updated">The newest of the entries' times.</param>
internal sealed record Feed(string Title, string Self, string Page, DateTimeOffset Updated, IReadOnlyList<FeedItem> Items);

/// <summary>An entry of a feed.</summary>
internal sealed record FeedItem
{
    /// <summary>The address of the hit's page here: the same whenever it is found by this server.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }
    /// <summary>Where it is read: at its source, or else here.</summary>
    public required string Link { get; init; }
    /// <summary>When it was revised, else published, else when it arrived.</summary>
    public required DateTimeOffset Updated { get; init; }
    public DateTimeOffset? Published { get; init; }
    public string? Source { get; init; }
    /// <summary>Null when it is not known.</summary>
    public string? Language { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public IReadOnlyList<FeedTopic> Topics { get; init; } = [];
    /// <summary>The best matching paragraphs as HTML; empty when none are shown.</summary>
    public string Html { get; init; } = "";
}

/// <summary>A topic of an entry.</summary>
internal sealed record FeedTopic(string Id, string Label);
