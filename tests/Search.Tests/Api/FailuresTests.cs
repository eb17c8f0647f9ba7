using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Search.App.Server;
using Search.Archive;
using Xunit;

namespace Search.Tests.Api;

public class FailuresTests
{
    private static async Task<(HttpContext Context, JsonElement Body)> Run(RequestDelegate endpoint)
    {
        var context = new DefaultHttpContext();
        context.Response.Body = new MemoryStream();
        await Failures.Catch(endpoint, NullLogger.Instance)(context);
        var bytes = ((MemoryStream)context.Response.Body).ToArray();
        return (context, bytes.Length == 0 ? default : JsonDocument.Parse(bytes).RootElement);
    }

    [Fact]
    public async Task A_full_disk_is_507()
    {
        var (context, body) = await Run(_ => throw new ArchiveFullException("No room is left in the data folder."));
        Assert.Equal((507, "disk_full"), (context.Response.StatusCode, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_nobody_expected_is_busy_and_tells_nothing_of_the_inside()
    {
        var (context, body) = await Run(_ => throw new InvalidDataException("secret"));
        Assert.Equal((503, "busy", 1), (context.Response.StatusCode, body.GetProperty("code").GetString(), body.GetProperty("retry_after").GetInt32()));
        Assert.Equal("1", context.Response.Headers.RetryAfter.ToString());
        Assert.DoesNotContain("secret", body.ToString());
    }

    [Theory]
    [InlineData(400, "invalid_body")]
    [InlineData(408, "invalid_body")]
    [InlineData(413, "payload_too_large")]
    public async Task What_the_web_server_refuses_is_a_problem(int status, string code)
    {
        var (_, body) = await Run(_ => throw new BadHttpRequestException("refused", status));
        Assert.Equal(code, body.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(404, "not_found")]
    [InlineData(405, "method_not_allowed")]
    [InlineData(415, "unsupported_media_type")]
    [InlineData(500, "busy")]
    public async Task A_bare_status_gets_a_body(int status, string code)
    {
        var (_, body) = await Run(context => { context.Response.StatusCode = status; return Task.CompletedTask; });
        Assert.Equal(code, body.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nobody_is_told_when_the_client_has_gone()
    {
        var (context, body) = await Run(context => { context.RequestAborted = new CancellationToken(true); throw new OperationCanceledException(); });
        Assert.Equal(JsonValueKind.Undefined, body.ValueKind);
        Assert.Equal(200, context.Response.StatusCode);
    }
}
