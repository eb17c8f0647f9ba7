using Xunit;

namespace Search.Tests.Api;

/// <summary>Bodies in the forms of others, and that our own JSON stays as strict as the contract says.</summary>
public sealed class ForeignBodiesTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Item = """{"uri": "urn:example:7", "type": "text", "versioncreated": "2026-03-02T10:00:00Z", "headline": "Talks end", "body_xhtml": "<p>The talks over herring ended.</p>"}""";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/ninjs+json")]
    public async Task An_item_in_ninjs_is_stored_under_the_id_of_the_path(string type)
    {
        var id = "ninjs-" + type.Length;
        Assert.Equal(201, (await server.SendAsync(HttpMethod.Put, "/v1/articles/" + id, Item, type)).Status);
        Assert.Equal("Talks end", (await server.GetAsync("/v1/articles/" + id))["title"]);
    }

    [Fact]
    public async Task An_item_in_ninjs_brings_its_own_id() =>
        Assert.Equal("urn:example:7", (await server.SendAsync(HttpMethod.Post, "/v1/articles", Item))["id"]);

    [Fact]
    public async Task A_picture_is_unprocessable_and_says_why()
    {
        var reply = await server.SendAsync(HttpMethod.Post, "/v1/articles", """{"uri": "urn:p", "type": "picture", "headline": "Ship", "authors": [{"role": "photographer"}], "description_text": "A ship."}""");
        Assert.EndsWith("A picture is no article.", TestServer.AssertProblem(reply, 422, "unprocessable_article").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/feed+json", """{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [{"id": "1", "content_text": "The first ships left."}, {"id": "2", "content_text": "The others stayed."}]}""")]
    [InlineData("text/csv", "title,text\nFirst,The first ships left the port.\nSecond,The others stayed in it.\n")]
    public async Task Several_articles_are_answered_one_by_one(string type, string body)
    {
        var reply = await server.SendAsync(HttpMethod.Post, "/v1/articles", body, type);
        Assert.Equal((200, 2), (reply.Status, reply.Lines.Count(l => l.TryGetProperty("result", out _))));
    }

    [Theory]
    [InlineData("""{"title": 5, "body": "Text."}""", 400, "invalid_body")]
    [InlineData("""{"title": "T", "title": "T", "body": "Text."}""", 400, "invalid_body")]
    [InlineData("""{"titel": "T", "inhalt": "Text."}""", 422, "unprocessable_article")]
    [InlineData("""{"id": "other", "uri": "urn:x", "slugline": "s", "body": "Text."}""", 400, "invalid_body")]
    public async Task Our_own_JSON_is_as_strict_as_ever(string body, int status, string code) =>
        TestServer.AssertProblem(await server.SendAsync(HttpMethod.Put, "/v1/articles/strict", body), status, code);
}
