using Search.App.Commands;
using Xunit;

namespace Search.Tests.Commands;

public class SettingTests
{
    [Theory]
    [InlineData("flag", "variable", """{"data": "file"}""", "flag")]
    [InlineData(null, "variable", """{"data": "file"}""", "variable")]
    [InlineData(null, "", """{"data": "file"}""", "file")]
    [InlineData(null, null, """{"data": "file"}""", "file")]
    [InlineData(null, null, """{"urls": "http://127.0.0.1:1"}""", "index")]
    [InlineData(null, null, """{ /* ours */ "data": "", }""", "index")]
    [InlineData(null, null, null, "index")]
    public void The_flag_beats_the_variable_beats_the_file_beats_the_default(string? flag, string? variable, string? file, string expected)
    {
        using var at = variable is null ? new TestTerminal() : new TestTerminal(("NEWS_DATA", variable));
        if (file is not null) at.Write(Setting.File, file);

        Assert.Equal(expected, Setting.Data.Value(flag, at.Terminal));
    }

    [Theory]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "not JSON (line 1)")]
    [InlineData("""{"folder": "x"}""", "unknown setting 'folder'")]
    [InlineData("""{"data": 5}""", "'data' is not a text")]
    public async Task A_file_that_cannot_be_used_is_bad_usage_and_says_what_it_may_hold(string file, string why)
    {
        using var at = new TestTerminal();
        at.Write(Setting.File, file);

        Assert.Equal(ExitCode.BadUsage, await at.RunAsync("topics"));
        Assert.Contains(why, at.Error, StringComparison.Ordinal);
        Assert.Contains("\"data\", \"urls\", \"seeds\"", at.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_taken_from_the_working_directory()
    {
        using var at = new TestTerminal();
        Assert.Equal(Path.Combine(at.Folder, "index"), Setting.Data.Path(null, at.Terminal));
        Assert.Equal("/srv/news", Setting.Data.Path("/srv/news", at.Terminal));
    }

    [Fact]
    public void Seeds_are_none_or_the_articles_of_a_folder_or_a_path_that_must_be_there()
    {
        using var at = new TestTerminal();
        at.Write("mine/articles/a.txt", "One.");
        at.Write("flat/a.txt", "One.");

        Assert.Null(SeedFolder.Find("none", at.Folder));
        Assert.Equal(Path.Combine(at.Folder, "mine", "articles"), SeedFolder.Find("mine", at.Folder));
        Assert.Equal(Path.Combine(at.Folder, "flat"), SeedFolder.Find("flat", at.Folder));
        var failure = Assert.Throws<CommandFailure>(() => SeedFolder.Find("missing", at.Folder));
        Assert.Equal(ExitCode.BadUsage, failure.ExitCode);
        Assert.Contains("--seeds none", failure.Message, StringComparison.Ordinal);
    }
}
