using Search.Articles;
using Search.Text;

namespace Search.Reading.Html;

/// <summary>Puts an article together from what the sources of facts in its page say, the most trusted first.</summary>
internal sealed class PageDraft(Source source, Page page)
{
    private const int MostTopics = 25;
    private const int LongestTopic = 60;
    private static readonly LanguageDetector Languages = new(DataFolder.Default);
    private readonly PageFacts linked = LinkedData.Read(page);
    private readonly PageFacts meta = new MetaTags(page).Facts();

    /// <summary>The article, or why the page has none.</summary>
    public (ArticleDraft? Draft, string? Problem) Make()
    {
        var window = page.Elements("title").FirstOrDefault() is { } title ? Clean.Line(page.Line(title)) : null;
        var headline = Headline.Find(page, [linked.Title, meta.Title, window]);
        var text = MainText.Find(page, headline, linked.Body);
        var marked = new MarkedFacts(page).Facts(headline, text.Container);
        PageFacts[] facts = [linked, meta, marked];
        var url = PageAddress.Of([marked.Url, meta.Url, linked.Url], source.Url);
        var host = url is null ? null : new Uri(url).Host;
        var isArticle = linked.IsArticle || meta.IsArticle || page.Nodes.Any(n => n.Has("itemprop", "articleBody"));
        if (NoArticle.Reason(page, text, isArticle, url) is { } reason) return (null, reason);
        var site = SiteName.Of([linked.Source, meta.Source], host);
        var language = Language(facts, text.Paragraphs);
        var published = Date(facts, f => f.Published, language) ?? Known(PageDates.OfAddress(url));
        var revised = Date(facts, f => f.Revised, language);
        return (new ArticleDraft
        {
            Title = PageTitle.Of([linked.Title, meta.Title], marked.Title, window, site, host),
            Url = url,
            Source = site,
            Published = published,
            Revised = revised != published && !(revised < published) ? revised : null,
            Language = language,
            Authors = facts.Select(f => Bylines.Names(f.Authors)).FirstOrDefault(a => a.Count > 0) ?? [],
            Section = First(facts, f => f.Section is { Length: <= LongestTopic } s && IsTopic(s) ? Clean.Line(s) : null),
            Topics = Topics(facts),
            Paragraphs = text.Paragraphs,
        }, null);
    }

    private static string? First(PageFacts[] facts, Func<PageFacts, string?> of) => facts.Select(of).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));

    /// <summary>The first date that can be read; one that lies after the page was fetched is none.</summary>
    private DateTimeOffset? Date(PageFacts[] facts, Func<PageFacts, string?> of, string? language) =>
        facts.Select(f => Known(PageDates.Parse(of(f), language))).FirstOrDefault(d => d is not null);

    private DateTimeOffset? Known(DateTimeOffset? date) => date is { } day && (source.Fetched is not { } fetched || day <= fetched.AddDays(1)) ? day : null;

    /// <summary>As declared; but English, which templates are delivered with, only where the text does not read otherwise.</summary>
    private static string? Language(PageFacts[] facts, List<DraftParagraph> paragraphs)
    {
        var declared = facts.Reverse().Select(f => LanguageDetector.Normalise(f.Language?.Replace('_', '-'))).FirstOrDefault(l => l is not null);
        if (declared != "en") return declared;
        var sample = string.Join('\n', paragraphs.Select(p => p.Text));
        var read = sample.Length < 300 ? null : Languages.Detect(sample[..Math.Min(sample.Length, 3000)]);
        return read is null or LanguageDetector.Unknown ? declared : read;
    }

    private static FeedTopic[] Topics(PageFacts[] facts)
    {
        var labels = facts.Select(f => f.Topics.Select(Clean.Line).Where(IsTopic).Distinct(StringComparer.OrdinalIgnoreCase).ToList()).FirstOrDefault(t => t.Count > 0) ?? [];
        return [.. labels.Take(MostTopics).Select(l => new FeedTopic(null, l))];
    }

    /// <summary>Words for readers rather than marks for the makers of the page, such as <c>_no-apple-news</c> and <c>type:news</c>.</summary>
    private static bool IsTopic(string text) =>
        text.Length is > 1 and <= LongestTopic && char.IsLetterOrDigit(text[0]) && !text.Contains(':') && !text.Contains('_') && text.ToLowerInvariant() is not ("nil" or "null" or "undefined" or "none");
}
