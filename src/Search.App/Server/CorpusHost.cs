using Search.Reading;

namespace Search.App.Server;

/// <summary>
/// Holds the corpus for as long as the server runs: opened before the first request is taken, closed after the last. While the index catches up
/// and an empty folder is filled, requests are answered from what is there and <see cref="IsReady"/> is false.
/// </summary>
internal sealed partial class CorpusHost(ServerOptions options, ILogger<CorpusHost> log) : IHostedLifecycleService, IAsyncDisposable
{
    private const int BatchSize = 100;
    private readonly CancellationTokenSource stopping = new();
    private Corpus? corpus;
    private Task? filling;

    /// <summary>The corpus; there is one from the moment that the server listens.</summary>
    public Corpus Corpus => corpus ?? throw new InvalidOperationException("The server has not been started.");

    public bool IsOpen => corpus is not null;

    /// <summary>Whether searches see everything that is durable, seeds included.</summary>
    public bool IsReady => corpus is { IsReady: true } && filling is { IsCompleted: true };

    /// <exception cref="CorpusInUseException">Another process holds the folder.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken) =>
        corpus = await Corpus.OpenAsync(new CorpusOptions { Folder = options.Data, Address = options.Address, Clock = options.Clock }, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        filling = options.Seeds is { } seeds && Corpus.Sequence == 0 ? Task.Run(() => FillAsync(seeds), CancellationToken.None) : Task.CompletedTask;
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => stopping.CancelAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested && corpus is null) return;
        await stopping.CancelAsync();
        if (filling is { } running) await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Interlocked.Exchange(ref corpus, null) is { } open) await open.DisposeAsync();
    }

    /// <summary>What cannot be read is logged and left out; the server serves what it has.</summary>
    private async Task FillAsync(string seeds)
    {
        try
        {
            var generation = 0L;
            foreach (var batch in new ArticleReader().ReadPaths([seeds]).Chunk(BatchSize))
            {
                foreach (var problem in batch.OfType<ReadProblem>()) NotRead(problem.File, problem.Place, problem.Reason);
                var drafts = batch.OfType<ReadArticle>().Select(item => item.Draft).ToList();
                foreach (var answer in await Corpus.PutAsync(drafts, stopping.Token))
                {
                    if (answer.Problem is { } refused) NotRead(seeds, answer.Id ?? "", refused.Detail);
                    generation = Math.Max(generation, answer.Generation);
                }
            }
            await Corpus.WaitVisibleAsync(generation, TimeSpan.FromSeconds(30), stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotRead(seeds, "", e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not taken from the seeds: {File} {Place} {Reason}")]
    private partial void NotRead(string file, string place, string reason);
}
