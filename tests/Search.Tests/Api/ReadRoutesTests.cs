using Microsoft.Extensions.Time.Testing;
using Search.App.Server.Reference;
using Xunit;

namespace Search.Tests.Api;

/// <summary>A server with three short articles.</summary>
public sealed class ThreeArticles : IAsyncLifetime
{
    internal TestServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        await Server.PutAsync("strike", new
        {
            title = "Dock workers end strike",
            source = "Harbour News",
            language = "en",
            published = "2024-05-02T08:10:00Z",
            authors = new[] { "Ada Martin" },
            topics = new[] { "labour" },
            paragraphs = new[] { "Dock workers in France went back to work, \"at last\".", "The port authority had offered a rise, and\tmore." },
        });
        await Server.PutAsync("ships", new { title = "Ships leave the port", source = "Harbour News", language = "en", published = "2024-05-03T06:00:00Z", body = "The first ships left the port for China." });
        await Server.PutAsync("talks", new { title = "Talks in Kyiv", source = "Morning Post", language = "en", body = "Ministers of Ukraine met workers in Kyiv." });
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

public sealed class ReadRoutesTests(ThreeArticles articles) : IClassFixture<ThreeArticles>
{
    private readonly TestServer server = articles.Server;

    [Fact]
    public async Task A_search_by_body_answers_as_by_address()
    {
        var get = (await server.GetAsync("/v1/search?q=workers&unit=paragraph&limit=5&source=Harbour%20News&source=Morning+Post&facet=actor,source&facet.actor.limit=3&explain=false")).Json;
        var post = (await server.SendAsync(HttpMethod.Post, "/v1/search",
            """{"q": "workers", "unit": "paragraph", "limit": 5, "source": ["Harbour News", "Morning Post"], "facet": ["actor", "source"], "facet.actor.limit": 3, "explain": false, "cursor": null}""")).Json;
        Assert.Equal(3, get.GetProperty("counts").GetProperty("paragraphs").GetInt32());
        foreach (var name in (string[])["counts", "hits", "facets", "parsed", "generation"]) Assert.Equal(get.GetProperty(name).ToString(), post.GetProperty(name).ToString());
    }

    [Theory]
    [InlineData("{", "application/json", 400, "invalid_body")]
    [InlineData("[]", "application/json", 400, "invalid_body")]
    [InlineData("""{"q": "a", "q": "b"}""", "application/json", 400, "invalid_body")]
    [InlineData("""{"q": {"text": "a"}}""", "application/json", 400, "invalid_body")]
    [InlineData("""{"q": [[["a"]]]}""", "application/json", 400, "invalid_body")]
    [InlineData("""{"q": "\ud800"}""", "application/json", 400, "invalid_body")]
    [InlineData("""{"qq": "a"}""", "application/json", 400, "unknown_parameter")]
    [InlineData("""{"limit": [1, 2]}""", "application/json", 400, "invalid_parameter")]
    [InlineData("""{"limit": 101}""", "application/json", 400, "invalid_parameter")]
    [InlineData("q=a", "application/x-www-form-urlencoded", 415, "unsupported_media_type")]
    public async Task A_body_that_asks_nothing_readable_is_a_problem(string body, string type, int status, string code) =>
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Post, "/v1/search", body, type), status, code);

    [Fact]
    public async Task A_search_by_body_takes_no_parameters_from_the_address() =>
        Assert.Contains("body", TestServer.AssertProblem(await server.SendAsync(HttpMethod.Post, "/v1/search?unit=article", "{}"), 400, "unknown_parameter").GetProperty("detail").GetString());

    [Fact]
    public async Task A_query_may_be_longer_in_a_body_than_in_an_address()
    {
        var query = string.Join(" ", Enumerable.Repeat("workers", 400));
        TestServer.AssertProblem(await server.GetAsync("/v1/search?q=" + Uri.EscapeDataString(query)), 400, "query_too_complex");
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Post, "/v1/search", $$"""{"q": "{{query}}"}""")).Status);
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Post, "/v1/search", $$"""{"q": "{{new string('a', 300_000)}}"}"""), 413, "payload_too_large");
    }

    [Theory]
    [InlineData("/v1/search?unti=paragraph", "unit")]
    [InlineData("/v1/facets/actor?fcaet_q=a", "facet_q")]
    [InlineData("/v1/articles/strike?qq=a", "q")]
    [InlineData("/v1/paragraphs/strike%231?contxt=1", "context")]
    [InlineData("/v1/actors?nmae=x", "name")]
    [InlineData("/v1/export?fromat=csv", "format")]
    [InlineData("/v1/status?x=1", "none")]
    [InlineData("/v1/topics?x=1", "none")]
    public async Task An_unknown_parameter_is_refused_and_the_nearest_named(string path, string nearest) =>
        Assert.Contains(nearest, TestServer.AssertProblem(await server.GetAsync(path), 400, "unknown_parameter").GetProperty("detail").GetString());

    [Theory]
    [InlineData("/v1/search?limit=1&limit=2")]
    [InlineData("/v1/search?limit=101")]
    [InlineData("/v1/search?q=%zz")]
    [InlineData("/v1/search?q=%ff")]
    [InlineData("/v1/search?q=%c3")]
    [InlineData("/v1/facets/actor?limit=x")]
    [InlineData("/v1/facets/actor?facet_q=a&facet_q=b")]
    [InlineData("/v1/facets/actor?facet=source")]
    [InlineData("/v1/paragraphs/strike%231?context=4")]
    [InlineData("/v1/paragraphs/strike%231?context=1&context=1")]
    [InlineData("/v1/actors?type=robot")]
    [InlineData("/v1/actors?limit=-1")]
    [InlineData("/v1/export?format=xml")]
    [InlineData("/v1/export?format=csv&format=csv")]
    [InlineData("/v1/articles/%zz")]
    public async Task A_value_that_cannot_be_is_400_and_names_the_parameter(string path)
    {
        var problem = TestServer.AssertProblem(await server.GetAsync(path), 400, "invalid_parameter");
        Assert.NotEmpty(problem.GetProperty("errors")[0].GetProperty("parameter").GetString()!);
    }

    [Fact]
    public async Task A_refused_query_says_where_and_what_was_expected()
    {
        var problem = TestServer.AssertProblem(await server.GetAsync("/v1/search?q=(workers&strict=true"), 400, "query_syntax");
        foreach (var name in (string[])["position", "length", "found", "expected"]) Assert.True(problem.TryGetProperty(name, out _), name);
    }

    [Theory]
    [InlineData("/v1/search?q=a*", 422, "wildcard_too_broad")]
    [InlineData("/v1/export?q=a*", 422, "wildcard_too_broad")]
    [InlineData("/v1/facets/actor?q=a*", 422, "wildcard_too_broad")]
    [InlineData("/v1/search?cursor=never", 400, "invalid_parameter")]
    [InlineData("/v1/facets/colour", 404, "not_found")]
    [InlineData("/v1/articles/nobody", 404, "not_found")]
    [InlineData("/v1/articles/nobody?q=workers", 404, "not_found")]
    [InlineData("/v1/paragraphs/nobody%230", 404, "not_found")]
    [InlineData("/v1/paragraphs/strike%2399", 404, "not_found")]
    [InlineData("/v1/paragraphs/strike", 404, "not_found")]
    [InlineData("/v1/paragraphs/strike%23x", 404, "not_found")]
    [InlineData("/v1/nothing", 404, "not_found")]
    [InlineData("/nothing", 404, "not_found")]
    public async Task What_cannot_be_answered_has_its_code(string path, int status, string code) =>
        TestServer.AssertProblem(await server.GetAsync(path), status, code);

    [Theory]
    [InlineData("/v1/search")]
    [InlineData("/v1/status")]
    [InlineData("/v1/articles/strike")]
    [InlineData("/v1/export")]
    public async Task A_client_that_takes_no_answer_of_ours_is_told_406(string path)
    {
        TestServer.AssertProblem(await server.GetAsync(path, ("Accept", "application/xml")), 406, "not_acceptable");
        Assert.Equal(200, (await server.GetAsync(path, ("Accept", "text/html, */*;q=0.1"))).Status);
    }

    [Fact]
    public async Task A_method_that_a_path_does_not_take_is_405()
    {
        foreach (var path in (string[])["/v1/search", "/v1/articles/strike", "/v1/export", "/v1/articles/bulk"])
        {
            TestServer.AssertProblem(await server.SendAsync(HttpMethod.Patch, path), 405, "method_not_allowed");
        }
    }

    [Fact]
    public async Task An_article_is_read_with_the_matches_of_a_query()
    {
        var plain = (await server.GetAsync("/v1/articles/strike")).Json;
        Assert.Equal(("Dock workers end strike", 3), (plain.GetProperty("title").GetString(), plain.GetProperty("paragraphs").GetArrayLength()));
        Assert.False(plain.GetProperty("paragraphs")[1].TryGetProperty("matches", out _));
        var matched = (await server.GetAsync("/v1/articles/strike?q=workers&unit=paragraph")).Json;
        Assert.Equal(5, matched.GetProperty("paragraphs")[1].GetProperty("matches")[0].GetProperty("start").GetInt32());
    }

    [Fact]
    public async Task A_paragraph_is_read_with_its_neighbours()
    {
        var alone = (await server.GetAsync("/v1/paragraphs/strike%231")).Json;
        Assert.Equal(("strike#1", "lead", 0), (alone.GetProperty("id").GetString(), alone.GetProperty("kind").GetString(), alone.GetProperty("before").GetArrayLength()));
        var with = (await server.GetAsync("/v1/paragraphs/strike%231?context=3")).Json;
        Assert.Equal((1, 1), (with.GetProperty("before").GetArrayLength(), with.GetProperty("after").GetArrayLength()));
    }

    [Fact]
    public async Task A_facet_pages_through_its_values_under_a_search()
    {
        var ids = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await server.GetAsync($"/v1/facets/source?limit=1{(cursor.Length > 0 ? "&cursor=" + Uri.EscapeDataString(cursor) : "")}")).Json;
            Assert.Equal(2, page.GetProperty("values_total").GetInt32());
            ids.AddRange(page.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("id").GetString()!));
            cursor = page.GetProperty("cursor").GetString();
        }
        Assert.Equal(["harbour news", "morning post"], ids.Select(id => id.ToLowerInvariant()).Order(StringComparer.Ordinal));
        var typed = (await server.GetAsync("/v1/facets/source?facet_q=post&q=workers")).Json;
        Assert.Equal("Morning Post", Assert.Single(typed.GetProperty("values").EnumerateArray()).GetProperty("label").GetString());
    }

    [Theory]
    [InlineData("published")]
    [InlineData("Published")]
    public async Task Dates_have_no_list_of_values(string field)
    {
        var problem = TestServer.AssertProblem(await server.GetAsync("/v1/facets/" + field), 400, "invalid_parameter");
        Assert.Contains("facet=published", problem.GetProperty("detail").GetString());
        Assert.DoesNotContain(ApiReference.Facet.Parameters.First(p => p.InPath).Words, word => word == "published");
    }

    [Fact]
    public async Task Every_facet_that_is_told_of_is_listed()
    {
        foreach (var field in ApiReference.Facet.Parameters.First(p => p.InPath).Words) Assert.Equal(field, (await server.GetAsync("/v1/facets/" + field))["field"]);
        Assert.Equal("en", Assert.Single((await server.GetAsync("/v1/facets/lang")).Json.GetProperty("values").EnumerateArray()).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/v1/search?q=workers", 200)]
    [InlineData("/v1/articles/strike", 200)]
    [InlineData("/v1/articles/nobody", 404)]
    [InlineData("/v1/export", 200)]
    [InlineData("/articles/strike", 200)]
    [InlineData("/healthz", 200)]
    public async Task Head_answers_as_get_without_the_body(string path, int status)
    {
        var (head, get) = (await server.SendAsync(HttpMethod.Head, path), await server.GetAsync(path));
        Assert.Equal((status, get.Type, ""), (head.Status, head.Type, head.Text));
        Assert.Equal(status, get.Status);
        Assert.NotEmpty(get.Text);
    }

    [Fact]
    public async Task A_cursor_that_was_left_alone_too_long_is_gone()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero));
        var waiting = new TestServer { Clock = clock };
        await waiting.InitializeAsync();
        await waiting.PutAsync("one", new { title = "One ship", body = "The first ship left." });
        await waiting.PutAsync("two", new { title = "Two ships", body = "The second ship left." });
        var path = "/v1/search?q=ship&limit=1";
        var next = path + "&cursor=" + Uri.EscapeDataString((await waiting.GetAsync(path))["cursor"]!);
        Assert.Equal(200, (await waiting.GetAsync(next)).Status);
        clock.Advance(TimeSpan.FromMinutes(6));
        TestServer.AssertProblem(await waiting.GetAsync(next), 410, "cursor_expired");
        await waiting.DisposeAsync();
    }

    [Fact]
    public async Task Actors_topics_and_status_tell_what_the_index_knows()
    {
        var actors = (await server.GetAsync("/v1/actors?name=fra&type=country&limit=5")).Json;
        Assert.Equal("country:france", Assert.Single(actors.GetProperty("actors").EnumerateArray()).GetProperty("id").GetString());
        Assert.True((await server.GetAsync("/v1/topics")).Json.GetProperty("topics").GetArrayLength() > 0);
        var status = (await server.GetAsync("/v1/status")).Json;
        Assert.Equal((3, 2), (status.GetProperty("articles").GetInt32(), status.GetProperty("sources").GetArrayLength()));
        Assert.Equal("2024-05-02T08:10:00Z", status.GetProperty("published").GetProperty("first").GetString());
        Assert.Equal(status.GetProperty("sequence").GetInt64(), status.GetProperty("generation").GetInt64());
    }

    [Fact]
    public async Task An_export_has_every_hit_of_the_search_in_its_order()
    {
        var searched = (await server.GetAsync("/v1/search?q=workers&unit=paragraph&limit=100")).Json.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString());
        var export = await server.GetAsync("/v1/export?q=workers&unit=paragraph");
        Assert.Equal("application/x-ndjson", export.Type);
        Assert.Equal(searched, export.Lines.Select(line => line.GetProperty("id").GetString()));
        var article = (await server.GetAsync("/v1/export?q=workers&unit=article&source=Harbour%20News")).Lines;
        Assert.Equal(2, Assert.Single(article).GetProperty("paragraphs").GetArrayLength());
    }

    [Fact]
    public async Task An_export_as_csv_has_a_header_and_quotes_what_needs_it()
    {
        var csv = await server.GetAsync("/v1/export?format=csv&unit=paragraph&article=strike&sort=date");
        Assert.StartsWith("text/csv", csv.Type);
        var rows = csv.Text.Split("\r\n");
        Assert.Equal("id,article,ordinal,title,url,source,published,language,kind,text,actors,topics,score", rows[0]);
        Assert.StartsWith("strike#1,strike,1,Dock workers end strike,,Harbour News,2024-05-02T08:10:00Z,en,lead,\"Dock workers in France went back to work, \"\"at last\"\".\",country:france,", rows[2]);
        Assert.Equal(5, rows.Length);
    }
}
