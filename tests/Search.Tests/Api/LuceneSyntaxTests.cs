using Xunit;

namespace Search.Tests.Api;

/// <summary>Queries in Lucene's syntax through the real server.</summary>
public sealed class LuceneSyntaxTests(ThreeArticles articles) : IClassFixture<ThreeArticles>
{
    private readonly TestServer server = articles.Server;

    [Fact]
    public async Task A_query_brought_along_is_found_marked_and_told_how_it_was_read()
    {
        const string query = "title:(strike || ships) AND (work~1 || \"port authority\") AND published:[2024-05-01 TO 2024-05-03}";
        var get = (await server.GetAsync("/v1/search?syntax=lucene&strict=true&facet=source&q=" + Uri.EscapeDataString(query))).Json;
        Assert.Equal("(title:strike OR title:ships) (work~1 OR \"port authority\") published:2024-05-01..2024-05-02", get.GetProperty("parsed").GetString());
        Assert.Equal(["or", "or", "field"], get.GetProperty("read").EnumerateArray().Select(r => r.GetProperty("op").GetString()));
        Assert.Empty(get.GetProperty("warnings").EnumerateArray());
        var hit = Assert.Single(get.GetProperty("hits").EnumerateArray());
        Assert.Equal("strike", hit.GetProperty("id").GetString());
        var html = string.Join('\n', hit.GetProperty("paragraphs").EnumerateArray().Select(p => p.GetProperty("html").GetString()));
        Assert.Contains("The <mark>port authority</mark> had", html, StringComparison.Ordinal);
        Assert.Contains("back to <mark>work</mark>,", html, StringComparison.Ordinal);
        var body = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { ["q"] = query, ["syntax"] = "lucene", ["facet"] = "source" });
        var post = (await server.SendAsync(HttpMethod.Post, "/v1/search", body)).Json;
        var news = (await server.GetAsync("/v1/search?strict=true&facet=source&q=" + Uri.EscapeDataString(get.GetProperty("parsed").GetString()!))).Json;
        foreach (var name in (string[])["parsed", "read", "counts", "hits", "facets"])
        {
            Assert.Equal(get.GetProperty(name).ToString(), post.GetProperty(name).ToString());
            Assert.Equal(get.GetProperty(name).ToString(), news.GetProperty(name).ToString());
        }
    }

    [Fact]
    public async Task Export_facets_articles_and_the_page_read_the_same_syntax()
    {
        var query = "syntax=lucene&q=" + Uri.EscapeDataString("+port -offered");
        Assert.Equal(["ships"], (await server.GetAsync("/v1/export?" + query)).Lines.Select(l => l.GetProperty("id").GetString()));
        Assert.Contains("Harbour News", (await server.GetAsync("/v1/facets/source?" + query)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Morning Post", (await server.GetAsync("/v1/facets/source?" + query)).Text, StringComparison.Ordinal);
        Assert.Contains("\"matches\":[{", (await server.GetAsync("/v1/articles/ships?" + query)).Text, StringComparison.Ordinal);
        var page = (await server.GetAsync("/?" + query)).Text;
        Assert.Contains("<mark>port</mark>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"syntax\" value=\"lucene\"", page, StringComparison.Ordinal);
        Assert.Contains("/articles/ships?syntax=lucene", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("port/", "lenient", 200, "")]
    [InlineData("port/", "strict", 400, "query_syntax")]
    [InlineData("port^2", "lenient", 400, "query_syntax")]
    [InlineData("port^2", "strict", 400, "query_syntax")]
    [InlineData("*port", "lenient", 422, "wildcard_too_broad")]
    [InlineData("((((((((((((((((((((((((((((((((( port", "lenient", 400, "query_too_complex")]
    public async Task What_cannot_be_read_is_a_problem_with_its_place_or_a_warning(string query, string mode, int status, string code)
    {
        var reply = await server.GetAsync($"/v1/search?syntax=lucene&strict={(mode == "strict" ? "true" : "false")}&q={Uri.EscapeDataString(query)}");
        if (status == 200)
        {
            Assert.Equal((200, 4), (reply.Status, reply.Json.GetProperty("warnings")[0].GetProperty("position").GetInt32()));
            return;
        }
        var problem = TestServer.AssertProblem(reply, status, code);
        foreach (var name in (string[])["position", "length", "found", "expected"]) Assert.True(problem.TryGetProperty(name, out _), name);
    }

    [Fact]
    public async Task Thousands_of_brackets_leave_the_server_standing()
    {
        var body = System.Text.Json.JsonSerializer.Serialize(new { q = new string('(', 8000) + "a" + new string(')', 8000), syntax = "lucene" });
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Post, "/v1/search", body), 400, "query_too_complex");
        Assert.Equal(200, (await server.GetAsync("/healthz")).Status);
    }
}
