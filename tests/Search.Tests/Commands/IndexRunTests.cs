using Microsoft.Extensions.Time.Testing;
using Search.App.Commands;
using Search.App.Commands.Access;
using Search.App.Commands.Indexing;
using Search.App.Commands.Printing;
using Search.Archive;
using Search.Articles;
using Search.Reading;
using Xunit;

namespace Search.Tests.Commands;

public class IndexRunTests
{
    [Fact]
    public async Task Articles_are_stored_in_order_in_batches_and_waited_for()
    {
        using var at = new TestTerminal();
        var corpus = new FakeCorpus();
        var report = await RunAsync(at, corpus, Enumerable.Range(0, 1201).Select(n => Article("a.jsonl", n)));

        Assert.Equal([500, 500, 201], corpus.Batches);
        Assert.Equal(Enumerable.Range(0, 1201).Select(n => "id" + n), corpus.Stored.Select(d => d.Id!));
        Assert.Equal((1201, 1201, 1201, 2402L), (report.Read, report.Created, (int)corpus.WaitedFor, report.Paragraphs));
    }

    [Fact]
    public async Task A_batch_of_long_articles_is_bounded_by_its_text()
    {
        using var at = new TestTerminal();
        var corpus = new FakeCorpus();
        var text = new string('x', IndexRun.MostText / 2);
        await RunAsync(at, corpus, Enumerable.Range(0, 4).Select(n => new ReadArticle("a", "", new ArticleDraft { Id = "id" + n, Body = text })));

        Assert.Equal([2, 2], corpus.Batches);
    }

    [Fact]
    public async Task Problems_of_reading_and_of_storing_are_reported_by_file_with_the_first_reasons()
    {
        using var at = new TestTerminal();
        var items = new List<ReadItem> { Article("good.jsonl", 1), Article("good.jsonl", 1), new ReadArticle("good.jsonl", "line 3", new ArticleDraft { Id = "refuse" }) { Format = "JSON lines" } };
        items.AddRange(Enumerable.Range(1, 12).Select(n => new ReadProblem("bad.xml", "entry " + n, "No \u001b[2Jtext.")));
        var report = await RunAsync(at, new FakeCorpus(), items);

        Assert.Equal((3, 1, 1, 13), (report.Read, report.Created, report.Unchanged, report.Problems));
        Assert.Equal(1 + IndexReport.MostReasonsOfFile, report.Reasons.Count);
        Assert.True(report.IsAnyStored);
        new ReportPrinter(at.Terminal).Print(report);
        Assert.StartsWith("""
            3 articles read in 0.0 s (0/s)
              1 created, 0 updated, 1 unchanged, 4 paragraphs
              JSON lines: 3 articles in 1 file, 1 problem
              not recognised: 0 articles in 1 file, 12 problems
              13 problems
              good.jsonl: 1
                line 3: No text is left.
              bad.xml: 12
                entry 1: No �[2Jtext.
            """.ReplaceLineEndings("\n"), at.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(""""files":[{"file":"good.jsonl","problems":1},{"file":"bad.xml","problems":12}]"""", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_writing_ends_the_reading()
    {
        using var at = new TestTerminal();
        var read = 0;
        await Assert.ThrowsAsync<ArchiveFullException>(() => RunAsync(at, new FakeCorpus { IsFull = true }, Endless()));
        Assert.True(read <= 4 * IndexRun.MostArticles);

        IEnumerable<ReadItem> Endless()
        {
            while (true) yield return Article("endless", read++);
        }
    }

    [Fact]
    public async Task A_failure_of_reading_ends_the_run_after_what_was_read()
    {
        using var at = new TestTerminal();
        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(at, new FakeCorpus(), Broken()));

        static IEnumerable<ReadItem> Broken()
        {
            yield return Article("a", 1);
            throw new InvalidDataException();
        }
    }

    [Fact]
    public async Task An_interruption_stops_between_batches()
    {
        using var at = new TestTerminal();
        using var interruption = new CancellationTokenSource();
        var corpus = new FakeCorpus { Before = () => interruption.Cancel() };
        var report = new IndexReport(new FakeTimeProvider());
        await using var progress = IndexProgress.On(at.Terminal, report);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new IndexRun(corpus, report, progress).RunAsync(Enumerable.Range(0, 100_000).Select(n => Article("a", n)), interruption.Token));
        Assert.Equal(500, report.Created);
    }

    [Fact]
    public async Task A_redirected_run_tells_a_line_every_five_thousand_articles_and_when_the_index_lags()
    {
        using var at = new TestTerminal();
        await RunAsync(at, new FakeCorpus { Lags = 3 }, Enumerable.Range(0, 10_400).Select(n => Article("a", n)));

        Assert.Equal(["5,000 articles, 0/s, 0 problems", "10,000 articles, 0/s, 0 problems", "All is stored; the index catches up ..."],
            at.Error.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task An_index_that_cannot_follow_is_told_and_not_waited_for()
    {
        using var at = new TestTerminal();
        var failure = await Assert.ThrowsAsync<CommandFailure>(() => RunAsync(at, new FakeCorpus { Lags = 1000, Trouble = "No space left." }, [Article("a", 1)]));
        Assert.Equal(ExitCode.Unexpected, failure.ExitCode);
        Assert.Contains("No space left.", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<IndexReport> RunAsync(TestTerminal at, FakeCorpus corpus, IEnumerable<ReadItem> items)
    {
        var report = new IndexReport(new FakeTimeProvider());
        await using var progress = IndexProgress.On(at.Terminal, report);
        await new IndexRun(corpus, report, progress).RunAsync(items, CancellationToken.None);
        report.Finish();
        return report;
    }

    private static ReadArticle Article(string file, int number) => new(file, "line " + number, new ArticleDraft { Id = "id" + number, Body = "One." }) { Format = "JSON lines" };

    private sealed class FakeCorpus : ICorpusAccess
    {
        public List<int> Batches { get; } = [];
        public List<ArticleDraft> Stored { get; } = [];
        public long WaitedFor { get; private set; }
        public bool IsFull { get; init; }
        public int Lags { get; set; }
        public Action Before { get; init; } = () => { };
        public string Place => "fake";
        public string? Trouble { get; init; }

        public Task<IReadOnlyList<WriteAnswer>> PutAsync(IReadOnlyList<ArticleDraft> drafts, CancellationToken cancel)
        {
            Before();
            if (IsFull) throw new ArchiveFullException("full");
            Batches.Add(drafts.Count);
            return Task.FromResult<IReadOnlyList<WriteAnswer>>([.. drafts.Select(Put)]);
        }

        public Task<bool> WaitVisibleAsync(long generation, TimeSpan timeout, CancellationToken cancel)
        {
            WaitedFor = generation;
            return Task.FromResult(Lags-- <= 0);
        }

        private WriteAnswer Put(ArticleDraft draft)
        {
            if (draft.Id == "refuse") return new(draft.Id, null, 0, 0, 0, new ArticleProblem(ArticleProblem.Unprocessable, "No text is left."));
            var known = Stored.Exists(d => d.Id == draft.Id && Stored.Count < 5);
            Stored.Add(draft);
            return new(draft.Id, known ? WriteResult.Unchanged : WriteResult.Created, 1, 2, Stored.Count);
        }

        public Task<Reply> SearchAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel) => throw new NotSupportedException();
        public Task<Reply?> ExportAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, ExportSink to, CancellationToken cancel) => throw new NotSupportedException();
        public Task<Reply> ArticleAsync(string id, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel) => throw new NotSupportedException();
        public Task<Reply> ActorsAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel) => throw new NotSupportedException();
        public Task<Reply> TopicsAsync(CancellationToken cancel) => throw new NotSupportedException();
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
