using System.Text.Json;
using Search.App.Server.Reference;
using Xunit;

namespace Search.Tests.Api;

/// <summary>Routes that ask the same as a search and answer in another form: articles like one, timelines, exports.</summary>
public sealed class RelativesOfSearchTests(ThreeArticles articles) : IClassFixture<ThreeArticles>
{
    private readonly TestServer server = articles.Server;

    [Fact]
    public async Task Articles_like_one_are_hits_that_say_what_they_share()
    {
        var found = (await server.GetAsync("/v1/articles/strike/similar?best=1")).Json;
        Assert.Equal(["ships", "talks"], found.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("id").GetString()).Order());
        var ships = found.GetProperty("hits").EnumerateArray().Single(h => h.GetProperty("id").GetString() == "ships");
        Assert.Equal(["port"], ships.GetProperty("shared").GetProperty("words").EnumerateArray().Select(w => w.GetString()!));
        Assert.Equal(0, ships.GetProperty("shared").GetProperty("actors").GetArrayLength());
        Assert.Equal(1, (await server.GetAsync("/v1/articles/strike/similar?source=Harbour%20News")).Json.GetProperty("counts").GetProperty("articles").GetInt32());
        Assert.DoesNotContain("\"shared\"", (await server.GetAsync("/v1/search?q=port")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_with_a_slash_and_blanks_has_its_own_like()
    {
        await server.PutAsync("a/b c", new { title = "Ships and dock workers", body = "Dock workers saw ships." });
        Assert.Equal(200, (await server.GetAsync("/v1/articles/a%2Fb%20c/similar")).Status);
        await server.SendAsync(HttpMethod.Delete, "/v1/articles/a%2Fb%20c?wait=visible");
        TestServer.AssertProblem(await server.GetAsync("/v1/articles/a%2Fb%20c/similar"), 404, "not_found");
    }

    [Fact]
    public async Task Parameters_that_the_article_itself_stands_for_are_refused()
    {
        foreach (var name in ApiReference.NotOfSimilar)
        {
            var problem = TestServer.AssertProblem(await server.GetAsync($"/v1/articles/strike/similar?{name}=x"), 400, "invalid_parameter");
            Assert.Equal(name, problem.GetProperty("errors")[0].GetProperty("parameter").GetString());
        }
    }

    [Theory]
    [InlineData("/v1/articles/nobody/similar", 404, "not_found")]
    [InlineData("/v1/articles/%zz/similar", 400, "invalid_parameter")]
    [InlineData("/v1/articles/strike/similar?limit=101", 400, "invalid_parameter")]
    [InlineData("/v1/articles/strike/similar?sorce=x", 400, "unknown_parameter")]
    [InlineData("/v1/articles/strike/similar?source=%ff", 400, "invalid_parameter")]
    [InlineData("/v1/timeline", 400, "invalid_parameter")]
    [InlineData("/v1/timeline?series=%ff", 400, "invalid_parameter")]
    [InlineData("/v1/timeline?series=a&interval=day", 400, "unknown_parameter")]
    [InlineData("/v1/timeline?series=a*", 422, "wildcard_too_broad")]
    [InlineData("/v1/timeline?series=(a&strict=true", 400, "query_syntax")]
    [InlineData("/v1/export?q=(a&strict=true", 400, "query_syntax")]
    [InlineData("/v1/export?q=published:never&strict=true&format=csv", 400, "query_syntax")]
    public async Task What_cannot_be_asked_is_a_problem(string path, int status, string code) => TestServer.AssertProblem(await server.GetAsync(path), status, code);

    [Fact]
    public async Task A_timeline_counts_series_on_the_same_buckets_and_together()
    {
        var timeline = (await server.GetAsync("/v1/timeline?series=workers&series=country:france&series=port&facet.published.interval=day&scope=article&facet=actor&limit=3")).Json;
        Assert.Equal(["2024-05-02", "2024-05-03"], timeline.GetProperty("buckets").EnumerateArray().Select(b => b.GetProperty("id").GetString()!));
        var series = timeline.GetProperty("series").EnumerateArray().ToList();
        Assert.Equal([("workers", "query"), ("France", "actor"), ("port", "query")], series.Select(s => (s.GetProperty("label").GetString()!, s.GetProperty("kind").GetString()!)));
        Assert.Equal([("[1,0]", 2, 1), ("[1,0]", 1, 0), ("[1,1]", 2, 0)], series.Select(s => (Articles(s), s.GetProperty("total").GetProperty("articles").GetInt32(), s.GetProperty("missing").GetProperty("articles").GetInt32())));
        Assert.Equal("[1,0]", Articles(timeline.GetProperty("together")));
        Assert.Equal(("day", "article", "True"), (timeline.GetProperty("interval").GetString(), timeline.GetProperty("scope").GetString(), timeline.GetProperty("exact").ToString()));

        static string Articles(JsonElement counts) => $"[{string.Join(',', counts.GetProperty("counts").EnumerateArray().Select(c => c.GetProperty("articles").GetInt32()))}]";
    }

    [Theory]
    [InlineData("", "application/x-ndjson", "search.jsonl")]
    [InlineData("&format=csv", "text/csv", "search.csv")]
    public async Task An_export_names_its_file_and_head_tells_the_same_without_the_work(string format, string type, string file)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var request = new HttpRequestMessage(method, "/v1/export?q=workers" + format);
            using var response = await server.Client.SendAsync(request);
            Assert.Equal((200, type, file), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
            Assert.Equal(method == HttpMethod.Head, (await response.Content.ReadAsByteArrayAsync()).Length == 0);
        }
        TestServer.AssertProblem(await server.GetAsync("/v1/export?q=a*" + format), 422, "wildcard_too_broad");
    }

    [Fact]
    public async Task An_export_begins_with_its_first_column_and_keeps_filters_and_order()
    {
        var bytes = await server.Client.GetByteArrayAsync("/v1/export?format=csv&sort=-date");
        Assert.Equal("id,art"u8.ToArray(), bytes[..6]);
        var newest = (await server.GetAsync("/v1/export?sort=-date&limit=1&offset=1")).Lines;
        Assert.Equal(["ships", "strike", "talks"], newest.Select(l => l.GetProperty("id").GetString()!));
        Assert.Equal(["strike"], (await server.GetAsync("/v1/export?published=2024-05-02&actor=country:france")).Lines.Select(l => l.GetProperty("id").GetString()!));
        Assert.Equal(3, (await server.GetAsync("/v1/export?q=lead:workers%20OR%20rise&unit=paragraph&source=Harbour%20News")).Lines.Count);
    }

    [Fact]
    public async Task Clients_that_leave_early_leave_no_export_behind()
    {
        var body = string.Join("\n\n", Enumerable.Range(0, 2000).Select(i => $"Paragraph {i} of the long report on barges and locks, with words enough to fill the pipe."));
        for (var i = 0; i < 10; i++) await server.PutAsync($"long-{i}", new { title = "Barges", language = "en", body });
        for (var i = 0; i < 8; i++) // twice the exports that may run at once
        {
            using var response = await server.Client.GetAsync("/v1/export?q=barges&unit=paragraph", HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(200, (int)response.StatusCode);
            await using var stream = await response.Content.ReadAsStreamAsync();
            Assert.True(await stream.ReadAsync(new byte[10]) > 0);
        }
        Assert.Equal(200, (await server.GetAsync("/v1/export?q=workers")).Status);
        for (var i = 0; i < 10; i++) await server.SendAsync(HttpMethod.Delete, $"/v1/articles/long-{i}?wait=visible");
    }
}
