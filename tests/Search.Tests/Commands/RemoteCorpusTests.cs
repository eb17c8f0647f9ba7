using System.Net;
using System.Text;
using Search.App.Commands;
using Search.App.Commands.Access;
using Search.Archive;
using Search.Articles;
using Xunit;

namespace Search.Tests.Commands;

public class RemoteCorpusTests
{
    [Fact]
    public async Task Parameters_and_ids_are_escaped()
    {
        var server = new FakeServer(_ => Answer(200, "{}"));
        await using var corpus = server.Corpus();
        await corpus.SearchAsync([new("q", "a & b=#é"), new("facet.actor.limit", "5")], CancellationToken.None);
        await corpus.ArticleAsync("x/y?#1", [], CancellationToken.None);
        await corpus.TopicsAsync(CancellationToken.None);

        Assert.Equal(["/v1/search?q=a%20%26%20b%3D%23%C3%A9&facet.actor.limit=5", "/v1/articles/x%2Fy%3F%231", "/v1/topics"], server.Asked);
    }

    [Fact]
    public async Task Bulk_lines_come_back_as_one_answer_each()
    {
        var server = new FakeServer(_ => Answer(200, """
            {"line":1,"id":"a","result":"created","version":1,"paragraphs":3,"generation":7}

            {"line":2,"problem":{"code":"unprocessable_article","title":"There is no article in it","detail":"No text is left."}}
            {"line":3,"id":"c","result":"unchanged","version":4,"generation":5}
            """));
        await using var corpus = server.Corpus();
        var answers = await corpus.PutAsync([Draft("a"), Draft("b"), Draft("c")], CancellationToken.None);

        Assert.Equal([new WriteAnswer("a", WriteResult.Created, 1, 3, 7), new WriteAnswer(null, null, 0, 0, 0, new ArticleProblem("unprocessable_article", "No text is left.")), new WriteAnswer("c", WriteResult.Unchanged, 4, 0, 5)], answers);
        Assert.Equal(["/v1/articles/bulk application/x-ndjson 3"], server.Asked);
    }

    [Theory]
    [InlineData("{\"line\":1,\"id\":\"a\",\"result\":\"created\",\"version\":1,\"generation\":7}\n", "1 of 2 articles")]
    [InlineData("not json\n", "0 of 2 articles")]
    public async Task An_answer_that_was_cut_off_is_a_failure_that_says_to_run_again(string lines, string why)
    {
        await using var corpus = new FakeServer(_ => Answer(200, lines)).Corpus();
        var failure = await Assert.ThrowsAsync<CommandFailure>(() => corpus.PutAsync([Draft("a"), Draft("b")], CancellationToken.None));
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Run the command again", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_when_it_says()
    {
        var server = new FakeServer(turn => turn == 1 ? Busy() : Answer(200, """{"line":1,"id":"a","result":"created","version":1,"generation":1}"""));
        await using var corpus = server.Corpus();

        Assert.Single(await corpus.PutAsync([Draft("a")], CancellationToken.None));
        Assert.Equal(2, server.Asked.Count);

        static HttpResponseMessage Busy()
        {
            var busy = Answer(429, "{}");
            busy.Headers.Add("Retry-After", "0");
            return busy;
        }
    }

    [Fact]
    public async Task A_refused_bulk_tells_the_reason()
    {
        await using var corpus = new FakeServer(_ => Answer(507, """{"detail":"The disk is full.","code":"disk_full"}""")).Corpus();
        var failure = await Assert.ThrowsAsync<CommandFailure>(() => corpus.PutAsync([Draft("a")], CancellationToken.None));
        Assert.Contains("The disk is full.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_holder_that_does_not_answer_is_named_with_the_exit_code_for_a_folder_in_use()
    {
        await using var corpus = new FakeServer(_ => throw new HttpRequestException("refused")).Corpus();
        var failure = await Assert.ThrowsAsync<CommandFailure>(() => corpus.TopicsAsync(CancellationToken.None));
        Assert.Equal(ExitCode.FolderInUse, failure.ExitCode);
        Assert.Contains("http://127.0.0.1:5080", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_printed_as_it_comes_whole_characters_only()
    {
        using var at = new TestTerminal();
        var text = string.Concat(Enumerable.Repeat("é😀", 40_000));
        var server = new FakeServer(_ => Answer(200, text));
        await using var corpus = server.Corpus();
        Assert.Null(await corpus.ExportAsync([new("q", "a b"), new("format", "csv")], new ExportSink(at.Terminal), CancellationToken.None));
        Assert.Equal((text, "/v1/export?q=a%20b&format=csv"), (at.Out, server.Asked[0]));
    }

    [Fact]
    public async Task A_refused_or_cut_off_export_is_told()
    {
        using var at = new TestTerminal();
        await using var refusing = new FakeServer(_ => Answer(400, """{"detail":"No."}""")).Corpus();
        Assert.Equal(400, (await refusing.ExportAsync([], new ExportSink(at.Terminal), CancellationToken.None))!.Status);
        await using var cut = new FakeServer(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Broken()) }).Corpus();
        Assert.Contains("before it was whole", (await Assert.ThrowsAsync<CommandFailure>(() => cut.ExportAsync([], new ExportSink(at.Terminal), CancellationToken.None))).Message, StringComparison.Ordinal);
        await using var silent = new FakeServer(_ => throw new HttpRequestException("refused")).Corpus();
        Assert.Equal(ExitCode.FolderInUse, (await Assert.ThrowsAsync<CommandFailure>(() => silent.ExportAsync([], new ExportSink(at.Terminal), CancellationToken.None))).ExitCode);
    }

    /// <summary>A connection that breaks after a few bytes.</summary>
    private sealed class Broken : MemoryStream
    {
        private bool begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (begun) throw new IOException("broken");
            begun = true;
            buffer.Span[0] = (byte)'x';
            return ValueTask.FromResult(1);
        }
    }

    [Fact]
    public async Task Visibility_is_asked_for_until_the_answer_is_fresh()
    {
        var server = new FakeServer(turn => Answer(200, turn < 3 ? """{"stale":true}""" : "{}"));
        await using var corpus = server.Corpus();

        Assert.True(await corpus.WaitVisibleAsync(9, TimeSpan.FromMinutes(1), CancellationToken.None));
        Assert.Equal("/v1/search?limit=0&hints=none&min_generation=9", server.Asked[2]);
        Assert.Equal(3, server.Asked.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("http://0.0.0.0:81", "http://127.0.0.1:81")]
    [InlineData("http://[::]:81", "http://127.0.0.1:81")]
    [InlineData("http://*:81", "http://127.0.0.1:81")]
    [InlineData("http://+:81/", "http://127.0.0.1:81")]
    [InlineData("nonsense", null)]
    [InlineData("ftp://127.0.0.1", null)]
    public async Task An_address_that_means_every_interface_is_asked_on_this_machine(string address, string? place)
    {
        var corpus = RemoteCorpus.At(address);
        Assert.Equal(place, corpus?.Place);
        if (corpus is not null) await corpus.DisposeAsync();
    }

    [Fact]
    public void Bulk_bodies_are_closed_before_they_grow_too_large()
    {
        var bodies = BulkLines.Pack([Draft("a"), Draft("b"), Draft("c")], maxBytes: 2 * (ArticleJson.Write(Draft("a")).Length + 1)).ToList();

        Assert.Equal([2, 1], bodies.Select(b => b.Articles));
        Assert.All(bodies, b => Assert.Equal(b.Articles, b.Json.Span.Count((byte)'\n')));
    }

    private static ArticleDraft Draft(string id) => new() { Id = id, Body = "One." };

    private static HttpResponseMessage Answer(int status, string text) => new((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8) };

    private sealed class FakeServer(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        public RemoteCorpus Corpus() => new(new Uri("http://127.0.0.1:5080"), this);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : $" {request.Content.Headers.ContentType} {(await request.Content.ReadAsStringAsync(cancellationToken)).Count(c => c == '\n')}";
            Asked.Add(request.RequestUri!.PathAndQuery + body);
            return answer(Asked.Count);
        }
    }
}
