using System.CommandLine;
using Search.App.Commands;
using Xunit;

namespace Search.Tests.Commands;

public class SearchCommandTests
{
    [Theory]
    [InlineData("floods --json", "q=floods")]
    [InlineData("floods", "q=floods&snippet=400")]
    [InlineData("floods --snippet 90", "q=floods&snippet=90")]
    [InlineData("--json", "")]
    [InlineData("cod herring --unit paragraph --match any --json", "q=cod herring&unit=paragraph&match=any")]
    [InlineData("--sort -date --half-life 14d --json", "sort=-date&half_life=14d")]
    [InlineData("--facet actor,topic --facet source --facet.actor.limit 5 --json", "facet=actor,topic&facet=source&facet.actor.limit=5")]
    [InlineData("--actor country:china --actor country:france --actor.not org:un --actor.via name --json", "actor=country:china&actor=country:france&actor.not=org:un&actor.via=name")]
    [InlineData("--published 2024-01.. --explain --strict --json", "published=2024-01..&strict=true&explain=true")]
    [InlineData("--min-generation 7 --facet.published.interval week --json", "min_generation=7&facet.published.interval=week")]
    [InlineData("@china sanctions --json", "q=@china sanctions")]
    [InlineData("fish -quota --json", "q=fish -quota")]
    [InlineData("--json -- --quota -x", "q=--quota -x")]
    public void Options_become_the_parameters_of_the_API(string line, string expected)
    {
        using var at = new TestTerminal();
        var command = new SearchCommand(at.Terminal);

        var given = new RootCommand { command }.Parse(["search", .. line.Split(' ')], CommandLine.Grammar);

        Assert.Empty(given.Errors);
        Assert.Equal(expected, string.Join('&', command.Parameters(given).Select(p => $"{p.Key}={p.Value}")));
    }

    [Fact]
    public void Every_parameter_has_an_option_of_its_own()
    {
        var parameters = SearchParameter.CreateAll();

        Assert.Equal(parameters.Count, parameters.Select(p => p.Option.Name).Distinct().Count());
        foreach (var name in (string[])["unit", "scope", "match", "syntax", "strict", "sort", "half_life", "limit", "offset", "cursor", "best", "facet", "tz",
            "topic.all", "speaker.not", "published", "article", "include", "dedupe", "hints", "highlight", "snippet", "explain", "timeout", "min_generation", "facet.lang.prefix"])
        {
            Assert.Contains(parameters, p => p.Name == name);
        }
    }
}
