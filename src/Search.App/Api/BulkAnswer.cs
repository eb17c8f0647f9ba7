using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.App.Server;
using Search.Archive;
using Search.Articles;
using Search.Searching;

namespace Search.App.Api;

/// <summary>A line that was stored.</summary>
internal sealed record BulkWritten(int Line, string Id, WriteResult Result, int Version, int Paragraphs, long Generation);

/// <summary>A line that was not.</summary>
internal sealed record BulkRefused(int Line, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id, Problem Problem);

/// <summary>
/// Gathers articles into batches, stores them and answers a line for each in their order. Result lines wait in memory up to a bound, so that a
/// sender which reads nothing before it has sent everything is not held up.
/// </summary>
internal sealed class BulkAnswer(Corpus corpus, ServerMeter meter, CancellationToken cancel)
{
    private const int MaxArticles = 200;
    private const int MaxBytes = 4 * 1024 * 1024;
    private const int MaxUnsent = 16 * 1024 * 1024;
    private static readonly JsonWriterOptions Form = new() { Encoder = SearchJson.Options.Encoder };
    private readonly List<(int Line, Outcome<ArticleDraft> Article)> batch = [];
    private readonly Pipe lines = new(new PipeOptions(pauseWriterThreshold: MaxUnsent, resumeWriterThreshold: MaxUnsent / 2, useSynchronizationContext: false));
    private long bytes;
    private long newest;

    /// <summary>Sends result lines as they come, until <see cref="EndAsync"/> or <see cref="FailAsync"/>.</summary>
    public Task SendAsync(PipeWriter response) => lines.Reader.CopyToAsync(response, cancel);

    /// <summary>Takes an article or its problem; stores the batch when it is full.</summary>
    /// <param name="line">Where it stands in the request, from 1.</param>
    /// <param name="article">What was read there.</param>
    /// <param name="size">About how much memory it takes, in bytes.</param>
    public async ValueTask AddAsync(int line, Outcome<ArticleDraft> article, long size)
    {
        batch.Add((line, article));
        bytes += size;
        if (batch.Count >= MaxArticles || bytes >= MaxBytes) await FlushAsync();
    }

    /// <summary>Stores what has been gathered and answers it.</summary>
    public async ValueTask FlushAsync()
    {
        if (batch.Count == 0) return;
        var drafts = batch.Where(entry => entry.Article.Value is not null).Select(entry => entry.Article.Value!).ToList();
        var answers = new Queue<WriteAnswer>(drafts.Count > 0 ? await StoreAsync(drafts) : []);
        foreach (var (line, article) in batch)
        {
            if (article.Problem is { } unread) Write(line, null, unread);
            else Write(line, answers.Dequeue());
        }
        batch.Clear();
        bytes = 0;
        await lines.Writer.FlushAsync(cancel);
    }

    /// <summary>Stores and answers the rest.</summary>
    public async Task EndAsync(bool waitVisible)
    {
        await FlushAsync();
        if (waitVisible) await corpus.WaitVisibleAsync(newest, WriteRoutes.Patience, cancel);
        await lines.Writer.CompleteAsync();
    }

    /// <summary>Gives up: what has been answered stands.</summary>
    public async Task FailAsync(Exception reason) => await lines.Writer.CompleteAsync(reason);

    private async Task<IReadOnlyList<WriteAnswer>> StoreAsync(List<ArticleDraft> drafts)
    {
        try { return await corpus.PutAsync(drafts, cancel); }
        catch (ArchiveFullException full)
        {
            return [.. drafts.Select(draft => new WriteAnswer(draft.Id, null, 0, 0, 0, new ArticleProblem("disk_full", full.Message)))];
        }
    }

    private void Write(int line, WriteAnswer answer)
    {
        if (WriteRoutes.Refusal(answer) is { } refused) { Write(line, answer.Id, refused); return; }
        meter.Wrote(answer.Result);
        newest = Math.Max(newest, answer.Generation);
        Write(new BulkWritten(line, answer.Id!, answer.Result!.Value, answer.Version, answer.Paragraphs, answer.Generation));
    }

    private void Write(int line, string? id, ArticleProblem problem)
    {
        meter.Wrote(null);
        Write(new BulkRefused(line, id, Problems.From(problem)));
    }

    private void Write<T>(T line)
    {
        using (var json = new Utf8JsonWriter(lines.Writer, Form)) JsonSerializer.Serialize(json, line, SearchJson.Options);
        lines.Writer.Write("\n"u8);
    }
}
