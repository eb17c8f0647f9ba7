using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Search.Tests.Api;

public sealed class WriteRoutesTests(TestServer server) : IClassFixture<TestServer>
{
    private static string Article(string text, string? revised = null, string? id = null) =>
        JsonSerializer.Serialize(new { id, title = "A strike ends", body = text, revised, language = "en" });

    private Task<Reply> Put(string id, string body, string query = "") => server.SendAsync(HttpMethod.Put, $"/v1/articles/{Uri.EscapeDataString(id)}{query}", body);

    [Fact]
    public async Task A_put_is_created_then_unchanged_then_updated()
    {
        var created = await Put("outcomes", Article("Dock workers went back to work."));
        Assert.Equal((201, "created", "1", "2"), (created.Status, created["result"], created["version"], created["paragraphs"]));
        Assert.Equal("/v1/articles/outcomes", created.Headers.Location!.ToString());
        Assert.False(created.Json.TryGetProperty("visible", out _));
        var unchanged = await Put("outcomes", Article("Dock workers went back to work."));
        Assert.Equal((200, "unchanged", "1", created["generation"]), (unchanged.Status, unchanged["result"], unchanged["version"], unchanged["generation"]));
        var updated = await Put("outcomes", Article("Dock workers struck again."), "?wait=visible");
        Assert.Equal((200, "updated", "2", "True"), (updated.Status, updated["result"], updated["version"], updated["visible"]));
        Assert.True(updated.Json.GetProperty("generation").GetInt64() > created.Json.GetProperty("generation").GetInt64());
    }

    [Fact]
    public async Task An_older_revision_with_other_content_is_a_conflict()
    {
        await Put("revised", Article("The newer text.", "2024-05-03T00:00:00Z"));
        TestServer.AssertProblem(await Put("revised", Article("The older text.", "2024-05-01T00:00:00Z")), 409, "version_conflict");
        Assert.Equal("unchanged", (await Put("revised", Article("The newer text.", "2024-05-01T00:00:00Z")))["result"]);
    }

    [Fact]
    public async Task Another_id_in_the_body_than_in_the_path_is_refused_and_the_same_is_not()
    {
        TestServer.AssertProblem(await Put("one", Article("Some text.", id: "two")), 400, "invalid_body");
        Assert.Equal(201, (await Put("one", Article("Some text.", id: "one"))).Status);
    }

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("application/octet-stream")]
    [InlineData("application/vnd.news+json")]
    public async Task Another_id_in_a_json_body_is_refused_whatever_the_header_calls_it(string type)
    {
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Put, "/v1/articles/mine", Article("Some text.", id: "yours"), type), 400, "invalid_body");
        TestServer.AssertProblem(await server.GetAsync("/v1/articles/mine"), 404, "not_found");
    }

    [Theory]
    [InlineData("dots/y/..")]
    [InlineData("dots/.")]
    [InlineData("dots/y/%2E%2e")]
    [InlineData("dots/y/../")]
    public async Task Dots_at_the_end_of_a_path_are_no_id(string path)
    {
        await Put("dots", Article("Some text."), "?wait=visible");
        foreach (var method in (HttpMethod[])[HttpMethod.Delete, HttpMethod.Get]) TestServer.AssertProblem(await server.SendAsync(method, "/v1/articles/" + path), 400, "invalid_parameter");
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Put, "/v1/articles/" + path, Article("Some text.")), 400, "invalid_parameter");
        Assert.Equal(404, (await server.GetAsync("/articles/" + path)).Status);
        Assert.Equal(200, (await server.GetAsync("/v1/articles/dots")).Status);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_no_address_can_name_is_not_taken(string id) =>
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Post, "/v1/articles", Article("Some text.", id: id)), 400, "invalid_body");

    [Fact]
    public async Task A_packed_body_that_holds_more_than_a_hundred_megabytes_is_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/articles") { Content = new ByteArrayContent(Packed(new string(' ', 1024 * 1024 - 1) + "\n", 101)) };
        using var reply = await server.Client.SendAsync(request);
        Assert.Equal(413, (int)reply.StatusCode);
        Assert.Contains("unpacks to more", await reply.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Articles_of_a_packed_body_are_answered_one_by_one()
    {
        var line = Article(string.Concat(Enumerable.Repeat("Dock workers went back. ", 30_000)), id: "packed") + "\n";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/articles") { Content = new ByteArrayContent(Packed(line, 12)) };
        using var reply = await server.Client.SendAsync(request);
        var lines = (await reply.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["created", .. Enumerable.Repeat("unchanged", 11)], lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("result").GetString()!));
    }

    private static byte[] Packed(string text, int times)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            for (var i = 0; i < times; i++) gzip.Write(Encoding.UTF8.GetBytes(text));
        }
        return bytes.ToArray();
    }

    [Theory]
    [InlineData("""{"title": "Broken""", 400, "invalid_body")]
    [InlineData("""["no object"]""", 400, "invalid_body")]
    [InlineData("""{"title": null, "paragraphs": []}""", 422, "unprocessable_article")]
    [InlineData("", 400, "invalid_body")]
    public async Task A_body_without_an_article_is_a_problem(string body, int status, string code) =>
        TestServer.AssertProblem(await Put("none", body), status, code);

    [Theory]
    [InlineData("image/png")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_of_another_kind_is_415(string type) =>
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Post, "/v1/articles", "body", type), 415, "unsupported_media_type");

    [Theory]
    [InlineData("application/zip"), InlineData("application/x-zip-compressed"), InlineData("application/octet-stream")]
    public async Task A_zip_of_several_articles_is_answered_as_bulk_and_of_one_as_one(string type)
    {
        var several = await Send(HttpMethod.Post, "", Zip(("a.json", Article("Text a.", id: "zip-a")), ("bad.json", "{\n!"), ("b.json", Article("Text b.", id: "zip-b"))), type);
        Assert.Equal(200, several.Status);
        Assert.Equal(["zip-a", "bad.json: ", "zip-b"], several.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)
            .Select(l => l.TryGetProperty("problem", out var problem) ? problem.GetProperty("detail").GetString()![..10] : l.GetProperty("id").GetString()!));
        Assert.InRange((await Send(HttpMethod.Put, "/in-a-zip", Zip(("a.txt", "A text in a zip.")), type)).Status, 200, 201);
        Assert.Equal(400, (await Send(HttpMethod.Put, "/in-a-zip", Zip(("a.txt", "A text."), ("b.txt", "Another.")), type)).Status);
    }

    [Fact]
    public async Task A_tar_a_zstd_and_a_torn_zip_are_told_by_their_content()
    {
        using var tar = new MemoryStream();
        using (var writer = new System.Formats.Tar.TarWriter(tar, leaveOpen: true))
        {
            await writer.WriteEntryAsync(new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.RegularFile, "a.json") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(Article("Text in a tar.", id: "tar-a"))) });
        }
        Assert.Equal(201, (await Send(HttpMethod.Post, "", tar.ToArray(), "application/x-tar")).Status);
        using var zstd = new ZstdSharp.Compressor();
        Assert.Equal(200, (await Send(HttpMethod.Post, "", zstd.Wrap(tar.ToArray()).ToArray(), "application/zstd")).Status);
        var torn = await Send(HttpMethod.Post, "", Zip(("a.json", Article("Text.")))[..^9], "application/zip");
        Assert.Equal(422, torn.Status);
        Assert.Contains("list of files", torn.Text);
    }

    [Theory]
    [InlineData("gzip"), InlineData("x-gzip"), InlineData("GZIP")]
    public async Task A_body_may_be_packed_on_its_way(string encoding)
    {
        using var content = new ByteArrayContent(Packed(Article("Packed on its way.", id: "on-its-way"), 1));
        content.Headers.Add("Content-Type", "application/json");
        content.Headers.Add("Content-Encoding", encoding);
        using var reply = await server.Client.PostAsync("/v1/articles", content);
        Assert.InRange((int)reply.StatusCode, 200, 201);
        var bad = await server.SendAsync(HttpMethod.Post, "/v1/articles", "{", "application/json", ("Content-Encoding", encoding));
        TestServer.AssertProblem(bad, 400, "invalid_body");
    }

    [Fact]
    public async Task A_zip_that_holds_more_than_a_hundred_megabytes_is_413()
    {
        var half = new string(' ', 51 * 1024 * 1024);
        Assert.Equal(413, (await Send(HttpMethod.Post, "", Zip(("a.txt", half), ("b.txt", half)), "application/zip")).Status);
    }

    private async Task<(int Status, string Text)> Send(HttpMethod method, string id, byte[] body, string type)
    {
        using var request = new HttpRequestMessage(method, "/v1/articles" + id) { Content = new ByteArrayContent(body) };
        request.Content.Headers.Add("Content-Type", type);
        using var reply = await server.Client.SendAsync(request);
        return ((int)reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    [Fact]
    public async Task A_body_compressed_in_another_way_is_415_and_says_so()
    {
        var reply = await server.SendAsync(HttpMethod.Post, "/v1/articles", Article("Some text."), "application/json", ("Content-Encoding", "br"));
        Assert.Contains("gzip", TestServer.AssertProblem(reply, 415, "unsupported_media_type").GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_body_over_ten_megabytes_is_413()
    {
        var text = new string(' ', 10 * 1024 * 1024);
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Post, "/v1/articles", text + Article("Some text.")), 413, "payload_too_large");
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_of_text_is_413()
    {
        var text = string.Concat(Enumerable.Repeat("Dock workers went back. ", 50_000));
        TestServer.AssertProblem(await Put("long", Article(text)), 413, "payload_too_large");
    }

    [Fact]
    public async Task A_post_without_an_id_takes_it_from_the_address_or_the_content()
    {
        var body = JsonSerializer.Serialize(new { title = "Ships leave", url = "https://news.example/ships?utm_source=x", body = "The first ships left the port." });
        var first = await server.SendAsync(HttpMethod.Post, "/v1/articles", body);
        Assert.Equal((201, "created"), (first.Status, first["result"]));
        var again = await server.SendAsync(HttpMethod.Post, "/v1/articles", body);
        Assert.Equal((200, "unchanged", first["id"]), (again.Status, again["result"], again["id"]));
        var plain = await server.SendAsync(HttpMethod.Post, "/v1/articles", "A plain text lies here.\n\nIt has a second paragraph, which is long enough to be one.", "text/plain");
        Assert.Equal(201, plain.Status);
        Assert.Equal("A plain text lies here.", (await server.GetAsync("/v1/articles/" + Uri.EscapeDataString(plain["id"]!))).Json.GetProperty("paragraphs")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_feed_of_several_articles_is_answered_as_bulk()
    {
        const string feed = """
            <rss version="2.0"><channel><title>Harbour News</title>
            <item><guid>feed-1</guid><title>One</title><link>https://news.example/one</link><description>The first ship left the port on Friday.</description></item>
            <item><guid>feed-2</guid><title>Two</title><link>https://news.example/two</link><description>The second ship left the port on Saturday.</description></item>
            </channel></rss>
            """;
        var reply = await server.SendAsync(HttpMethod.Post, "/v1/articles?wait=visible", feed, "application/rss+xml");
        Assert.Equal((200, "application/x-ndjson"), (reply.Status, reply.Type));
        Assert.Equal([(1, "created"), (2, "created")], reply.Lines.Select(line => (line.GetProperty("line").GetInt32(), line.GetProperty("result").GetString()!)));
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Put, "/v1/articles/feed", feed, "application/rss+xml"), 400, "invalid_body");
    }

    [Fact]
    public async Task A_deleted_article_is_gone_and_cannot_be_deleted_twice()
    {
        await Put("gone", Article("Quickly forgotten text."));
        var deleted = await server.SendAsync(HttpMethod.Delete, "/v1/articles/gone?wait=visible");
        Assert.Equal((200, "deleted", "gone"), (deleted.Status, deleted["result"], deleted["id"]));
        TestServer.AssertProblem(await server.GetAsync("/v1/articles/gone"), 404, "not_found");
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Delete, "/v1/articles/gone"), 404, "not_found");
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("a#1")]
    [InlineData("a b+c?d&e=f;g")]
    [InlineData("https://news.example/é/日本?x=1#top")]
    [InlineData("100%")]
    public async Task An_id_of_any_characters_comes_back_as_it_was_put(string id)
    {
        Assert.Equal((201, id), (await Put(id, Article("Text of " + id), "?wait=visible")) is var put ? (put.Status, put["id"]) : default);
        var path = Uri.EscapeDataString(id);
        Assert.Equal(id, (await server.GetAsync("/v1/articles/" + path))["id"]);
        Assert.Equal(id + "#1", (await server.GetAsync($"/v1/paragraphs/{path}%231"))["id"]);
        Assert.Equal("deleted", (await server.SendAsync(HttpMethod.Delete, "/v1/articles/" + path))["result"]);
    }

    [Theory]
    [InlineData("/v1/articles/%ff")]
    [InlineData("/v1/articles/a?wait=visble")]
    [InlineData("/v1/articles/a?wait=visible&wait=visible")]
    public async Task A_path_or_parameter_that_cannot_be_is_400(string path)
    {
        var reply = await server.SendAsync(HttpMethod.Delete, path);
        TestServer.AssertProblem(reply, 400, "invalid_parameter");
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Put, path, Article("Some text.")), 400, "invalid_parameter");
    }

    [Fact]
    public async Task An_id_over_200_characters_is_refused() =>
        Assert.Equal(400, (await Put(new string('x', 201), Article("Some text."))).Status);

    [Fact]
    public async Task A_page_of_another_origin_may_not_write()
    {
        foreach (var header in ((string, string)[])[("Origin", "http://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site")])
        {
            TestServer.AssertProblem(await server.SendAsync(HttpMethod.Post, "/v1/articles", "text", "text/plain", header), 403, "forbidden");
        }
        var own = await server.SendAsync(HttpMethod.Post, "/v1/articles", Article("From our own page."), "application/json", ("Origin", server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(201, own.Status);
    }
}
