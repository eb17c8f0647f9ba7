namespace Search.App.Web;

/// <summary>What a page asks of the index: the reader's parameters and the page's own. The same call works on <c>/v1/search</c>.</summary>
internal static class PageCall
{
    private static readonly string[] Facets = ["actor", "topic", "source", "lang", "author"];
    private const int Values = 8;

    /// <summary>A search with all its facets, copies folded.</summary>
    public static SearchLink Results(SearchLink link) => link.Without("facet").KeepPaging(link).With(
        [new("facet", string.Join(',', Facets) + ",published"), .. Limits(Facets, Values), new("dedupe", "near")]);

    /// <summary>The newest articles, and who and what the index is about.</summary>
    public static SearchLink Start(SearchLink link) => link.Without("facet", "sort", "unit", "best", "limit").With(
        [new("sort", "-date"), new("limit", "8"), new("best", "0"), new("facet", "actor,topic,source"), .. Limits(["actor", "topic", "source"], Values), new("dedupe", "near")]);

    private static IEnumerable<KeyValuePair<string, string>> Limits(string[] fields, int limit) =>
        fields.Select(field => new KeyValuePair<string, string>($"facet.{field}.limit", $"{limit}"));

    private static SearchLink KeepPaging(this SearchLink link, SearchLink from) =>
        link.With(from.Parameters.Where(p => p.Key is "offset" or "cursor"));
}
