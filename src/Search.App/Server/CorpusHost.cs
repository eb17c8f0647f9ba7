using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Search.Reading;

namespace Search.App.Server;

/// <summary>
/// Holds the corpus for as long as the server runs: opened before the first request is taken, closed after the last. While the index catches up
/// and an empty folder is filled, requests are answered from what is there and <see cref="IsReady"/> is false.
/// </summary>
internal sealed partial class CorpusHost(ServerOptions options, IServer server, ILogger<CorpusHost> log) : IHostedLifecycleService, IAsyncDisposable
{
    /// <summary>Lies in the data folder while it is filled, so that the next start goes on where a stop came between.</summary>
    internal const string FillingMark = "FILLING";
    private const int BatchSize = 100;
    private readonly CancellationTokenSource stopping = new();
    private Corpus? corpus;
    private Task? filling;
    private string? unfilled;

    /// <summary>The corpus; there is one from the moment that the server listens.</summary>
    public Corpus Corpus => corpus ?? throw new InvalidOperationException("The server has not been started.");

    /// <summary>Why the index falls behind the archive, or why the seeds are not in it; null when all is well.</summary>
    public string? Trouble => corpus?.Trouble ?? unfilled;

    public bool IsOpen => corpus is not null;

    /// <summary>Ends when an empty folder has been filled from the seeds, or could not be.</summary>
    public Task Filling => filling ?? Task.CompletedTask;

    /// <summary>Whether searches see everything that is durable, seeds included.</summary>
    public bool IsReady => corpus is { IsReady: true } && filling is { IsCompleted: true } && unfilled is null;

    /// <exception cref="CorpusInUseException">Another process holds the folder.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        corpus = await Corpus.OpenAsync(new CorpusOptions { Folder = options.Data, Clock = options.Clock }, cancellationToken);
        foreach (var problem in corpus.DataProblems) NotUsed(problem);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address) Corpus.Announce(address);
        var mark = Path.Combine(options.Data, FillingMark);
        filling = options.Seeds is { } seeds && (Corpus.Sequence == 0 || File.Exists(mark)) ? Task.Run(() => FillAsync(seeds, mark), CancellationToken.None) : Task.CompletedTask;
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

    /// <summary>
    /// What cannot be read is logged and left out; the server serves what it has. What ends the filling early leaves the mark, and the next start
    /// does all of it again: articles that are stored already are found to be unchanged.
    /// </summary>
    private async Task FillAsync(string seeds, string mark)
    {
        try
        {
            await File.WriteAllTextAsync(mark, "The seeds are being taken in.\n", stopping.Token);
            var generation = 0L;
            var articles = Path.Combine(seeds, "articles");
            foreach (var batch in new ArticleReader().ReadPaths([Directory.Exists(articles) ? articles : seeds]).Chunk(BatchSize))
            {
                foreach (var problem in batch.OfType<ReadProblem>()) NotRead(problem.File, problem.Place, problem.Reason);
                var drafts = batch.OfType<ReadArticle>().Select(item => item.Draft).ToList();
                foreach (var answer in await Corpus.PutAsync(drafts, stopping.Token))
                {
                    if (answer.Problem is { } refused) NotRead(seeds, answer.Id ?? "", refused.Detail);
                    generation = Math.Max(generation, answer.Generation);
                }
            }
            File.Delete(mark);
            await Corpus.WaitVisibleAsync(generation, TimeSpan.FromSeconds(30), stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            NotFilled(e, seeds);
            unfilled = $"The seeds at {seeds} were not taken in whole: {e.Message} Start the server again to try once more.";
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not used: {Problem}")]
    private partial void NotUsed(string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not taken from the seeds: {File} {Place} {Reason}")]
    private partial void NotRead(string file, string place, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The seeds at {Seeds} were not taken in whole; the next start tries again")]
    private partial void NotFilled(Exception exception, string seeds);
}
