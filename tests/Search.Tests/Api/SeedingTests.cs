using System.Text;
using Search.App.Server;
using Search.Articles;
using Xunit;

namespace Search.Tests.Api;

public class SeedingTests
{
    private const string One = """{"id": "one", "title": "One", "body": "The first text."}""";
    private const string Two = """{"id": "two", "title": "Two", "body": "The second text."}""";

    private static async Task<int> Articles(TestServer server)
    {
        for (var i = 0; i < 400 && (await server.GetAsync("/readyz")).Status != 200; i++) await Task.Delay(25);
        return (await server.GetAsync("/v1/status")).Json.GetProperty("articles").GetInt32();
    }

    [Fact]
    public async Task An_empty_folder_is_filled_and_a_filled_one_is_left_alone()
    {
        var seeds = Directory.CreateTempSubdirectory("search-seeds-").FullName;
        await File.WriteAllTextAsync(Path.Combine(seeds, "one.json"), One, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(seeds, "two.json"), Two, TestContext.Current.CancellationToken);
        var empty = new TestServer { Seeds = seeds };
        await empty.InitializeAsync();
        Assert.Equal(2, await Articles(empty));
        Assert.Equal(200, (await empty.SendAsync(HttpMethod.Delete, "/v1/articles/one?wait=visible")).Status);
        Assert.Equal(1, await Articles(empty));
        await empty.DisposeAsync();
        Directory.Delete(seeds, true);
    }

    [Fact]
    public async Task A_filling_that_a_stop_came_between_is_done_again()
    {
        var (seeds, folder) = (Directory.CreateTempSubdirectory("search-seeds-").FullName, Directory.CreateTempSubdirectory("search-api-").FullName);
        await File.WriteAllTextAsync(Path.Combine(seeds, "one.json"), One, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(seeds, "two.json"), Two, TestContext.Current.CancellationToken);
        await using (var corpus = await Corpus.OpenAsync(new CorpusOptions { Folder = folder }, TestContext.Current.CancellationToken))
        {
            await corpus.PutAsync([ArticleJson.Parse(Encoding.UTF8.GetBytes(One)).Value!], TestContext.Current.CancellationToken);
        }
        await File.WriteAllTextAsync(Path.Combine(folder, CorpusHost.FillingMark), "", TestContext.Current.CancellationToken);
        var server = new TestServer { Seeds = seeds, Folder = folder };
        await server.InitializeAsync();
        Assert.Equal(2, await Articles(server));
        Assert.False(File.Exists(Path.Combine(folder, CorpusHost.FillingMark)));
        await server.DisposeAsync();
        Directory.Delete(seeds, true);
    }

    [Fact]
    public async Task A_folder_that_holds_articles_and_no_mark_is_not_filled()
    {
        var (seeds, folder) = (Directory.CreateTempSubdirectory("search-seeds-").FullName, Directory.CreateTempSubdirectory("search-api-").FullName);
        await File.WriteAllTextAsync(Path.Combine(seeds, "two.json"), Two, TestContext.Current.CancellationToken);
        await using (var corpus = await Corpus.OpenAsync(new CorpusOptions { Folder = folder }, TestContext.Current.CancellationToken))
        {
            await corpus.PutAsync([ArticleJson.Parse(Encoding.UTF8.GetBytes(One)).Value!], TestContext.Current.CancellationToken);
        }
        var server = new TestServer { Seeds = seeds, Folder = folder };
        await server.InitializeAsync();
        Assert.Equal(1, await Articles(server));
        await server.DisposeAsync();
        Directory.Delete(seeds, true);
    }

    [Fact]
    public async Task A_filling_that_fails_is_told_by_the_readiness()
    {
        var seeds = Directory.CreateTempSubdirectory("search-seeds-").FullName;
        var server = new TestServer { Seeds = seeds };
        Directory.CreateDirectory(Path.Combine(server.Folder, CorpusHost.FillingMark));
        await server.InitializeAsync();
        var told = await server.GetAsync("/readyz");
        for (var i = 0; i < 400 && !told.Text.Contains(seeds); i++)
        {
            await Task.Delay(25, TestContext.Current.CancellationToken);
            told = await server.GetAsync("/readyz");
        }
        Assert.Contains(seeds, TestServer.AssertProblem(told, 503, "busy").GetProperty("detail").GetString());
        Assert.Equal(200, (await server.GetAsync("/v1/search")).Status);
        await server.DisposeAsync();
        Directory.Delete(seeds, true);
    }

    [Fact]
    public async Task Seeds_that_are_not_there_leave_the_folder_empty_and_the_server_ready()
    {
        var server = new TestServer { Seeds = Path.Combine(Path.GetTempPath(), "no-such-folder") };
        await server.InitializeAsync();
        Assert.Equal(0, await Articles(server));
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_at_the_start()
    {
        var holder = new TestServer();
        await holder.InitializeAsync();
        await using var second = SearchServer.Build(new ServerOptions { Data = holder.Folder, Urls = ["http://127.0.0.1:0"] });
        await Assert.ThrowsAsync<CorpusInUseException>(() => second.StartAsync(TestContext.Current.CancellationToken));
        await holder.DisposeAsync();
    }
}
