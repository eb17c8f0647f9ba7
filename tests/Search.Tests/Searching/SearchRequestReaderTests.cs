using Search.Searching;
using Search.Tagging;
using Xunit;

namespace Search.Tests.Searching;

public class SearchRequestReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_asked_is_everything_with_the_defaults_of_the_contract()
    {
        var request = Read().Value!;
        Assert.Null(request.Text);
        Assert.Null(request.Query.Root);
        Assert.Equal((SearchUnit.Article, SearchScope.Paragraph, MatchMode.All, SortOrder.Relevance), (request.Unit, request.Scope, request.Match, request.Sort));
        Assert.Equal((20, 0, 3, null, null), (request.Limit, request.Offset, request.Best, request.Cursor, request.HalfLife));
        Assert.Equal((HintMode.Auto, HighlightMode.Html, null, TimeSpan.FromSeconds(2)), (request.Hints, request.Highlight, request.Snippet, request.Timeout));
        Assert.Equal((false, false, false, null), (request.IncludeBoilerplate, request.FoldDuplicates, request.Explain, request.MinGeneration));
        Assert.Equal(TimeZoneInfo.Utc, request.Zone);
        Assert.Empty(request.Facets);
        Assert.Empty(request.Filters);
        Assert.True(request.Mentions.IsEvery);
    }

    [Fact]
    public void Every_parameter_is_read()
    {
        var request = Read(
            "q=peace talks", "unit=paragraph", "scope=article", "match=most", "syntax=news", "strict=true", "sort=-date", "half_life=14d", "limit=100", "offset=9900", "best=10",
            "facet=actor,topic", "facet=published", "facet.actor.limit=1000", "facet.actor.sort=label", "facet.actor.min=2", "facet.actor.prefix=Fr", "facet.actor.type=country", "facet.published.interval=week",
            "tz=Europe/Paris", "actor=country:france", "actor=country:china", "actor.all=person:a", "actor.not=org:b", "source=a, b", "kind=lead", "actor.type=country,person", "actor.via=name", "actor.role=speaker",
            "published=2024-03", "article=x", "include=boilerplate", "dedupe=near", "hints=all", "highlight=offsets", "snippet=40", "explain=true", "timeout=1500ms", "min_generation=812").Value!;
        Assert.Equal("peace talks", request.Query.Root!.ToString());
        Assert.Equal((SearchUnit.Paragraph, SearchScope.Article, MatchMode.Most, SortOrder.NewestFirst), (request.Unit, request.Scope, request.Match, request.Sort));
        Assert.Equal((TimeSpan.FromDays(14), 100, 9900, 10), (request.HalfLife, request.Limit, request.Offset, request.Best));
        Assert.Equal([FacetField.Actor, FacetField.Topic, FacetField.Published], request.Facets.Select(f => f.Field));
        Assert.Equal(new FacetRequest(FacetField.Actor) { Limit = 1000, Sort = FacetSort.Label, Min = 2, Prefix = "Fr", Type = ActorType.Country }, request.Facets[0]);
        Assert.Equal(new FacetRequest(FacetField.Topic), request.Facets[1]);
        Assert.Equal(DateInterval.Week, request.Facets[2].Interval);
        Assert.Equal("Europe/Paris", request.Zone.Id);
        Assert.Equal(["Actor Any country:france|country:china", "Actor All person:a", "Actor None org:b", "Source Any a, b", "Kind Any lead"], request.Filters.Select(f => $"{f.Field} {f.Mode} {string.Join('|', f.Values)}"));
        Assert.Equal([ActorType.Country, ActorType.Person], request.Mentions.Types);
        Assert.Equal((MentionVia.Name, MentionRole.Speaker), (request.Mentions.Vias[0], request.Mentions.Roles[0]));
        Assert.Equal(new DateSpan(new(2024, 2, 29, 23, 0, 0, TimeSpan.Zero), new(2024, 3, 31, 22, 0, 0, TimeSpan.Zero)), request.Published);
        Assert.Equal(["x"], request.Articles);
        Assert.Equal((true, true, true, 812L), (request.IncludeBoilerplate, request.FoldDuplicates, request.Explain, request.MinGeneration));
        Assert.Equal((HintMode.All, HighlightMode.Offsets, 40, TimeSpan.FromSeconds(1.5)), (request.Hints, request.Highlight, request.Snippet, request.Timeout));
        Assert.Equal(39, request.Parameters.Count);
    }

    [Theory]
    [InlineData("unit", "page", "article, paragraph")]
    [InlineData("unit", "", "article, paragraph")]
    [InlineData("unit", "0", "article, paragraph")]
    [InlineData("scope", "title", "paragraph, article")]
    [InlineData("match", "some", "all, most, any")]
    [InlineData("syntax", "sql", "news, lucene")]
    [InlineData("strict", "yes", "true, false")]
    [InlineData("sort", "newest", "relevance, -date, date")]
    [InlineData("half_life", "14", "14d")]
    [InlineData("half_life", "-1d", "14d")]
    [InlineData("half_life", "0d", "14d")]
    [InlineData("half_life", "d", "14d")]
    [InlineData("half_life", "0.00000001s", "at least 1000ms")]
    [InlineData("half_life", "999ms", "at least 1000ms")]
    [InlineData("limit", "101", "0 to 100")]
    [InlineData("limit", "-1", "0 to 100")]
    [InlineData("limit", "ten", "0 to 100")]
    [InlineData("limit", "1e1", "0 to 100")]
    [InlineData("limit", "99999999999999999999", "0 to 100")]
    [InlineData("offset", "-1", "from 0 on")]
    [InlineData("offset", "9981", "10000")]
    [InlineData("offset", "2147483647", "10000")]
    [InlineData("best", "11", "0 to 10")]
    [InlineData("facet", "colour", "actor, topic")]
    [InlineData("facet", "0", "actor, topic")]
    [InlineData("tz", "Mars/Olympus", "IANA")]
    [InlineData("published", "yesterday", "2024-03-05")]
    [InlineData("include", "ads", "boilerplate")]
    [InlineData("dedupe", "yes", "none, near")]
    [InlineData("hints", "some", "auto, all, none")]
    [InlineData("highlight", "bold", "html, offsets, none")]
    [InlineData("snippet", "39", "40 to 10000")]
    [InlineData("explain", "1", "true, false")]
    [InlineData("timeout", "11s", "10s")]
    [InlineData("timeout", "soon", "500ms")]
    [InlineData("timeout", "0.9ms", "at least 1ms")]
    [InlineData("min_generation", "-1", "whole number")]
    [InlineData("actor", "", "no value")]
    [InlineData("actor.type", "alien", "person")]
    [InlineData("actor.via", "rumour", "name")]
    [InlineData("actor.role", "hero", "speaker")]
    [InlineData("kind", "footnote", "headline")]
    [InlineData("kind", "3", "headline")]
    [InlineData("kind.not", "headline,lead", "headline")]
    public void A_wrong_value_is_refused_with_the_parameters_name_and_what_it_takes(string name, string value, string takes)
    {
        var problem = Read($"{name}={value}").Problem!;
        Assert.Equal((RequestProblem.InvalidParameter, name), (problem.Code, problem.Parameter));
        Assert.Contains(takes, problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facet.actor.limit=1001", "facet.actor.limit")]
    [InlineData("facet.actor.sort=size", "facet.actor.sort")]
    [InlineData("facet.actor.min=-1", "facet.actor.min")]
    [InlineData("facet.actor.type=alien", "facet.actor.type")]
    [InlineData("facet.published.interval=decade", "facet.published.interval")]
    public void A_facets_options_are_checked_whether_or_not_the_facet_is_asked_for(string option, string name)
    {
        Assert.Equal(name, Read("facet=actor", option).Problem!.Parameter);
        Assert.Equal(name, Read(option).Problem!.Parameter);
    }

    [Fact]
    public void Filters_have_so_many_values_together_and_no_more()
    {
        var most = Enumerable.Range(0, SearchRequest.MaxValues - 2).Select(i => (i % 3) switch { 0 => $"source=s{i}", 1 => $"actor.not=person:p{i}", _ => $"author.all=a{i}" }).Append("article=a").Append("lang=en").ToList();
        Assert.Null(Read([.. most]).Problem);
        Assert.Equal(RequestProblem.QueryTooComplex, Read([.. most, "topic=t"]).Problem!.Code);
        Assert.Equal(RequestProblem.QueryTooComplex, Read([.. most, "article=b"]).Problem!.Code);
    }

    [Fact]
    public void An_interval_is_checked() => Assert.Equal("facet.published.interval", Read("facet=published", "facet.published.interval=decade").Problem!.Parameter);

    [Theory]
    [InlineData("q", "a", "b")]
    [InlineData("limit", "1", "1")]
    [InlineData("published", "2023", "2024")]
    [InlineData("facet.actor.limit", "1", "2")]
    public void A_single_value_given_twice_is_refused(string name, string first, string second)
    {
        var problem = Read($"{name}={first}", $"{name}={second}").Problem!;
        Assert.Equal((RequestProblem.InvalidParameter, name), (problem.Code, problem.Parameter));
        Assert.Contains("2 times", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unti", "unit")]
    [InlineData("facets", "facet")]
    [InlineData("actors", "actor")]
    [InlineData("acter.not", "actor.not")]
    [InlineData("facet.actr.limit", "facet.actor.limit")]
    [InlineData("Q", "q")]
    [InlineData("size", "kind")]
    public void An_unknown_name_is_refused_with_the_nearest(string name, string nearest)
    {
        var problem = Read($"{name}=1").Problem!;
        Assert.Equal((RequestProblem.UnknownParameter, name), (problem.Code, problem.Parameter));
        if (name != "size") Assert.Contains($"'{nearest}'", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_passes_over_unknown_names_and_empty_values()
    {
        var request = SearchRequestReader.Read(Pairs("utm_source=x", "unit=", "q=", "limit=5"), Now, ignoreUnknown: true).Value!;
        Assert.Equal((SearchUnit.Article, 5, null), (request.Unit, request.Limit, request.Text));
    }

    [Fact]
    public void A_query_beyond_the_limit_is_too_complex()
    {
        Assert.Null(Read("q=" + new string('a', 2048)).Problem);
        var problem = Read("q=" + new string('a', 2049)).Problem!;
        Assert.Equal((RequestProblem.QueryTooComplex, "q"), (problem.Code, problem.Parameter));
    }

    [Fact]
    public void A_query_error_comes_with_its_place()
    {
        var problem = Read("q=peace (talks", "strict=true").Problem!;
        Assert.Equal((RequestProblem.QuerySyntax, 6), (problem.Code, problem.Query!.Position));
        Assert.Equal(RequestProblem.WildcardTooBroad, Read("q=a*").Problem!.Code);
    }

    [Fact]
    public void A_cursor_stands_for_its_offset() => Assert.Equal("offset", Read("cursor=x", "offset=5").Problem!.Parameter);

    [Fact]
    public void Relative_dates_count_from_now() => Assert.Equal(new DateSpan(Now.AddDays(-7), null), Read("published=7d").Value!.Published);

    private static Answer<SearchRequest> Read(params string[] parameters) => SearchRequestReader.Read(Pairs(parameters), Now);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(params string[] parameters) => parameters.Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p[1]));
}
