using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Search.Searching.Query;
using Search.Tests.Searching.Cases;
using Xunit;

namespace Search.Tests.Api.Typed;

/// <summary>A server that holds the articles of the cases.</summary>
public sealed class CaseServer : IAsyncLifetime
{
    internal TestServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        var corpus = Server.Services.GetRequiredService<Corpus>();
        foreach (var answer in await corpus.PutAsync(CaseArticles.All)) Assert.Null(answer.Problem);
        Assert.True(await corpus.WaitVisibleAsync(corpus.Sequence, TimeSpan.FromSeconds(30)));
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>Whatever people type into a search box: it is answered, its reading is told, and what is said about it helps.</summary>
public class TypedTests(CaseServer articles) : IClassFixture<CaseServer>
{
    private const string Rest = "&unit=paragraph&limit=100&hints=none";

    public static IEnumerable<TheoryDataRow<int>> Lines => TypedLine.All.Select(l => new TheoryDataRow<int>(l.Line) { TestDisplayName = $"typed.txt:{l.Line} {Printable(l.Text)}" });

    /// <summary>The beginning of a text as a test's name: reports are XML, which has no control characters and no halves of pairs.</summary>
    private static string Printable(string text)
    {
        var start = text.Length <= 60 ? text : text[..60] + "…";
        return string.Concat(start.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' ? '·' : c));
    }

    [Theory, MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public async Task Whatever_is_typed_is_answered_and_its_reading_is_told(int number)
    {
        var line = TypedLine.All.First(l => l.Line == number);
        var reply = await GetAsync(line.Text);
        var strict = await GetAsync(line.Text, "&strict=true");
        if (line.Refused is { } code)
        {
            foreach (var refused in (Reply[])[reply, strict])
            {
                var problem = TestServer.AssertProblem(refused, code == "wildcard_too_broad" ? 422 : 400, code);
                Assert.Equal(Part(line.Text, problem), problem.GetProperty("found").GetString());
            }
            return;
        }
        Assert.True(reply.Status == 200, reply.Text);
        var answer = reply.Json;
        var warnings = answer.GetProperty("warnings").EnumerateArray().ToList();
        if (line.Reads is { } reads) Assert.Equal(reads, answer.GetProperty("parsed").GetString());
        if (line.Finds is { } finds) Assert.Equal(SearchCase.Paragraphs(finds), Ids(answer));
        if (line.Warns is { } warns) Assert.Contains(warns, warnings[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        if (line.Finds is not null && line.Warns is null) Assert.True(warnings.Count == 0 || line.Text.StartsWith('⟨') || line.Text.StartsWith('('), warnings.FirstOrDefault().ToString());
        foreach (var warning in warnings) CheckWarning(line.Text, warning);
        await CheckStrictAsync(line.Text, strict, answer, warnings);
        await CheckSameAsync(line.Text, answer);
    }

    [Fact]
    public void The_file_has_three_hundred_lines_and_says_of_eighty_what_must_come()
    {
        Assert.True(TypedLine.All.Count >= 300, $"{TypedLine.All.Count} lines");
        Assert.True(TypedLine.All.Count(l => l.Reads is not null || l.Finds is not null || l.Warns is not null || l.Refused is not null) >= 80);
        Assert.All(TypedLine.All, l => Assert.InRange(l.Text.Length, 1, 2048));
    }

    private static void CheckWarning(string text, JsonElement warning)
    {
        Assert.NotNull(Part(text, warning));
        var message = warning.GetProperty("message").GetString()!;
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        if (Text(warning, "suggestion") is not { } suggestion) return;
        Assert.NotEqual(text, suggestion);
        Assert.Null(QueryParser.Parse(suggestion, strict: true).Error);
    }

    /// <summary>Strict refuses exactly what is warned of, at the same place, with what would do instead; else it finds the same.</summary>
    private async Task CheckStrictAsync(string text, Reply strict, JsonElement lenient, List<JsonElement> warnings)
    {
        if (warnings.Count == 0)
        {
            Assert.True(strict.Status == 200, strict.Text);
            Assert.Equal(Ids(lenient), Ids(strict.Json));
            return;
        }
        var problem = TestServer.AssertProblem(strict, 400, "query_syntax");
        Assert.Equal((warnings[0].GetProperty("position").GetInt32(), warnings[0].GetProperty("length").GetInt32()), (problem.GetProperty("position").GetInt32(), problem.GetProperty("length").GetInt32()));
        Assert.Equal(Part(text, problem), problem.GetProperty("found").GetString());
        Assert.NotEmpty(problem.GetProperty("expected").EnumerateArray());
        if (Text(problem, "suggestion") is { Length: <= 2048 } suggestion) Assert.Equal(200, (await GetAsync(suggestion, "&strict=true")).Status);
    }

    /// <summary>The canonical form asks for the same, and so does POST.</summary>
    private async Task CheckSameAsync(string text, JsonElement answer)
    {
        var posted = await articles.Server.SendAsync(HttpMethod.Post, "/v1/search", JsonSerializer.Serialize(new { q = text, unit = "paragraph", limit = 100, hints = "none" }));
        Assert.Equal((200, string.Join(' ', Ids(answer))), (posted.Status, string.Join(' ', Ids(posted.Json))));
        if (Text(answer, "parsed") is not { Length: <= 2048 } parsed) return;
        var again = (await GetAsync(parsed)).Json;
        Assert.Equal((parsed, string.Join(' ', Ids(answer)), 0), (Text(again, "parsed"), string.Join(' ', Ids(again)), again.GetProperty("warnings").GetArrayLength()));
    }

    private Task<Reply> GetAsync(string text, string more = "") => articles.Server.GetAsync($"/v1/search?q={Uri.EscapeDataString(text)}{Rest}{more}");

    private static IEnumerable<string> Ids(JsonElement answer) => answer.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("id").GetString()!).Order(StringComparer.Ordinal);

    /// <summary>The part of the text that a warning or a problem speaks of.</summary>
    private static string Part(string text, JsonElement of) => text.Substring(of.GetProperty("position").GetInt32(), of.GetProperty("length").GetInt32());

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
