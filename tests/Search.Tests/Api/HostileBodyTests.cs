using System.Net.Http.Headers;
using System.Text.Json;
using Search.Tests.House;
using Search.Tests.Reading.Hostile;
using Xunit;

namespace Search.Tests.Api;

public sealed class HostileBodyTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string[] Types = ["application/json", "text/html", "text/plain", "application/xml", "application/octet-stream", "application/gzip"];

    [Fact]
    public async Task A_body_that_means_no_good_is_taken_or_refused_with_a_reason_and_never_a_failure_of_the_server()
    {
        HostileInput[] samples = [.. Repository.Files("seeds/articles", "").Select(f => new HostileInput(Path.GetFileName(f), File.ReadAllBytes(Repository.At(f))))];
        var number = 0;
        var refused = 0;
        foreach (var input in HostileInput.Of(samples, seed: 5, count: 250))
        {
            using var content = new ByteArrayContent(input.Bytes);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(Types[number++ % Types.Length]);
            using var answer = await server.Client.PostAsync(new Uri("/v1/articles", UriKind.Relative), content, TestContext.Current.CancellationToken);
            var status = (int)answer.StatusCode;
            Assert.True(status is 200 or 201 or 400 or 413 or 415 or 422, $"{input.Name}: {status}");
            if (status < 300) continue;
            refused++;
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
        }
        Assert.True(refused > 50, $"{refused} refused");
        using var alive = await server.Client.GetAsync(new Uri("/v1/status", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(alive.IsSuccessStatusCode);
    }
}
