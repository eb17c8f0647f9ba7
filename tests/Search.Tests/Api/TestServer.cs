using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Search.App.Server;
using Xunit;

namespace Search.Tests.Api;

/// <summary>The real server on a free port, with a data folder of its own.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private WebApplication app = null!;

    /// <summary>Articles that fill the folder first; set before the start.</summary>
    internal string? Seeds { get; init; }

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    internal string Folder { get; init; } = Directory.CreateTempSubdirectory("search-api-").FullName;

    internal HttpClient Client { get; private set; } = null!;

    internal IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        app = SearchServer.Build(new ServerOptions { Data = Folder, Urls = ["http://127.0.0.1:0"], Seeds = Seeds, Clock = Clock });
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(Folder, true);
    }

    /// <summary>Sends a request and reads the answer as JSON; no body gives no element.</summary>
    internal async Task<Reply> SendAsync(HttpMethod method, string path, string? body = null, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (body is not null) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content!.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await Client.SendAsync(request);
        return new Reply((int)response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", await response.Content.ReadAsStringAsync(), response.Headers);
    }

    internal Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers: headers);

    /// <summary>Stores an article and waits until searches see it.</summary>
    internal Task<Reply> PutAsync(string id, object article) =>
        SendAsync(HttpMethod.Put, $"/v1/articles/{Uri.EscapeDataString(id)}?wait=visible", JsonSerializer.Serialize(article));

    internal Task<Reply> BulkAsync(string lines, string query = "") => SendAsync(HttpMethod.Post, "/v1/articles/bulk" + query, lines, "application/x-ndjson");

    /// <summary>Asserts a problem of the contract's form.</summary>
    internal static JsonElement AssertProblem(Reply reply, int status, string code)
    {
        Assert.Equal((status, code), (reply.Status, reply.Json.GetProperty("code").GetString()));
        Assert.Equal("application/problem+json", reply.Type);
        Assert.Equal(status, reply.Json.GetProperty("status").GetInt32());
        foreach (var name in (string[])["type", "title", "detail", "instance"]) Assert.NotEmpty(reply.Json.GetProperty(name).GetString()!);
        return reply.Json;
    }
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Reply(int Status, string Type, string Text, HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>JSON lines.</summary>
    public IReadOnlyList<JsonElement> Lines => [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public string? this[string property] => Json.GetProperty(property).ToString();
}
