using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Search.Searching;

namespace Search.App.Web;

/// <summary>
/// The state of the search page as an address: the parameters of <c>/v1/search</c>, in order. Every link of the pages is made here. Immutable;
/// whatever changes the search goes back to its first page.
/// </summary>
public sealed class SearchLink
{
    private static readonly string[] Fields = ["actor", "topic", "source", "lang", "author", "speaker", "kind"];
    private static readonly string[] Paging = ["offset", "cursor"];

    /// <summary>Parameters that narrow the result, in the order in which the page tells them.</summary>
    public static IReadOnlyList<string> Filters { get; } =
        [.. Fields.SelectMany(field => new[] { field, field + ".all", field + ".not" }), "actor.type", "actor.via", "actor.role", "published", "article", "include"];

    private static readonly FrozenSet<string> Known = SearchRequestReader.Names.ToFrozenSet();

    /// <summary>The start page: nothing is asked.</summary>
    public static SearchLink Start { get; } = new([]);

    private SearchLink(IReadOnlyList<KeyValuePair<string, string>> parameters) => Parameters = parameters;

    /// <summary>Names and values, no value empty.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>Reads a query string, with or without its <c>?</c>. Unknown names and empty values are left out.</summary>
    public static SearchLink Read(string? query)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var name = pair.DecodeName().ToString();
            var value = pair.DecodeValue().ToString();
            if (value.Length > 0 && Known.Contains(name)) parameters.Add(new(name, value));
        }
        return new(parameters);
    }

    /// <summary>The first value of a parameter; null when it is not given.</summary>
    public string? this[string name] => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) => Parameters.Where(p => p.Key == name).Select(p => p.Value);

    public bool Has(string name, string value) => All(name).Contains(value);

    /// <summary>Whether there are words or filters: else the page shows what the index holds.</summary>
    public bool IsAsked => Parameters.Any(p => p.Key == "q" || Filters.Contains(p.Key));

    /// <summary>Gives a parameter one value, in its old place; null takes it away.</summary>
    public SearchLink Set(string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return Without(name);
        var kept = Parameters.Where(p => !Paging.Contains(p.Key)).ToList();
        var place = kept.FindIndex(p => p.Key == name);
        kept.RemoveAll(p => p.Key == name);
        kept.Insert(place < 0 ? kept.Count : place, new(name, value));
        return new(kept);
    }

    /// <summary>Adds a value; nothing changes when it is there.</summary>
    public SearchLink Add(string name, string value) => Has(name, value) ? this : new([.. Unpaged, new(name, value)]);

    /// <summary>Takes one value away.</summary>
    public SearchLink Remove(string name, string value) => new([.. Unpaged.Where(p => p.Key != name || p.Value != value)]);

    public SearchLink Toggle(string name, string value) => Has(name, value) ? Remove(name, value) : Add(name, value);

    /// <summary>Takes parameters away with all their values.</summary>
    public SearchLink Without(params IEnumerable<string> names) => new([.. Unpaged.Where(p => !names.Contains(p.Key))]);

    /// <summary>Turns a value of a field into an excluded one.</summary>
    public SearchLink Exclude(string field, string value) => Remove(field, value).Remove(field + ".all", value).Add(field + ".not", value);

    /// <summary>Gives every value of one parameter to another: <c>actor</c> to <c>actor.all</c> makes "or" an "and".</summary>
    public SearchLink Rename(string name, string other) => new([.. Unpaged.Select(p => p.Key == name ? new(other, p.Value) : p)]);

    /// <summary>The same search from another hit on, counted from 0.</summary>
    public SearchLink From(int offset) =>
        offset <= 0 ? new([.. Unpaged]) : new([.. Unpaged, new("offset", offset.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>These parameters and, unless they are given already, others; no paging is dropped.</summary>
    public SearchLink With(params IEnumerable<KeyValuePair<string, string>> defaults) =>
        new([.. Parameters, .. defaults.Where(p => this[p.Key] is null)]);

    /// <summary>The address of the search page.</summary>
    public string Href => To("/");

    /// <summary>The newest of the search as a feed, in the feed's own order and length.</summary>
    public string Feed => Without("sort", "limit").To("/v1/feed.atom");

    /// <summary>The same parameters under another path.</summary>
    public string To(string path) => Parameters.Count == 0 ? path : path + "?" + Query();

    /// <summary>An article opened from this search, at a paragraph if one is given.</summary>
    public string Article(string id, int? paragraph = null) =>
        To("/articles/" + Uri.EscapeDataString(id)) + (paragraph is { } ordinal ? "#p" + ordinal.ToString(CultureInfo.InvariantCulture) : "");

    public override string ToString() => Href;

    private IEnumerable<KeyValuePair<string, string>> Unpaged => Parameters.Where(p => !Paging.Contains(p.Key));

    private string Query()
    {
        var query = new StringBuilder();
        foreach (var (name, value) in Parameters)
        {
            if (query.Length > 0) query.Append('&');
            query.Append(name).Append('=').Append(Escape(value));
        }
        return query.ToString();
    }

    /// <summary>Percent-encoded, but for what is safe in a query and easier to read as it is.</summary>
    private static string Escape(string value) => Uri.EscapeDataString(value).Replace("%20", "+").Replace("%3A", ":").Replace("%2C", ",");
}
