using System.Text.Json;
using Xunit;

namespace Search.Tests.Api.Typed;

/// <summary>A server with long paragraphs of few words, over and over.</summary>
public sealed class RepetitiveServer : IAsyncLifetime
{
    internal static string[] Words { get; } = ["lamok", "vruk", "zop", "tarn", "gulp", "brem", "kolat", "drusk"];

    internal TestServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        var random = new Random(1);
        foreach (var id in (string[])["a", "b", "c"])
        {
            var paragraphs = Enumerable.Range(0, 4).Select(_ => string.Join(' ', Enumerable.Range(0, 600).Select(_ => Words[random.Next(Words.Length)]))).Append("envoys of France met envoys of China");
            Assert.Equal(201, (await Server.PutAsync(id, new { title = "lamok vruk", language = "en", published = "2024-03-05T08:10:00Z", paragraphs })).Status);
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>Queries meant to hang a search engine: each is refused with its code, or answered, in time or saying that time ran out.</summary>
public class HostileTests(RepetitiveServer articles) : IClassFixture<RepetitiveServer>
{
    private static readonly string[] Letters = [.. "abcdefghijklmnopqrstuvwxyz".Select(c => c.ToString())];
    private static readonly string AllFacets = string.Join('&', ((string[])["actor", "topic", "source", "lang", "author", "speaker", "kind"]).Select(f => $"facet.{f}.limit=1000&facet.{f}.sort=score")) + "&facet=actor,topic,source,lang,author,speaker,kind,published&facet.published.interval=hour";

    /// <summary>The query, parameters, and the code of the refusal; empty for one that is answered.</summary>
    public static TheoryData<string, string, string> Queries => new()
    {
        { "*x", "", "wildcard_too_broad" },
        { "?amok", "", "wildcard_too_broad" },
        { "a*", "", "wildcard_too_broad" },
        { Or(26, i => Letters[i] + "*"), "", "wildcard_too_broad" },
        { Or(512, i => Letters[i % 26] + Letters[i / 26] + "*"), "", "" },
        { Or(512, i => "la*" + Letters[i % 26] + "*k"), "scope=article", "" },
        { "aa*a*a*a*a*b", "", "" },
        { "la" + string.Concat(Enumerable.Repeat("*?", 200)) + "k", "", "" },
        { "la" + new string('*', 10_000), "", "" },
        { "lamo" + new string('?', 10_000) + "k", "", "" },
        { Repeat("la*", 512), "match=any", "" },
        { Or(512, Word), "", "" },
        { Repeat("lamok", 512), "", "" },
        { Repeat("lamok", 513), "", "query_too_complex" },
        { And(512, Word), "match=most&hints=all", "" },
        { And(512, Word), "match=any&scope=article&hints=all", "" },
        { new string('(', 5_000) + "lamok" + new string(')', 5_000), "", "query_too_complex" },
        { new string('(', 10_000), "", "" },
        { new string(')', 10_000), "", "" },
        { new string('(', 32) + "lamok" + new string(')', 32), "", "" },
        { Repeat("NOT", 4_000) + " lamok", "", "" },
        { new string('-', 16_000) + "lamok", "", "" },
        { Or(128, i => Word(i) + "~1"), "", "" },
        { Or(512, i => Letters[i % 26] + Letters[i / 26] + "~1"), "", "" },
        { new string('a', 16_000) + "~1", "", "" },
        { "\"lamok vruk\"~1000000", "", "" },
        { "\"lamok lamok lamok lamok\"~1000", "", "" },
        { "\"lamok vruk zop tarn gulp brem kolat drusk\"~1000", "best=10", "" },
        { Or(100, i => $"\"{Word(i)} {Word(i / 8)} {Word(i / 3)} {Word(i + 1)}\"~1000"), "best=10&limit=100", "" },
        { $"\"{And(500, Word)}\"", "", "" },
        { $"\"{And(500, Word)}\"~1000", "", "" },
        { $"\"{Repeat("lamok", 500)}\"~1000", "", "" },
        { "\"la* vr* zo* ta*\"~1000", "best=10", "" },
        { "lamok NEAR/999999 vruk NEAR/999999 zop", "", "" },
        { string.Join(" NEAR/1000 ", Enumerable.Repeat("lamok", 30)), "", "" },
        { string.Join(" NEAR/1000 ", Enumerable.Repeat("lamok", 500)), "", "query_too_complex" },
        { "(lamok OR vruk OR zop) NEAR/1000 (lamok OR vruk OR zop) NEAR/1000 (lamok OR vruk OR zop)", "unit=paragraph", "" },
        { "la* NEAR/1000 vr* BEFORE/1000 zo*", "", "" },
        { "@country NEAR/1000 @country NEAR/1000 lamok", "", "" },
        { Or(512, i => $"published:{1900 + (i % 100)}-{(i % 12) + 1:00}"), "", "" },
        { Or(512, i => $"actor:nobody-{i}"), "", "" },
        { Or(512, i => $"@nobody-{i}"), "", "" },
        { Or(512, i => i % 2 == 0 ? "@country" : "@person"), "", "" },
        { Or(512, i => $"url:h{i}*"), "", "" },
        { Or(512, i => $"title:{Word(i)}"), "", "" },
        { "title:(" + Or(500, Word) + ") lead:(" + And(10, Word) + ")", "", "" },
        { new string('a', 16_384), "", "" },
        { new string('a', 16_385), "", "query_too_complex" },
        { "e" + new string('\u0301', 16_000), "", "" },
        { string.Concat(Enumerable.Repeat("e\u0301\u0327", 5_000)), "", "" },
        { new string('\u4e2d', 16_000), "", "query_too_complex" },
        { string.Join('-', Enumerable.Repeat("lamok", 2_700)), "", "query_too_complex" },
        { string.Join('-', Enumerable.Repeat("lamok", 512)), "", "" },
        { new string('"', 16_384), "", "" },
        { new string('\\', 16_384), "", "" },
        { new string(' ', 16_383) + "a", "", "" },
        { string.Concat(Enumerable.Repeat("title:", 2_700)) + "a", "", "query_too_complex" },
        { string.Concat(Enumerable.Repeat("foo:", 4_000)), "", "query_too_complex" },
        { Repeat("foo:a", 512), "", "query_too_complex" },
        { Repeat("foo:a", 256), "", "" },
        { "*", AllFacets + "&best=10&limit=100&explain=true", "" },
        { "lamok OR vruk", AllFacets + "&best=10&limit=100&explain=true&hints=all&dedupe=near&snippet=40", "" },
        { "lamok", "cursor=" + new string('A', 2_000), "invalid_parameter" },
        { "lamok", "cursor=%00", "invalid_parameter" },
        { "lamok", "offset=9901&limit=100", "invalid_parameter" },
        { "lamok", "timeout=0ms", "invalid_parameter" },
    };

    [Theory, MemberData(nameof(Queries), DisableDiscoveryEnumeration = true)]
    public async Task A_hostile_query_is_refused_or_answered_and_says_what_it_did_not_look_at(string query, string parameters, string code)
    {
        var body = new Dictionary<string, object> { ["q"] = query, ["timeout"] = "300ms" };
        foreach (var pair in parameters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2))) body[pair[0]] = Uri.UnescapeDataString(pair[1]);
        var reply = await articles.Server.SendAsync(HttpMethod.Post, "/v1/search", JsonSerializer.Serialize(body));
        if (code.Length > 0)
        {
            TestServer.AssertProblem(reply, code == "wildcard_too_broad" ? 422 : 400, code);
            return;
        }
        Assert.True(reply.Status == 200, reply.Text);
        var exact = reply.Json.GetProperty("counts").GetProperty("exact").GetBoolean();
        Assert.False(exact && reply.Json.TryGetProperty("timed_out", out var out_) && out_.GetBoolean());
        Assert.All(reply.Json.GetProperty("facets").EnumerateArray(), f => Assert.True(f.GetProperty("field").GetString() == "published" || f.GetProperty("exact").GetBoolean() == exact));
        Assert.InRange(reply.Json.GetProperty("warnings").GetArrayLength(), 0, 20);
    }

    private static string Word(int i) => RepetitiveServer.Words[i % RepetitiveServer.Words.Length];

    private static string Or(int count, Func<int, string> clause) => string.Join(" OR ", Enumerable.Range(0, count).Select(clause));

    private static string And(int count, Func<int, string> clause) => string.Join(' ', Enumerable.Range(0, count).Select(clause));

    private static string Repeat(string word, int count) => And(count, _ => word);
}
