using Search.App.Server.Reference;
using Search.Searching;
using Xunit;

namespace Search.Tests.Api;

public class SearchParametersTests
{
    private static readonly DateTimeOffset Now = new(2024, 5, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_parameter_that_is_told_is_read()
    {
        foreach (var parameter in SearchParameters.All.Where(p => p.Name != "cursor"))
        {
            var value = parameter.Example ?? parameter.Default ?? (parameter.Words is [var word, ..] ? word : parameter.Kind == ParameterKind.Number ? "1" : "x");
            var read = SearchRequestReader.Read([new(parameter.Name, value)], Now);
            Assert.True(read.Problem is null, $"{parameter.Name}={value}: {read.Problem?.Detail}");
        }
    }

    [Fact]
    public void Every_word_that_is_told_is_taken()
    {
        foreach (var parameter in SearchParameters.All)
        {
            foreach (var word in parameter.Words) Assert.True(SearchRequestReader.Read([new(parameter.Name, word)], Now).Problem is null, $"{parameter.Name}={word}");
        }
    }

    [Fact]
    public void Defaults_are_what_holds_when_nothing_is_given()
    {
        var nothing = SearchRequestReader.Read([], Now).Value!;
        foreach (var parameter in SearchParameters.All.Where(p => p.Default is not null && !p.Name.StartsWith("facet", StringComparison.Ordinal)))
        {
            var given = SearchRequestReader.Read([new(parameter.Name, parameter.Default!)], Now).Value!;
            Assert.Equal(nothing with { Parameters = [], Facets = [], Filters = [], Articles = [] }, given with { Parameters = [], Facets = [], Filters = [], Articles = [], Mentions = nothing.Mentions, Query = nothing.Query });
        }
    }
}
