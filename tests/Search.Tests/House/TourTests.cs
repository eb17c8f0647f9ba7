using System.Text.Json;
using System.Text.RegularExpressions;
using Search.App.Commands;
using Search.Tests.Api;
using Search.Tests.Commands;
using Xunit;

namespace Search.Tests.House;

/// <summary>What the README shows is what the product answers, with the sample articles in it.</summary>
public sealed class TourTests : IAsyncLifetime
{
    private static readonly string Readme = Repository.Read("README.md").ReplaceLineEndings("\n");
    private readonly TestServer server = new() { Seeds = Repository.At("seeds") };

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        for (var i = 0; i < 1200 && (await server.GetAsync("/readyz")).Status != 200; i++) await Task.Delay(25);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Every_answer_of_the_tour_is_the_one_that_comes()
    {
        var tour = Tour.Of(Readme);
        Assert.NotEmpty(tour);
        foreach (var (command, answer) in tour)
        {
            var (method, path, body) = Tour.Request(command);
            var reply = await server.SendAsync(method, path, body);
            Assert.Null(Tour.Untrue(JsonDocument.Parse(answer).RootElement, reply.Json, $"{method} {path} $"));
        }
    }

    [Fact]
    public async Task What_the_terminal_is_shown_to_print_is_what_it_prints()
    {
        var shown = Readme.Split("```\n$ ")[1].Split("\n```")[0].Split('\n');
        using var at = new TestTerminal(("NEWS_DATA", server.Folder));
        await at.ExpectAsync(ExitCode.Ok, [.. Tour.Words(shown[0].Split(" -- ")[1])]);

        var printed = at.Out.ReplaceLineEndings("\n").Split('\n').Select(Timeless).ToList();
        Assert.Empty(shown.Skip(1).Select(Timeless).Where(line => !printed.Exists(p => line.EndsWith('…') ? p.StartsWith(line[..^1], StringComparison.Ordinal) : p == line)).ToList());
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"b":1}""")]
    [InlineData("""{"a":[2,1]}""", """{"a":[1,2]}""")]
    [InlineData("""{"a":[{"b":1}]}""", """{"a":[{"b":2,"c":1}]}""")]
    public void An_answer_that_says_something_else_is_found(string shown, string whole) =>
        Assert.NotNull(Tour.Untrue(JsonDocument.Parse(shown).RootElement, JsonDocument.Parse(whole).RootElement));

    [Fact]
    public void An_answer_may_leave_things_out() =>
        Assert.Null(Tour.Untrue(JsonDocument.Parse("""{"a":[1,{"b":"x"}]}""").RootElement, JsonDocument.Parse("""{"c":0,"a":[0,1,2,{"b":"x","d":null}]}""").RootElement));

    /// <summary>A line without the time that the search took.</summary>
    private static string Timeless(string line) => Regex.Replace(line, "[0-9.]+ ms", "ms", RegexOptions.NonBacktracking).TrimEnd();
}
