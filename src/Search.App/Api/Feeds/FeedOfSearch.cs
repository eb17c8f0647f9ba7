using System.Net;
using Search.App.Server.Reference;
using Search.Articles;
using Search.Searching;

namespace Search.App.Api.Feeds;

/// <summary>Makes a feed of a search's result.</summary>
/// <param name="origin">The server as the client calls it: <c>http://127.0.0.1:5080</c>.</param>
/// <param name="arrived">When an article arrived, by id.</param>
internal sealed class FeedOfSearch(string origin, Func<string, DateTimeOffset?> arrived)
{
    /// <summary>What stands in every feed's title, and for the author of what names none.</summary>
    public const string Name = "News search";
    private const string Unknown = "und";
    private static readonly HashSet<string> Filters = [.. SearchParameters.All.Where(p => p.Group == "Filters").Select(p => p.Name)];

    /// <param name="path">The feed's own path.</param>
    /// <param name="parameters">As given: the links keep them.</param>
    /// <param name="request">What was searched.</param>
    /// <param name="result">What was found.</param>
    public Feed Of(string path, IReadOnlyList<KeyValuePair<string, string>> parameters, SearchRequest request, SearchResult result)
    {
        var items = result.Hits.Select(Item).ToList();
        var updated = items.Select(i => i.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        return new Feed(Title(request, parameters), origin + SearchLinks.Of(path, parameters), origin + SearchLinks.Of("/", parameters), updated, items);
    }

    private static string Title(SearchRequest request, IReadOnlyList<KeyValuePair<string, string>> parameters) =>
        string.Join(" · ", [$"{Name}: {request.Text ?? "everything"}", .. parameters.Where(p => Filters.Contains(p.Key)).Select(p => $"{p.Key}: {p.Value}")]);

    private FeedItem Item(Hit hit) => hit switch
    {
        ArticleHit article => Article(article),
        ParagraphHit paragraph => Paragraph(paragraph),
        _ => throw new ArgumentException($"A hit of a new kind: {hit.GetType().Name}.", nameof(hit)),
    };

    private FeedItem Article(ArticleHit hit)
    {
        var page = PageOf(hit.Id);
        // The headline is the entry's title already.
        var paragraphs = hit.Paragraphs.Any(p => p.Kind != ParagraphKind.Headline) ? hit.Paragraphs.Where(p => p.Kind != ParagraphKind.Headline) : hit.Paragraphs;
        return new FeedItem
        {
            Id = page,
            Title = hit.Title,
            Link = WebAddress(hit.Url) ?? page,
            Updated = hit.Revised ?? hit.Published ?? Arrived(hit.Id),
            Published = hit.Published,
            Source = hit.Source,
            Language = hit.Language == Unknown ? null : hit.Language,
            Authors = hit.Authors,
            Topics = Topics(hit),
            Html = string.Concat(paragraphs.Select(p => Html(p.Html, p.Text))),
        };
    }

    private FeedItem Paragraph(ParagraphHit hit)
    {
        var article = hit.Article;
        var page = $"{PageOf(article.Id)}#p{hit.Ordinal}";
        return new FeedItem
        {
            Id = page,
            Title = article.Title,
            Link = WebAddress(article.Url) ?? page,
            Updated = article.Revised ?? article.Published ?? Arrived(article.Id),
            Published = article.Published,
            Source = article.Source,
            Language = article.Language == Unknown ? null : article.Language,
            Authors = article.Authors ?? [],
            Topics = Topics(hit),
            Html = Html(hit.Html, hit.Text),
        };
    }

    private string PageOf(string article) => $"{origin}/articles/{Uri.EscapeDataString(article)}";

    private DateTimeOffset Arrived(string article) => arrived(article) ?? DateTimeOffset.UnixEpoch;

    private static string Html(string? marked, string text) => $"<p>{marked ?? WebUtility.HtmlEncode(text)}</p>";

    private static IReadOnlyList<FeedTopic> Topics(Hit hit) => [.. hit.Topics.Select(t => new FeedTopic(t.Id, t.Label))];

    /// <summary>An address as a feed may hold it; null for what is none, and for any but the web's.</summary>
    private static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
