using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Search.App.Commands;
using Search.App.Server;
using Xunit;

namespace Search.Tests.Commands;

public class EndToEndTests
{
    private const string Articles = """
        {"id":"harbour-1","title":"Norway holds back on herring","source":"Harbour Post","published":"2026-03-02T08:00:00Z","language":"en","topics":["Fishing industry"],"body":"Norway will not sign the herring agreement this week, its fisheries minister said.\n\nBoats in Bergen stay in port until the quota is settled.\n\nREAD ALSO: Cod prices climb"}
        {"id":"harbour-2","title":"Cod prices climb","source":"Harbour Post","published":"2026-03-05T08:00:00Z","language":"en","body":"Cod prices climbed for a third week in Iceland.\n\nNo quota was changed."}
        {"id":"broken"
        """;

    [Fact]
    public async Task Articles_that_were_indexed_are_found_shown_and_counted()
    {
        using var at = new TestTerminal();
        at.Write("in/articles.jsonl", Articles);
        await at.ExpectAsync(ExitCode.Ok, "index", "in");
        Assert.Contains("2 articles read", at.Out, StringComparison.Ordinal);
        Assert.Contains("2 created, 0 updated, 0 unchanged", at.Out, StringComparison.Ordinal);
        Assert.Contains("line 3: ", at.Out, StringComparison.Ordinal);

        Assert.Contains("¶1 Norway will not sign the herring agreement", await OutputAsync(at, "search", "herring", "agreement"), StringComparison.Ordinal);
        Assert.Contains("1 article, ", await OutputAsync(at, "search", "quota", "--source", "Harbour Post", "--published", "2026-03-04.."), StringComparison.Ordinal);
        Assert.Contains("Nothing found", await OutputAsync(at, "search", "--", "herring", "-norway"), StringComparison.Ordinal);
        Assert.Contains("boilerplate", await OutputAsync(at, "show", "harbour-1", "--q", "herring"), StringComparison.Ordinal);
        Assert.Contains("country:norway", await OutputAsync(at, "actors", "norw"), StringComparison.Ordinal);
        Assert.NotEmpty(await OutputAsync(at, "topics"));
    }

    [Fact]
    public async Task Indexing_again_changes_nothing_and_nothing_usable_is_exit_code_2()
    {
        using var at = new TestTerminal();
        at.Write("in/articles.jsonl", Articles);
        at.Write("empty/nothing.jsonl", "");
        await at.ExpectAsync(ExitCode.Ok, "index", "in");

        Assert.Contains("\"created\":0,\"updated\":0,\"unchanged\":2", await OutputAsync(at, "index", "in", "--json"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadUsage, await at.RunAsync("index", "empty"));
        Assert.Equal(ExitCode.BadUsage, await at.RunAsync("index", "missing.txt"));
    }

    [Fact]
    public async Task Standard_input_is_read_like_a_file()
    {
        using var at = new TestTerminal().WithInput("Salt for the roads\n\nThe town bought salt before the frost came, its mayor said on Monday.\n");
        Assert.Equal(ExitCode.Ok, await at.RunAsync("index", "-"));
        Assert.Contains("1 article, ", await OutputAsync(at, "search", "salt", "frost"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search herring --unit nonsense", "unit")]
    [InlineData("search \"open --strict", "news: ")]
    [InlineData("show missing", "missing")]
    [InlineData("actors --limit many", "limit")]
    public async Task A_request_that_is_refused_is_exit_code_2_with_a_reason(string line, string reason)
    {
        using var at = new TestTerminal();
        at.Write("in/articles.jsonl", Articles);
        await at.ExpectAsync(ExitCode.Ok, "index", "in");

        await at.ExpectAsync(ExitCode.BadUsage, line.Split(' '));
        Assert.Contains(reason, at.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_held_by_another_command_is_exit_code_75_and_names_the_holder()
    {
        using var at = new TestTerminal();
        await using var holder = await Corpus.OpenAsync(new CorpusOptions { Folder = Path.Combine(at.Folder, "index") });

        Assert.Equal(ExitCode.FolderInUse, await at.RunAsync("search", "herring"));
        Assert.Contains($"process {Environment.ProcessId}", at.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_running_server_every_command_asks_it_and_answers_alike()
    {
        using var at = new TestTerminal();
        at.Write("in/articles.jsonl", Articles);
        await at.ExpectAsync(ExitCode.Ok, "index", "in");
        string[][] lines = [["search", "quota", "--facet", "actor", "--json"], ["search", "quota", "--unit", "x", "--json"], ["show", "harbour-1", "--json"], ["show", "none", "--json"],
            ["actors", "--json"], ["actors", "--type", "x", "--json"], ["topics", "--json"]];
        var local = new List<string>();
        foreach (var line in lines) local.Add(await OutputAsync(at, line));

        await using var server = SearchServer.Build(new ServerOptions { Data = Path.Combine(at.Folder, "index"), Urls = ["http://127.0.0.1:0"] });
        await server.StartAsync();
        server.Services.GetRequiredService<Corpus>().Announce(server.Urls.First());
        for (var i = 0; i < lines.Length; i++) Assert.Equal(Timeless(local[i]), Timeless(await OutputAsync(at, lines[i])));
        at.Write("more/articles.jsonl", """{"id":"harbour-3","title":"Trawler","body":"A trawler came home to Bergen."}""");
        Assert.Contains("1 created", await OutputAsync(at, "index", "more"), StringComparison.Ordinal);
        Assert.Contains("1 article, ", await OutputAsync(at, "search", "trawler", "home"), StringComparison.Ordinal);
        await server.StopAsync();
    }

    [Fact]
    public async Task An_export_prints_every_hit_and_a_server_is_asked_for_the_same()
    {
        using var at = new TestTerminal();
        at.Write("in/articles.jsonl", Articles);
        await at.ExpectAsync(ExitCode.Ok, "index", "in");
        string[][] lines = [["export", "quota"], ["export", "quota", "--unit", "paragraph", "--format", "csv", "--sort", "date"], ["export", "--source", "Harbour Post", "--format", "jsonl"], ["export", "nowhere"]];
        var local = new List<string>();
        foreach (var line in lines) local.Add(await OutputAsync(at, line));
        Assert.Equal([2, 3, 2, 0], local.Select(l => l.Count(c => c == '\n')));
        Assert.StartsWith("id,article,ordinal,", local[1], StringComparison.Ordinal);
        Assert.Equal(["harbour-1#2", "harbour-2#2"], local[1].Split("\r\n")[1..3].Select(r => r.Split(',')[0]));

        await using var server = SearchServer.Build(new ServerOptions { Data = Path.Combine(at.Folder, "index"), Urls = ["http://127.0.0.1:0"] });
        await server.StartAsync();
        server.Services.GetRequiredService<Corpus>().Announce(server.Urls.First());
        for (var i = 0; i < lines.Length; i++) Assert.Equal(local[i], await OutputAsync(at, lines[i]));
        await at.ExpectAsync(ExitCode.BadUsage, "export", "--format", "xml");
        await server.StopAsync();
    }

    [Theory]
    [InlineData("export --format xml", "'format' is jsonl or csv")]
    [InlineData("export a*", "wildcard")]
    [InlineData("export --strict published:never", "no date")]
    [InlineData("export --json --format csv", "--json is JSON lines")]
    public async Task An_export_that_is_refused_prints_nothing_but_why(string line, string reason)
    {
        using var at = new TestTerminal();
        at.Write("in/articles.jsonl", Articles);
        await at.ExpectAsync(ExitCode.Ok, "index", "in");
        var printed = at.Out;
        await at.ExpectAsync(ExitCode.BadUsage, line.Split(' '));
        Assert.Equal(printed, at.Out);
        Assert.Contains(reason, at.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_nobody_reads_any_more_ends_in_peace()
    {
        using var at = new TestTerminal();
        at.Write("in/articles.jsonl", Articles);
        await at.ExpectAsync(ExitCode.Ok, "index", "in");
        var (printed, complaints) = (at.Out, at.Error);
        Assert.Equal(ExitCode.Ok, await Search.App.Program.RunAsync(["export"], at.Terminal with { IsOutClosed = () => true }));
        Assert.Equal((printed, complaints), (at.Out, at.Error));
    }

    [Fact]
    public async Task Serve_tells_where_it_answers_and_stops_when_asked()
    {
        using var at = new TestTerminal();
        using var stop = new CancellationTokenSource();
        var serving = Search.App.Program.RunAsync(["serve", "--urls", "http://127.0.0.1:0", "--seeds", "none"], at.Terminal, stop.Token);
        for (var wait = 0; !at.Out.Contains('\n') && !serving.IsCompleted && wait < 600; wait++) await Task.Delay(50);

        Assert.Matches(@"^news 0\.1\.0 answers at http://127\.0\.0\.1:\d+ from .*index: 0 articles\.", at.Out);
        Assert.Contains("Nothing found", await OutputAsync(at, "search", "anything"), StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.True(await serving == ExitCode.Ok, at.Error);
    }

    private static async Task<string> OutputAsync(TestTerminal at, params string[] args)
    {
        var before = at.Out.Length;
        await at.RunAsync(args);
        return at.Out[before..];
    }

    /// <summary>An answer without the time that it took.</summary>
    private static string Timeless(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return string.Join('\n', parsed.RootElement.EnumerateObject().Where(p => p.Name != "took_ms").Select(p => p.ToString()));
    }
}
