using System.CommandLine;
using Search.Searching;

namespace Search.App.Commands;

/// <summary>
/// A parameter of <c>/v1/search</c> as an option of the terminal: the same name, with <c>-</c> for <c>_</c>. Values are passed on as typed: what
/// they may be is decided in one place, where requests are read.
/// </summary>
internal sealed class SearchParameter
{
    private readonly Option option;

    private SearchParameter(string name, Option option, string meaning, string? value = null, bool hidden = false)
    {
        Name = name;
        this.option = option;
        option.Description = meaning;
        option.HelpName = value;
        option.Hidden = hidden;
    }

    /// <summary>The API's name.</summary>
    public string Name { get; }

    public Option Option => option;

    /// <summary>All of them but <c>q</c>, new ones for each command line.</summary>
    public static IReadOnlyList<SearchParameter> CreateAll() =>
    [
        One("unit", "What a hit is: article (default) or paragraph", "UNIT"),
        One("scope", "Where all words must stand: in one paragraph (default) or article", "SCOPE"),
        One("match", "How many of the words must match: all (default), most or any", "MODE"),
        One("sort", "relevance (default), -date (newest first) or date", "ORDER"),
        One("half_life", "Let a hit's score count half after this time, such as 14d", "TIME"),
        One("limit", "How many hits, 0 to 100 (default: 20)", "N"),
        One("offset", "How many hits to leave out first", "N"),
        One("cursor", "The cursor of the last answer, to go on where it ended", "CURSOR"),
        One("best", "How many best paragraphs of an article, 0 to 10 (default: 3)", "N"),
        Many("facet", "Count by actor, topic, source, lang, author, speaker, kind or published; several with commas", "FIELD"),
        .. Filters("actor", "Only with this actor, such as country:china"),
        .. Filters("topic", "Only with this topic or one below it, such as medtop:11000000"),
        .. Filters("source", "Only from this source"),
        .. Filters("lang", "Only in this language, such as en"),
        .. Filters("author", "Only by this author"),
        .. Filters("speaker", "Only with a quote of this actor"),
        .. Filters("kind", "Only paragraphs of this kind: headline, lead, body, heading, caption"),
        Many("actor.type", "What counts as a mention: person, org, country, place, group", "TYPE"),
        Many("actor.via", "What counts as a mention: name, alias, metonym, coref, feed", "VIA"),
        Many("actor.role", "What counts as a mention: subject, speaker, object, other", "ROLE"),
        One("published", "2024, 2024-01..2024-03, 2024-05-02.. or 7d", "SPAN"),
        One("tz", "The time zone of dates, such as Europe/Paris (default: UTC)", "ZONE"),
        Many("article", "Only within these articles", "ID"),
        One("include", "boilerplate searches the furniture of pages too", "WHAT"),
        One("dedupe", "near shows near-duplicates as one hit (default: none)", "HOW"),
        One("hints", "Count wider readings: auto (default: when little is found), all or none", "WHEN"),
        Flag("strict", "Refuse a query that is not well formed"),
        Flag("explain", "Say what gave each hit its score"),
        One("syntax", "news (default), or lucene as in Kibana and Datashare", "SYNTAX"),
        One("snippet", "About how many characters of a paragraph to show", "N"),
        One("highlight", "Marks in the JSON: html (default), offsets or none", "HOW", hidden: true),
        One("timeout", "How long the search may take, at most 10s (default: 2s)", "TIME"),
        One("min_generation", "Wait until the search sees this change", "N", hidden: true),
        .. Enum.GetNames<FacetField>().SelectMany(f => FacetOptions(f.ToLowerInvariant())),
    ];

    /// <summary>The parameter's values on a command line, by its API name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Given(ParseResult given) => option switch
    {
        Option<bool> flag => given.GetValue(flag) ? [new(Name, "true")] : [],
        Option<string[]> many => (given.GetValue(many) ?? []).Select(value => KeyValuePair.Create(Name, value)),
        _ => given.GetValue((Option<string?>)option) is { } value ? [new(Name, value)] : [],
    };

    private static IEnumerable<SearchParameter> Filters(string name, string meaning) =>
    [
        Many(name, meaning + "; given again: or", "VALUE"),
        Many(name + ".all", meaning, "VALUE", hidden: true),
        Many(name + ".not", meaning, "VALUE", hidden: true),
    ];

    private static IEnumerable<SearchParameter> FacetOptions(string field)
    {
        foreach (var name in (string[])["limit", "sort", "min", "prefix"]) yield return One($"facet.{field}.{name}", "", "VALUE", hidden: true);
        if (field == "actor") yield return One("facet.actor.type", "", "TYPE", hidden: true);
        if (field == "published") yield return One("facet.published.interval", "", "WIDTH", hidden: true);
    }

    private static SearchParameter One(string name, string meaning, string value, bool hidden = false) =>
        new(name, new Option<string?>(Spelled(name)), meaning, value, hidden);

    private static SearchParameter Many(string name, string meaning, string value, bool hidden = false) =>
        new(name, new Option<string[]>(Spelled(name)) { Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false }, meaning, value, hidden);

    private static SearchParameter Flag(string name, string meaning) => new(name, new Option<bool>(Spelled(name)), meaning);

    private static string Spelled(string name) => "--" + name.Replace('_', '-');
}
