using System.Collections.Concurrent;
using Search.Archive;
using Search.Articles;
using Search.Indexing;
using Search.Searching;

namespace Search;

/// <summary>
/// Keeps the index up with the archive: reads the log after the last change applied, tags and applies it, over and over. The same path serves new
/// articles and the gap after a crash. When the index cannot be written it goes back to the last commit and tries again.
/// </summary>
internal sealed class Follower : IAsyncDisposable
{
    private const int Batch = 500;
    private const long CommitEvery = 20_000;
    private static readonly TimeSpan CommitAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RoomCheck = TimeSpan.FromMilliseconds(200);

    /// <summary>How often searches see more while the index is far behind; what is up to date is shown at once.</summary>
    private static readonly TimeSpan ShowAfter = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly IArchive archive;
    private readonly ISearchEngine engine;
    private readonly Preparation preparation;
    private readonly Numbering numbering;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim news = new(1);
    private readonly Task loop;
    private readonly long atStart;
    private readonly ConcurrentDictionary<long, string> setAside = new();
    private long applied;
    private long commitTime;
    private long showTime;

    public Follower(IArchive archive, ISearchEngine engine, Preparation preparation, Numbering numbering, TimeProvider clock)
    {
        this.archive = archive;
        this.engine = engine;
        this.preparation = preparation;
        this.numbering = numbering;
        this.clock = clock;
        applied = engine.Sequence;
        atStart = archive.Sequence;
        commitTime = showTime = clock.GetTimestamp();
        loop = Task.Run(RunAsync);
    }

    /// <summary>Whether searches see everything that was durable at the start.</summary>
    public bool HasCaughtUp => engine.Sequence >= atStart;

    /// <summary>Why the index falls behind; null when all is well.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Articles that are stored but cannot be indexed, with the reason, by the number of their change.</summary>
    public IReadOnlyDictionary<long, string> SetAside => setAside;

    /// <summary>
    /// Whether the index fell behind for want of room and has not caught up since. What is stored meanwhile would not be found for who knows how
    /// long, so nothing should be.
    /// </summary>
    public bool LacksRoom { get; private set; }

    /// <summary>Tells that the archive has something new.</summary>
    public void Notify()
    {
        if (news.CurrentCount == 0) news.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        try
        {
            await loop;
            if (engine.Durable < engine.Sequence) await engine.CommitAsync();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Trouble = e.Message;
        }
        stopping.Dispose();
        news.Dispose();
    }

    private async Task RunAsync()
    {
        var pause = TimeSpan.FromMilliseconds(100);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                while (await StepAsync()) { }
                pause = TimeSpan.FromMilliseconds(100);
                (Trouble, LacksRoom) = (null, false);
                await CommitIfDueAsync();
                await news.WaitAsync(TimeSpan.FromSeconds(1), stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Trouble = e.Message;
                LacksRoom |= e is IndexWriteException && !engine.HasRoom;
                if (e is IndexWriteException) applied = engine.Durable;
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                if (!await RestAsync(pause)) return;
            }
        }
    }

    /// <summary>Waits before the next try: a while, or for as long as there is no room to write. False when it is time to stop.</summary>
    private async Task<bool> RestAsync(TimeSpan pause)
    {
        try
        {
            await news.WaitAsync(pause, stopping.Token);
            while (!engine.HasRoom) await Task.Delay(RoomCheck, clock, stopping.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Applies the next changes; false when there are none.</summary>
    private async Task<bool> StepAsync()
    {
        stopping.Token.ThrowIfCancellationRequested();
        var changes = archive.After(applied, Batch);
        if (changes.Count == 0) return false;
        var last = changes[^1].Sequence;
        var blocks = Prepare(changes);
        var caughtUp = last >= archive.Sequence;
        var visible = caughtUp || clock.GetElapsedTime(showTime) > ShowAfter;
        try
        {
            await engine.ApplyAsync(blocks, last, visible, stopping.Token);
        }
        catch (ArticleIndexException e)
        {
            foreach (var change in changes.OfType<DraftStored>().Where(c => c.Id == e.Id)) setAside[change.Sequence] = e.Message;
            applied = engine.Durable;
            return true;
        }
        applied = last;
        if (visible) showTime = clock.GetTimestamp();
        if (applied - engine.Durable >= CommitEvery) await CommitAsync();
        return !caughtUp || archive.Sequence > applied;
    }

    private async Task CommitIfDueAsync()
    {
        if (engine.Durable < applied && clock.GetElapsedTime(commitTime) > CommitAfter) await CommitAsync();
    }

    private async Task CommitAsync()
    {
        await engine.CommitAsync(stopping.Token);
        commitTime = clock.GetTimestamp();
    }

    /// <summary>The last change of each article, with its tags and numbers.</summary>
    private List<IndexChange> Prepare(IReadOnlyList<ArchiveChange> changes)
    {
        var last = new Dictionary<string, ArchiveChange>();
        foreach (var change in changes) last[IdOf(change)] = change;
        var tagged = new ConcurrentBag<TaggedArticle>();
        var gone = new ConcurrentBag<IndexChange>();
        Parallel.ForEach(last.Values, change =>
        {
            if (change is DraftStored stored && TryTag(stored) is { } ready) tagged.Add(ready);
            else gone.Add(new DeleteBlock(IdOf(change)));
        });
        return [.. numbering.Number([.. tagged.OrderBy(t => t.Number)]).Select(n => new ReplaceBlock(n)), .. gone];
    }

    /// <summary>Null for an article that cannot be prepared: one bad article must not hold up the others.</summary>
    private TaggedArticle? TryTag(DraftStored stored)
    {
        if (setAside.ContainsKey(stored.Sequence)) return null;
        try
        {
            return preparation.Compose(stored.Draft).Value is { } article ? Tag(stored, article) : null;
        }
        catch (Exception e) when (e is not (IOException or OutOfMemoryException))
        {
            setAside[stored.Sequence] = $"The article '{stored.Id}' could not be tagged: {e.Message}";
            return null;
        }
    }

    private TaggedArticle Tag(DraftStored stored, Article article)
    {
        var kept = stored.Sequence <= atStart ? preparation.Kept(article.Id, stored.Version, stored.Sequence) : null;
        return new TaggedArticle(article, kept ?? preparation.Tag(article, stored.Version, stored.Sequence), stored.Number, stored.Version);
    }

    private static string IdOf(ArchiveChange change) => change switch
    {
        DraftStored stored => stored.Id,
        DraftDeleted deleted => deleted.Id,
        _ => throw new InvalidOperationException($"The log holds a change of an unknown kind: {change.GetType().Name}."),
    };
}
