namespace Search.Reading.Html;

/// <summary>The <c>meta</c> elements of a page: OpenGraph, Twitter, Dublin Core, Parsely, Sailthru and plain ones.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(Page page)
    {
        foreach (var meta in page.Elements("meta"))
        {
            if (meta.Attribute("content") is not { } content || string.IsNullOrWhiteSpace(content)) continue;
            foreach (var named in (string[])["property", "name", "itemprop", "http-equiv"])
            {
                if (meta.Attribute(named) is not { Length: > 0 } name) continue;
                if (!values.TryGetValue(name.Trim(), out var list)) values[name.Trim()] = list = [];
                list.Add(content.Trim());
            }
        }
    }

    public PageFacts Facts() => new()
    {
        Title = First("og:title", "twitter:title", "sailthru.title", "parsely-title", "dc.title", "dcterms.title"),
        Published = First("article:published_time", "article:published", "og:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date", "datePublished", "date.published", "publish-date", "publishdate", "pubdate", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "cXenseParse:recs:publishtime", "article.published", "ptime", "date", "og:pubdate"),
        Revised = First("article:modified_time", "article:modified", "og:modified_time", "og:updated_time", "dateModified", "lastmod", "last-modified", "dc.date.modified", "dcterms.modified", "article.updated", "utime"),
        Authors = All("article:author", "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cXenseParse:author"),
        Source = First("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "cre", "twitter:domain"),
        Section = First("article:section", "parsely-section", "section"),
        Language = First("og:locale", "content-language", "dc.language", "language"),
        Url = First("og:url", "parsely-link", "twitter:url"),
        Topics = Topics(),
        IsArticle = First("og:type")?.Contains("article", StringComparison.OrdinalIgnoreCase) == true || First("article:published_time") is not null,
    };

    /// <summary>The first value under the first of these names that has one.</summary>
    private string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var list)) return list[0];
        }
        return null;
    }

    /// <summary>All values under the first of these names that has one which is no address.</summary>
    private List<string> All(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var list) && list.FindAll(v => !v.Contains("://", StringComparison.Ordinal)) is { Count: > 0 } texts) return texts;
        }
        return [];
    }

    /// <summary>Words that editors chose; plain <c>keywords</c>, which are often written for search engines, only where there are few.</summary>
    private List<string> Topics()
    {
        var chosen = All("article:tag", "parsely-tags", "sailthru.tags", "news_keywords");
        var words = chosen.Count > 0 ? chosen : All("keywords");
        List<string> topics = [.. words.SelectMany(w => w.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        return chosen.Count > 0 || topics.Count <= 12 ? topics : [];
    }
}
