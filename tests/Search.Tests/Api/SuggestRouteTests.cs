using System.Text.Json;
using Xunit;

namespace Search.Tests.Api;

public sealed class SuggestRouteTests(ThreeArticles articles) : IClassFixture<ThreeArticles>
{
    private readonly TestServer server = articles.Server;

    [Fact]
    public async Task Suggestions_are_a_list_each_with_what_to_search_with()
    {
        var reply = await server.GetAsync("/v1/suggest?q=chin");
        Assert.Equal((200, "application/json; charset=utf-8"), (reply.Status, reply.Type));
        Assert.Equal("""[{"type":"actor","label":"China","matches":[{"start":0,"end":4}],"articles":1,"apply":{"parameter":"actor","value":"country:china"}}]""", reply.Text);
        Assert.Equal("""[{"type":"title","label":"Ships leave the port","matches":[{"start":6,"end":11},{"start":16,"end":19}],"articles":1,"apply":{"parameter":"q","value":"title:\"Ships leave the port\""}}]""",
            (await server.GetAsync("/v1/suggest?q=leave+por")).Text);
        Assert.Contains("\"matched_alias\":\"Chinese\"", (await server.GetAsync("/v1/suggest?q=chinese")).Text);
    }

    [Theory]
    [InlineData("q=harb", "source")]
    [InlineData("q=harb&source=Morning+Post", "source")] // another value of the same filter takes its place
    [InlineData("q=harb&source.not=Harbour+News", "")]
    [InlineData("q=chin&source=Morning+Post", "")]
    [InlineData("q=chin&published=2024-05-03", "actor")]
    [InlineData("q=chin&limit=0", "")]
    [InlineData("q=chin&limit=100&facet=actor&highlight=none&unit=paragraph", "actor")]
    [InlineData("q=", "")]
    [InlineData("", "")]
    [InlineData("q=a*", "")] // no query: nothing is too broad
    [InlineData("q=%22%28%28title%3A", "")]
    [InlineData("q=chin%00a", "")]
    [InlineData("q=cihna", "actor")]
    [InlineData("q=hcina", "")] // the first letter stays
    [InlineData("q=chnia", "actor")]
    public async Task Filters_are_those_of_a_search(string query, string types)
    {
        var reply = await server.GetAsync("/v1/suggest?" + query);
        Assert.Equal(200, reply.Status);
        Assert.Equal(types, string.Join(' ', reply.Json.EnumerateArray().Select(s => s.GetProperty("type").GetString()).Distinct()));
    }

    [Fact]
    public async Task What_is_applied_finds_as_many_articles_as_were_promised()
    {
        foreach (var typed in (string[])["chi", "fra", "har", "wor", "talks", "lab", "ukr", "kyiv"])
        {
            var suggestions = (await server.GetAsync($"/v1/suggest?q={typed}&lang=en")).Json.EnumerateArray().ToList();
            Assert.NotEmpty(suggestions);
            foreach (var suggestion in suggestions)
            {
                var apply = suggestion.GetProperty("apply");
                var found = await server.GetAsync($"/v1/search?lang=en&{apply.GetProperty("parameter").GetString()}={Uri.EscapeDataString(apply.GetProperty("value").GetString()!)}");
                Assert.Equal(suggestion.GetProperty("articles").GetInt32(), found.Json.GetProperty("counts").GetProperty("articles").GetInt32());
            }
        }
    }

    [Theory]
    [InlineData("q=a&types=actor", "unknown_parameter")]
    [InlineData("q=a&q=b", "invalid_parameter")]
    [InlineData("q=a&limit=101", "invalid_parameter")]
    [InlineData("q=a&limit=-1", "invalid_parameter")]
    [InlineData("q=a&limit=many", "invalid_parameter")]
    [InlineData("q=%ff", "invalid_parameter")]
    [InlineData("q=a&published=soon", "invalid_parameter")]
    [InlineData("q=a&timeout=1h", "invalid_parameter")]
    public async Task What_cannot_be_asked_is_a_problem(string query, string code) => TestServer.AssertProblem(await server.GetAsync("/v1/suggest?" + query), 400, code);

    [Fact]
    public async Task More_than_2048_characters_are_too_many()
    {
        Assert.Equal("[]", (await server.GetAsync("/v1/suggest?q=" + new string('a', 2048))).Text);
        TestServer.AssertProblem(await server.GetAsync("/v1/suggest?q=" + new string('a', 2049)), 400, "query_too_complex");
    }

    [Fact]
    public async Task Type_ahead_tells_the_other_name_that_was_met()
    {
        var value = Assert.Single((await server.GetAsync("/v1/facets/actor?facet_q=chines")).Json.GetProperty("values").EnumerateArray());
        Assert.Equal(("country:china", "Chinese"), (value.GetProperty("id").GetString(), value.GetProperty("matched_alias").GetString()));
        var actor = Assert.Single((await server.GetAsync("/v1/actors?name=chines")).Json.GetProperty("actors").EnumerateArray());
        Assert.Equal(("country:china", "Chinese"), (actor.GetProperty("id").GetString(), actor.GetProperty("matched_alias").GetString()));
        Assert.False(Assert.Single((await server.GetAsync("/v1/facets/actor?facet_q=china")).Json.GetProperty("values").EnumerateArray()).TryGetProperty("matched_alias", out _));
    }

    [Fact]
    public async Task A_misspelt_word_is_offered_as_the_index_spells_it_with_the_link()
    {
        var hint = (await server.GetAsync("/v1/search?q=dock+wokrers&source=Harbour+News")).Json.GetProperty("hints").EnumerateArray().Single(h => h.GetProperty("type").GetString() == "spelling");
        Assert.Equal(("q", "dock workers", 1), (hint.GetProperty("parameter").GetString(), hint.GetProperty("value").GetString(), hint.GetProperty("articles").GetInt32()));
        var there = (await server.GetAsync(hint.GetProperty("href").GetString()!)).Json.GetProperty("counts");
        Assert.Equal((1, hint.GetProperty("paragraphs").GetInt32()), (there.GetProperty("articles").GetInt32(), there.GetProperty("paragraphs").GetInt32()));
        Assert.Contains("dock workers", (await server.GetAsync("/?q=dock+wokrers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_of_the_reference_has_the_form_of_an_answer()
    {
        using var example = JsonDocument.Parse(Search.App.Server.Reference.ApiReference.Suggest.Answer!);
        Assert.Equal(["type", "label", "matches", "articles", "apply"], example.RootElement[1].EnumerateObject().Select(p => p.Name));
    }
}
