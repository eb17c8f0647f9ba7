using System.Threading.Channels;
using Search.App.Commands.Access;
using Search.Articles;
using Search.Reading;

namespace Search.App.Commands.Indexing;

/// <summary>
/// Reads on one task and writes on another, so that both cores have work; a short queue between them bounds the memory. A batch that was begun is
/// finished even when the run is interrupted.
/// </summary>
internal sealed class IndexRun(IArticleSink corpus, IndexReport report, IndexProgress progress)
{
    public const int MostArticles = 500;
    /// <summary>UTF-16 code units of text in a batch, about 8 MB of JSON.</summary>
    public const int MostText = 4 * 1024 * 1024;
    private const int QueuedBatches = 2;

    /// <summary>Called with each batch that was dealt with: its articles are durable or refused.</summary>
    public Action<IReadOnlyList<ReadItem>> Taken { get; init; } = _ => { };

    /// <summary>Takes everything in, in order, and waits until searches see it.</summary>
    public async Task RunAsync(IEnumerable<ReadItem> items, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var queue = Channel.CreateBounded<List<ReadItem>>(new BoundedChannelOptions(QueuedBatches) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(items, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in queue.Reader.ReadAllAsync(cancel))
            {
                await WriteAsync(batch);
                cancel.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await corpus.CatchUpAsync(report.Generation, progress.CatchingUp, cancel);
    }

    private static async Task ReadAsync(IEnumerable<ReadItem> items, ChannelWriter<List<ReadItem>> to, CancellationToken cancel)
    {
        try
        {
            var batch = new List<ReadItem>();
            var text = 0L;
            foreach (var item in items)
            {
                cancel.ThrowIfCancellationRequested();
                batch.Add(item);
                text += item is ReadArticle { Draft: var draft } ? Length(draft) : 0;
                if (batch.Count < MostArticles && text < MostText) continue;
                await to.WriteAsync(batch, cancel);
                batch = [];
                text = 0;
            }
            if (batch.Count > 0) await to.WriteAsync(batch, cancel);
            to.Complete();
        }
        catch (Exception e)
        {
            to.Complete(e);
        }
    }

    private async Task WriteAsync(List<ReadItem> batch)
    {
        var articles = batch.OfType<ReadArticle>().ToList();
        var answers = articles.Count == 0 ? [] : await corpus.PutAsync(articles.ConvertAll(a => a.Draft), CancellationToken.None);
        var next = 0;
        foreach (var item in batch)
        {
            if (item is ReadArticle article) report.Add(article, answers[next++]);
            else if (item is ReadProblem problem) report.Add(problem);
        }
        Taken(batch);
        progress.Moved();
    }

    private static long Length(ArticleDraft draft) => (draft.Title?.Length ?? 0) + (draft.Body?.Length ?? 0) + draft.Paragraphs.Sum(p => (long)p.Text.Length);
}
