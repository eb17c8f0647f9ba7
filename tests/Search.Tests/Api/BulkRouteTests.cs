using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Search.Tests.Api;

public sealed class BulkRouteTests(TestServer server) : IClassFixture<TestServer>
{
    private static string Line(string id, string text) => JsonSerializer.Serialize(new { id, title = "Report", body = text, language = "en" });

    [Fact]
    public async Task Each_line_is_answered_in_order_and_a_bad_one_stops_nothing()
    {
        var reply = await server.BulkAsync($$"""
            {{Line("order-1", "The first text.")}}

            {"id": "broken
            {{Line("order-2", "The second text.")}}
            {"id": "order-3", "title": null, "paragraphs": []}
            {{Line("order-1", "The first text, corrected.")}}
            {{Line("order-2", "The second text.")}}
            """, "?wait=visible");
        Assert.Equal((200, "application/x-ndjson"), (reply.Status, reply.Type));
        Assert.Equal(
            [(1, "created"), (3, "invalid_body"), (4, "created"), (5, "unprocessable_article"), (6, "updated"), (7, "unchanged")],
            reply.Lines.Select(line => (line.GetProperty("line").GetInt32(), Outcome(line))));
        Assert.Equal(2, reply.Lines[4].GetProperty("version").GetInt32());
        Assert.Equal("order-1", reply.Lines[0].GetProperty("id").GetString());
        Assert.Equal("1", (await server.GetAsync("/v1/search?q=corrected&article=order-1")).Json.GetProperty("counts").GetProperty("articles").ToString());
    }

    [Fact]
    public async Task A_thousand_lines_give_a_thousand_results()
    {
        var lines = string.Join("\r\n", Enumerable.Range(1, 1000).Select(i => Line($"many-{i}", $"Text number {i}.")));
        var reply = await server.BulkAsync("\uFEFF" + lines);
        Assert.Equal(Enumerable.Range(1, 1000).Select(i => (i, $"many-{i}", "created")), reply.Lines.Select(l => (l.GetProperty("line").GetInt32(), l.GetProperty("id").GetString()!, Outcome(l))));
    }

    [Fact]
    public async Task A_sender_that_waits_for_each_result_gets_it()
    {
        var body = new Pipe();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/articles/bulk") { Content = new StreamContent(body.Reader.AsStream()) };
        request.Content.Headers.ContentType = new("application/x-ndjson");
        await body.Writer.WriteAsync(Encoding.UTF8.GetBytes(Line("slow-1", "One text.") + "\n"));
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var answers = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Contains("slow-1", await answers.ReadLineAsync());
        await body.Writer.WriteAsync(Encoding.UTF8.GetBytes(Line("slow-2", "Another text.")));
        await body.Writer.CompleteAsync();
        Assert.Contains("slow-2", await answers.ReadLineAsync());
        Assert.Null(await answers.ReadLineAsync());
    }

    [Fact]
    public async Task A_line_over_the_limit_is_a_problem_and_the_next_is_read()
    {
        var reply = await server.BulkAsync(Line("huge-1", new string('x', 11 * 1024 * 1024)) + "\n" + Line("huge-2", "A short text."));
        Assert.Equal([(1, "payload_too_large"), (2, "created")], reply.Lines.Select(line => (line.GetProperty("line").GetInt32(), Outcome(line))));
    }

    [Fact]
    public async Task A_body_over_the_limit_says_so_before_anything_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/articles/bulk") { Content = new StreamContent(new MemoryStream(new byte[101 * 1024 * 1024])) };
        request.Content.Headers.ContentType = new("application/x-ndjson");
        request.Headers.ExpectContinue = true;
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("payload_too_large", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Only_json_lines_are_taken()
    {
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Post, "/v1/articles/bulk", "{}", "application/json"), 415, "unsupported_media_type");
        TestServer.AssertProblem(await server.BulkAsync("{}", "?wait=soon"), 400, "invalid_parameter");
        TestServer.AssertProblem(await server.BulkAsync("{}", "?wiat=visible"), 400, "unknown_parameter");
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Post, "/v1/articles/bulk", "{}", "application/x-ndjson", ("Accept", "text/html")), 406, "not_acceptable");
    }

    [Fact]
    public async Task Nothing_in_gives_nothing_out()
    {
        var reply = await server.BulkAsync("\n  \n\n");
        Assert.Equal((200, ""), (reply.Status, reply.Text));
    }

    private static string Outcome(JsonElement line) =>
        line.TryGetProperty("result", out var result) ? result.GetString()! : line.GetProperty("problem").GetProperty("code").GetString()!;
}
