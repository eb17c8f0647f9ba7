using System.CommandLine;
using Search.App;
using Search.App.Commands;
using Search.App.Server.Reference;
using Search.Searching;
using Xunit;

namespace Search.Tests.House;

public class DocumentTests
{
    private static readonly string[] Pages = [.. Repository.Files("", ".md").Where(p => !p.StartsWith("index/", StringComparison.Ordinal) || p == "index/README.md")];

    [Fact]
    public void Every_link_inside_the_project_is_alive() =>
        Assert.Empty(Pages.SelectMany(p => Markdown.Links(p, Repository.Read(p))).Select(Markdown.Dead).OfType<string>());

    [Theory]
    [InlineData("See [this](missing.md).", "does not exist")]
    [InlineData("See [this](README.md#no-such-heading).", "names no heading")]
    [InlineData("See [this](../../etc/passwd).", "leaves the project")]
    [InlineData("[ref]: seeds/missing/ \"title\"", "does not exist")]
    public void A_dead_link_is_found(string text, string why) =>
        Assert.Contains(why, Assert.Single(Markdown.Links("README.md", text).Select(Markdown.Dead).OfType<string>()), StringComparison.Ordinal);

    [Fact]
    public void Links_out_of_the_project_and_code_are_let_be() =>
        Assert.Empty(Markdown.Links("README.md", "[a](https://example.org) `x[0](y)`\n```\n[b](missing.md)\n```\n[c](src/)").Select(Markdown.Dead).OfType<string>());

    [Fact]
    public void Every_folder_of_the_library_stands_on_the_map()
    {
        var map = Repository.Read("src/README.md");
        Assert.Empty(Directory.GetDirectories(Repository.At("src/Search")).Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj") && !map.Contains(d + "/", StringComparison.Ordinal)).ToList());
    }

    [Fact]
    public void Every_command_and_option_of_the_terminal_is_told()
    {
        var readme = Repository.Read("README.md");
        var ofTheApi = SearchParameters.All.Select(p => "--" + p.Name.Replace('_', '-')).ToHashSet();
        foreach (var command in News.Subcommands.SelectMany(c => c.Subcommands.Count == 0 ? [c] : c.Subcommands))
        {
            Assert.Contains($"| `{(command.Parents.First() == News ? "" : command.Parents.First().Name + " ")}{command.Name}", readme, StringComparison.Ordinal);
            Assert.Empty(command.Options.Select(o => o.Name).Where(o => !ofTheApi.Contains(o) && !readme.Contains($"`{o}`", StringComparison.Ordinal)).Select(o => $"{command.Name} {o}"));
        }
    }

    [Fact]
    public void No_page_tells_of_a_command_that_there_is_not()
    {
        var known = News.Subcommands.Select(c => c.Name).ToHashSet();
        Assert.Empty(Pages.SelectMany(p => Repository.Read(p).Split('`').Where((_, i) => i % 2 == 1)
            .Where(code => code.StartsWith("news ", StringComparison.Ordinal) && !known.Contains(code.Split(' ')[1])).Select(code => $"{p}: {code}")));
    }

    [Fact]
    public void Every_parameter_of_a_search_is_told() => Assert.Empty(SearchRequestReader.Names.Except(SearchParameters.All.Select(p => p.Name)));

    [Fact]
    public void Every_route_is_told()
    {
        var readme = Repository.Read("README.md");
        Assert.Empty(ApiReference.All.Where(r => !readme.Contains(r.Path + "`", StringComparison.Ordinal)).Select(r => r.Path));
    }

    private static RootCommand News { get; } = Program.Commands(new Terminal { Out = TextWriter.Null, Error = TextWriter.Null, Folder = Repository.Root });
}
