using System.Text.Json;
using Search.App.Commands;
using Xunit;

namespace Search.Tests.Commands;

public class EvalCommandTests
{
    private const string Articles = """
        {"id": "quake", "title": "Earthquake shakes the coast", "language": "en", "paragraphs": ["An earthquake destroyed houses; the aftershocks went on."]}
        {"id": "talk", "title": "A quiet day", "language": "en", "paragraphs": ["Nothing much happened."]}
        """;
    private const string Marks = """
        {"id": "quake", "t": ["disaster"]}
        {"id": "talk", "t": ["religion"]}
        """;

    [Fact]
    public async Task Topics_are_measured_as_a_table()
    {
        using var at = Marked();
        await at.ExpectAsync(ExitCode.Ok, "eval", "topics", "marked");
        Assert.Contains("disaster, accident and emergency incident", at.Out, StringComparison.Ordinal);
        Assert.Contains("all (micro)", at.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("missed", at.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_shown_when_asked_for()
    {
        using var at = Marked();
        await at.ExpectAsync(ExitCode.Ok, "eval", "topics", "marked", "--errors");
        Assert.Contains("missed  religion and belief  talk  A quiet day", at.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_come_as_json_too()
    {
        using var at = Marked();
        await at.ExpectAsync(ExitCode.Ok, "eval", "topics", "marked", "--json");
        using var json = JsonDocument.Parse(at.Out);
        Assert.Equal(2, json.RootElement.GetProperty("articles").GetInt32());
        Assert.Equal(0.5, json.RootElement.GetProperty("micro").GetProperty("recall").GetDouble());
        Assert.Equal(17, json.RootElement.GetProperty("subjects").GetArrayLength());
    }

    [Fact]
    public async Task Own_rules_count_when_the_data_folder_is_named()
    {
        using var at = Marked();
        at.Write("mine/topics/own-rules.tsv", "quiet\tmedtop:12000000\t*\t3\tquiet day\n");
        await at.ExpectAsync(ExitCode.Ok, "eval", "topics", "marked", "--errors", "--data", "mine");
        Assert.DoesNotContain("missed", at.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_marked_articles_is_bad_usage()
    {
        using var at = new TestTerminal();
        await at.ExpectAsync(ExitCode.BadUsage, "eval", "topics", ".");
        Assert.Contains("marks.jsonl", at.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_group_alone_shows_what_it_holds()
    {
        using var at = new TestTerminal();
        await at.ExpectAsync(ExitCode.BadUsage, "eval");
        Assert.Contains("topics", at.Out, StringComparison.Ordinal);
    }

    private static TestTerminal Marked()
    {
        var at = new TestTerminal();
        at.Write("marked/articles.jsonl", Articles);
        at.Write("marked/marks.jsonl", Marks);
        return at;
    }
}
