using Search.App.Commands;
using Xunit;

namespace Search.Tests.Commands;

public class CommandLineTests
{
    [Theory]
    [InlineData("serch floods", "There is no command 'serch'. The commands are serve, index, search, export, show, actors, topics, eval.")]
    [InlineData("search floods --untl paragraph", "There is no option --untl. If it is meant as text, put it after --")]
    [InlineData("search --unit article --unit paragraph", "--unit")]
    [InlineData("index", "PATH")]
    [InlineData("show", "ID")]
    [InlineData("eval html", "See: news eval html --help")]
    [InlineData("eval html . --worst -1", "--worst must be 0 or more.")]
    [InlineData("eval html missing", "There is no folder ")]
    [InlineData("eval html .", "has no pages with gold text. Expected is ground-truth.json")]
    [InlineData("show a b", "b")]
    [InlineData("search floods", "There is no data folder")]
    [InlineData("show a1", "There is no data folder")]
    [InlineData("serve --urls nonsense", "'nonsense' is no address to listen on")]
    [InlineData("serve --urls http://0.0.0.0:0", "--allow-remote")]
    [InlineData("serve --seeds missing", "There are no seeds at")]
    public async Task What_cannot_be_meant_is_bad_usage_and_is_explained_on_the_error_stream(string line, string why)
    {
        using var at = new TestTerminal();

        Assert.Equal(ExitCode.BadUsage, await at.RunAsync(line.Split(' ')));
        Assert.Contains(why, at.Error, StringComparison.Ordinal);
        Assert.Empty(at.Out);
        Assert.Empty(Directory.GetFileSystemEntries(at.Folder));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("index")]
    [InlineData("search")]
    [InlineData("show")]
    [InlineData("actors")]
    [InlineData("topics")]
    public async Task Help_has_options_examples_and_where_settings_come_from(string command)
    {
        using var at = new TestTerminal();

        Assert.Equal(ExitCode.Ok, await at.RunAsync(command, "--help"));
        foreach (var part in (string[])["--data", "NEWS_DATA", "news.json", "Examples:", "news " + command, "Exit codes:"])
        {
            Assert.Contains(part, at.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_version_is_that_of_the_product()
    {
        using var at = new TestTerminal();
        Assert.Equal(ExitCode.Ok, await at.RunAsync("--version"));
        Assert.Equal("news 0.1.0", at.Out.TrimEnd());
    }

    [Fact]
    public async Task No_command_shows_the_help()
    {
        using var at = new TestTerminal();
        Assert.Equal(ExitCode.BadUsage, await at.RunAsync());
        Assert.Contains("Commands:", at.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_escape_sequence_on_the_command_line_is_not_printed_back()
    {
        using var at = new TestTerminal();
        await at.RunAsync("sea\u001b[2Jrch");
        Assert.DoesNotContain('\u001b', at.Error);
    }
}
