using System.Net;
using System.Text.RegularExpressions;
using Search.App.Server;
using Search.App.Server.Reference;
using Xunit;

namespace Search.Tests.Api;

public sealed class ServerTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task It_says_that_it_lives_and_is_ready()
    {
        Assert.Equal((200, "ok\n"), await server.GetAsync("/healthz") is var alive ? (alive.Status, alive.Text) : default);
        for (var i = 0; i < 200 && (await server.GetAsync("/readyz")).Status != 200; i++) await Task.Delay(25);
        Assert.Equal(200, (await server.GetAsync("/readyz")).Status);
    }

    [Theory]
    [InlineData("/v1/status")]
    [InlineData("/nothing")]
    [InlineData("/")]
    [InlineData("/?q=ship")]
    [InlineData("/articles/nobody")]
    [InlineData("/api")]
    [InlineData("/api.css")]
    [InlineData("/app.css")]
    public async Task Every_answer_forbids_what_pages_do_not_need(string path)
    {
        using var response = await server.Client.GetAsync(path);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_name_that_is_not_this_machine_is_refused()
    {
        TestServer.AssertProblem(await server.GetAsync("/v1/status", ("Host", "evil.example")), 403, "forbidden");
        Assert.Equal(200, (await server.GetAsync("/v1/status", ("Host", "localhost:1234"))).Status);
    }

    [Fact]
    public async Task Text_is_compressed_when_the_client_can_read_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task Its_figures_can_be_scraped()
    {
        await server.GetAsync("/v1/search?q=figures");
        await server.BulkAsync("""{"id": "figures", "body": "Some figures."}""");
        var figures = (await server.GetAsync("/metrics")).Text;
        foreach (var name in (string[])["search_searches_total", "search_duration_seconds_bucket", "search_articles_written_total", "search_generation", "search_sequence", "http_server_request_duration_seconds"])
        {
            Assert.Contains(name, figures);
        }
    }

    [Fact]
    public async Task The_document_has_every_route_and_every_parameter()
    {
        var paths = (await server.GetAsync("/openapi/v1.json")).Json.GetProperty("paths");
        foreach (var route in ApiReference.All)
        {
            var operation = paths.GetProperty(route.Path).GetProperty(route.Method.ToLowerInvariant());
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            var expected = route.Parameters.Select(p => p.Name).ToHashSet();
            var told = route.ParametersInBody
                ? operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties").EnumerateObject().Select(p => p.Name)
                : operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Select(p => p.GetProperty("name").GetString()!) : [];
            Assert.Equal(expected, told.ToHashSet());
        }
        Assert.Equal(ApiReference.All.Count, paths.EnumerateObject().Sum(path => path.Value.EnumerateObject().Count()));
    }

    [Fact]
    public async Task The_document_knows_what_each_value_means()
    {
        var schemas = (await server.GetAsync("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas");
        var counts = schemas.GetProperty("Counts");
        Assert.NotEmpty(counts.GetProperty("description").GetString()!);
        Assert.Equal("integer", counts.GetProperty("properties").GetProperty("articles").GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_page_to_try_the_api_has_a_form_for_every_route_and_a_row_for_every_code()
    {
        var page = await server.GetAsync("/api");
        Assert.Equal("text/html; charset=utf-8", page.Type);
        foreach (var route in ApiReference.All) Assert.Contains($"<details class=\"route\" id=\"{route.Id}\">", page.Text);
        foreach (var code in Problems.Codes) Assert.Contains($"<tr id=\"{code.Code}\">", page.Text);
        Assert.DoesNotMatch(new Regex("(src|href)=\"(https?:)?//|\\son[a-z]+=|style=", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture), page.Text);
        Assert.Contains("addEventListener", (await server.GetAsync("/api.js")).Text);
        Assert.Contains("color-scheme", (await server.GetAsync("/api.css")).Text);
    }

    [Fact]
    public async Task A_header_without_end_is_a_clean_refusal()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/status");
        request.Headers.Add("X-Long", new string('x', 20_000));
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
        using var longLine = await server.Client.GetAsync("/v1/search?q=" + new string('x', 30_000));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, longLine.StatusCode);
    }
}
