using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Search.App.Api;
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
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port);
        await using var stream = connection.GetStream();
        using var answers = new StreamReader(stream);
        await stream.WriteAsync("POST /v1/articles/bulk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
        foreach (var id in (string[])["slow-1", "slow-2"])
        {
            var line = Encoding.UTF8.GetBytes(Line(id, "One text.") + "\n");
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line.Length:x}\r\n"));
            await stream.WriteAsync(line);
            await stream.WriteAsync("\r\n"u8.ToArray());
            string? answer;
            do answer = await answers.ReadLineAsync(); while (answer is not null && !answer.StartsWith("{\"line\"", StringComparison.Ordinal));
            Assert.Contains(id, answer);
        }
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        Assert.Equal("", await answers.ReadLineAsync());
        Assert.Equal("0", await answers.ReadLineAsync());
    }

    [Fact]
    public async Task A_line_over_the_limit_is_a_problem_and_the_next_is_read()
    {
        var reply = await server.BulkAsync(Line("huge-1", new string('x', 11 * 1024 * 1024)) + "\n" + Line("huge-2", "A short text."));
        Assert.Equal([(1, "payload_too_large"), (2, "created")], reply.Lines.Select(line => (line.GetProperty("line").GetInt32(), Outcome(line))));
    }

    [Fact]
    public async Task A_body_over_the_limit_says_so()
    {
        using var announced = new ByteArrayContent(new byte[101 * 1024 * 1024]) { Headers = { ContentType = new("application/x-ndjson") } };
        using var refused = await server.Client.PostAsync("/v1/articles/bulk", announced);
        Assert.Equal(413, (int)refused.StatusCode);
        Assert.Contains("payload_too_large", await refused.Content.ReadAsStringAsync());

        // Without its line feeds it would be just within the limit.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/articles/bulk") { Content = new Spaces(100 * 1024) };
        using var cut = await server.Client.SendAsync(request);
        Assert.Equal(200, (int)cut.StatusCode);
        Assert.Contains("payload_too_large", await cut.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_line_without_end_counts_against_the_limit_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/articles/bulk") { Content = new Spaces(112, new string(' ', 1024 * 1024)) };
        using var cut = await server.Client.SendAsync(request);
        Assert.Contains("The body is longer", Assert.Single((await cut.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void A_client_that_does_not_read_is_given_time_but_not_for_ever()
    {
        var features = new FeatureCollection();
        var rates = new Rates();
        features.Set<IHttpMinRequestBodyDataRateFeature>(rates);
        features.Set<IHttpMinResponseDataRateFeature>(rates);
        BulkRoute.AllowPauses(features);
        Assert.True(((IHttpMinRequestBodyDataRateFeature)rates).MinDataRate is { BytesPerSecond: > 0 and <= 100 });
        Assert.True(((IHttpMinResponseDataRateFeature)rates).MinDataRate is { BytesPerSecond: > 0 and <= 100 } rate && rate.GracePeriod >= TimeSpan.FromMinutes(1));
    }

    private sealed class Rates : IHttpMinRequestBodyDataRateFeature, IHttpMinResponseDataRateFeature
    {
        MinDataRate? IHttpMinRequestBodyDataRateFeature.MinDataRate { get; set; }

        MinDataRate? IHttpMinResponseDataRateFeature.MinDataRate { get; set; }
    }

    /// <summary>The same piece, a line of a kilobyte of spaces unless another is given, so many times; the length is not announced.</summary>
    private sealed class Spaces : HttpContent
    {
        private static readonly string Line = new string(' ', 1024) + "\n";
        private readonly byte[] piece;
        private readonly int times;

        public Spaces(int times, string? piece = null)
        {
            this.times = times;
            this.piece = Encoding.UTF8.GetBytes(piece ?? Line);
            Headers.ContentType = new("application/x-ndjson");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var i = 0; i < times; i++) await stream.WriteAsync(piece);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
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
