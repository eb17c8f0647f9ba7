using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Search.Reading;
using Xunit;

namespace Search.Tests.Api.Feeds;

/// <summary>A server with feeds of three articles; its clock stands still.</summary>
public sealed class FeedArticles : IAsyncLifetime
{
    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero));

    internal TestServer Server { get; private set; } = null!;

    internal string Origin => Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        Server = new TestServer { Clock = Clock };
        await Server.InitializeAsync();
        await Server.PutAsync("strike", new
        {
            title = "Dock workers end strike",
            url = "https://post.example/strike?id=1",
            source = "Harbour <News>",
            language = "en",
            published = "2024-05-02T08:10:00Z",
            revised = "2024-05-02T10:00:00Z",
            authors = new[] { "Ada & Martin" },
            topics = new[] { "labour" },
            paragraphs = new[] { "Dock workers in France went back to <work> at last.", "The port had offered workers a rise." },
        });
        await Server.PutAsync("a/b #1", new { title = "Ships leave", source = "Morning Post", language = "en", published = "2024-05-03T06:00:00Z", url = "javascript:alert(1)", body = "Workers saw the ships leave." });
        await Server.PutAsync("undated", new { title = "Talks in Kyiv", language = "en", body = "Ministers met workers in Kyiv." });
        Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

public sealed class FeedRoutesTests(FeedArticles articles) : IClassFixture<FeedArticles>
{
    private readonly TestServer server = articles.Server;

    [Fact]
    public async Task Hits_are_entries_newest_first_and_an_article_without_dates_is_as_old_as_its_arrival()
    {
        var reply = await server.GetAsync("/v1/feed.atom?q=workers");
        Assert.Equal((200, "application/atom+xml; charset=utf-8"), (reply.Status, reply.Type));
        var xml = AtomWriterTests.Load(Encoding.UTF8.GetBytes(reply.Text));
        AtomWriterTests.AssertValid(xml);
        var entries = Read(reply.Text);
        Assert.Equal(["Ships leave", "Dock workers end strike", "Talks in Kyiv"], entries.Select(e => e.Title));
        Assert.Equal([$"{articles.Origin}/articles/a%2Fb%20%231", "https://post.example/strike?id=1", $"{articles.Origin}/articles/undated"], entries.Select(e => e.Url));
        Assert.Equal(["2024-05-03T06:00:00", "2024-05-02T10:00:00", "2024-06-01T12:00:00"],
            entries.Select(e => (e.Revised ?? e.Published)!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)));
        Assert.Equal(("Harbour <News>", "Ada & Martin", "labor"), (entries[1].Source, entries[1].Authors[0], entries[1].Topics[^1].Label));
        Assert.Equal(["Dock workers in France went back to <work> at last.", "The port had offered workers a rise."], entries[1].Paragraphs.Select(p => p.Text).Order());
        Assert.Contains("&lt;mark&gt;workers&lt;/mark&gt;", reply.Text, StringComparison.Ordinal);
        Assert.Equal("2024-06-01T12:00:00Z", AtomWriterTests.Text(xml, "/*/*[local-name()='updated']"));
        Assert.Equal(200, (await server.GetAsync(new Uri(entries[0].Url!).PathAndQuery)).Status);
    }

    [Fact]
    public async Task All_parameters_of_a_search_apply_and_the_title_and_links_name_them()
    {
        var reply = await server.GetAsync("/v1/feed.atom?q=workers&source=Morning%20Post&tz=Europe/Paris&facet=actor&limit=1");
        var xml = AtomWriterTests.Load(Encoding.UTF8.GetBytes(reply.Text));
        Assert.Equal("News search: workers · source: Morning Post", AtomWriterTests.Text(xml, "/*/*[local-name()='title']"));
        Assert.Equal($"{articles.Origin}/v1/feed.atom?q=workers&source=Morning%20Post&tz=Europe%2FParis&facet=actor&limit=1", AtomWriterTests.Text(xml, "/*/*[local-name()='link'][@rel='self']/@href"));
        Assert.Equal($"{articles.Origin}/?q=workers&source=Morning%20Post&tz=Europe%2FParis&facet=actor&limit=1", AtomWriterTests.Text(xml, "/*/*[local-name()='link'][@rel='alternate']/@href"));
        Assert.Equal(["Ships leave"], Read(reply.Text).Select(e => e.Title));
        Assert.Equal("Dock workers end strike", Read((await server.GetAsync("/v1/feed.atom?q=workers&sort=date")).Text)[0].Title);
        Assert.Equal(3, Read((await server.GetAsync("/v1/feed.atom?limit=100")).Text).Count);
    }

    [Fact]
    public async Task A_paragraph_is_an_entry_that_leads_to_its_place()
    {
        var reply = await server.GetAsync("/v1/feed.json?q=workers&unit=paragraph&article=strike&sort=date");
        var items = reply.Json.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(3, items.Count);
        Assert.Equal([$"{articles.Origin}/articles/strike#p0", $"{articles.Origin}/articles/strike#p1", $"{articles.Origin}/articles/strike#p2"], items.Select(i => i.GetProperty("id").GetString()!));
        Assert.All(items, i => Assert.Equal(("2024-05-02T10:00:00Z", "Ada & Martin"), (i.GetProperty("date_modified").GetString(), i.GetProperty("authors")[0].GetProperty("name").GetString())));
        AtomWriterTests.AssertValid(AtomWriterTests.Load(Encoding.UTF8.GetBytes((await server.GetAsync("/v1/feed.atom?q=workers&unit=paragraph")).Text)));
    }

    [Fact]
    public async Task A_json_feed_has_what_its_specification_names()
    {
        var reply = await server.GetAsync("/v1/feed.json?q=workers&source=Harbour%20%3CNews%3E");
        Assert.Equal("application/feed+json", reply.Type);
        Assert.Equal(("https://jsonfeed.org/version/1.1", "News search: workers · source: Harbour <News>"), (reply["version"], reply["title"]));
        Assert.Equal(($"{articles.Origin}/?q=workers&source=Harbour%20%3CNews%3E", $"{articles.Origin}/v1/feed.json?q=workers&source=Harbour%20%3CNews%3E"), (reply["home_page_url"], reply["feed_url"]));
        var item = Assert.Single(reply.Json.GetProperty("items").EnumerateArray());
        Assert.Equal(($"{articles.Origin}/articles/strike", "https://post.example/strike?id=1", "Dock workers end strike", "en"),
            (item.GetProperty("id").GetString(), item.GetProperty("url").GetString(), item.GetProperty("title").GetString(), item.GetProperty("language").GetString()));
        Assert.Equal(("2024-05-02T08:10:00Z", "labor"), (item.GetProperty("date_published").GetString(), item.GetProperty("tags").EnumerateArray().Last().GetString()));
        Assert.Contains("<p>Dock <mark>workers</mark> in France went back to &lt;work&gt; at last.</p>", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        var bare = (await server.GetAsync("/v1/feed.json?q=workers&best=0&source=Morning+Post")).Json.GetProperty("items")[0];
        Assert.Equal(("Ships leave", false), (bare.GetProperty("content_text").GetString(), bare.TryGetProperty("content_html", out _)));
    }

    [Fact]
    public async Task Without_hits_it_is_a_feed_all_the_same()
    {
        var reply = await server.GetAsync("/v1/feed.atom?q=nowhere");
        AtomWriterTests.AssertValid(AtomWriterTests.Load(Encoding.UTF8.GetBytes(reply.Text)));
        Assert.Equal(0, (await server.GetAsync("/v1/feed.json?q=nowhere")).Json.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("/v1/feed.atom?q=workers")]
    [InlineData("/v1/feed.json?q=workers")]
    public async Task A_client_that_holds_the_feed_is_told_so(string path)
    {
        var first = await server.GetAsync(path);
        var tag = first.Headers.ETag!.ToString();
        Assert.Equal(tag, (await server.GetAsync(path)).Headers.ETag!.ToString());
        foreach (var held in (string[])[tag, tag[2..], $"\"other\", {tag}", "*"])
        {
            var reply = await server.GetAsync(path, ("If-None-Match", held));
            Assert.Equal((304, "", tag), (reply.Status, reply.Text, reply.Headers.ETag!.ToString()));
        }
        Assert.Equal(200, (await server.GetAsync(path, ("If-None-Match", "\"other\""))).Status);
        Assert.Equal(304, (await server.SendAsync(HttpMethod.Head, path, headers: ("If-None-Match", tag))).Status);
    }

    [Fact]
    public async Task A_client_that_knows_only_a_time_is_judged_by_the_last_change()
    {
        const string Path = "/v1/feed.atom?q=workers";
        using var first = await server.Client.GetAsync(Path);
        var modified = first.Content.Headers.LastModified!.Value;
        Assert.Equal(new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero), modified);
        Assert.Equal(304, (await server.GetAsync(Path, ("If-Modified-Since", modified.ToString("R")))).Status);
        Assert.Equal(200, (await server.GetAsync(Path, ("If-Modified-Since", modified.AddSeconds(-1).ToString("R")))).Status);
        Assert.Equal(200, (await server.GetAsync(Path, ("If-Modified-Since", modified.ToString("R")), ("If-None-Match", "\"other\""))).Status);
        Assert.Equal(200, (await server.GetAsync(Path, ("If-Modified-Since", "never"))).Status);
    }

    [Fact]
    public async Task A_change_changes_the_tag_and_no_time_is_told_while_another_may_come_within_the_second()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero));
        var changing = new TestServer { Clock = clock };
        await changing.InitializeAsync();
        await changing.PutAsync("one", new { title = "One ship", body = "The first ship left." });
        using var early = await changing.Client.GetAsync("/v1/feed.atom");
        Assert.Null(early.Content.Headers.LastModified);
        clock.Advance(TimeSpan.FromSeconds(3));
        using var late = await changing.Client.GetAsync("/v1/feed.atom");
        Assert.Equal(early.Headers.ETag, late.Headers.ETag);
        Assert.NotNull(late.Content.Headers.LastModified);
        await changing.PutAsync("one", new { title = "One ship", body = "The first ship left again." });
        Assert.NotEqual(early.Headers.ETag, (await changing.GetAsync("/v1/feed.atom")).Headers.ETag);
        await changing.DisposeAsync();
    }

    [Theory]
    [InlineData("/v1/feed.atom?q=a*", 422, "wildcard_too_broad")]
    [InlineData("/v1/feed.json?limit=101", 400, "invalid_parameter")]
    [InlineData("/v1/feed.atom?q=%ff", 400, "invalid_parameter")]
    [InlineData("/v1/feed.json?fromat=csv", 400, "unknown_parameter")]
    [InlineData("/v1/feed.atom?q=(a&strict=true", 400, "query_syntax")]
    [InlineData("/v1/feed.json?cursor=never", 400, "invalid_parameter")]
    public async Task What_is_refused_is_a_problem_as_everywhere(string path, int status, string code) => TestServer.AssertProblem(await server.GetAsync(path), status, code);

    [Fact]
    public async Task Readers_of_feeds_ask_by_many_names()
    {
        foreach (var accept in (string[])["application/atom+xml", "application/rss+xml, application/xml;q=0.9", "text/xml", "*/*"]) Assert.Equal(200, (await server.GetAsync("/v1/feed.atom", ("Accept", accept))).Status);
        foreach (var accept in (string[])["application/feed+json", "application/json"]) Assert.Equal(200, (await server.GetAsync("/v1/feed.json", ("Accept", accept))).Status);
        TestServer.AssertProblem(await server.GetAsync("/v1/feed.atom", ("Accept", "image/png")), 406, "not_acceptable");
        TestServer.AssertProblem(await server.GetAsync("/v1/feed.json", ("Accept", "text/html")), 406, "not_acceptable");
    }

    private static List<Search.Articles.ArticleDraft> Read(string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return [.. new ArticleReader().ReadStream(stream, "feed", null).Select(item => Assert.IsType<ReadArticle>(item).Draft)];
    }
}
