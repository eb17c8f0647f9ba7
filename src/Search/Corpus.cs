using System.Runtime.CompilerServices;
using Search.Archive;
using Search.Articles;
using Search.Indexing;
using Search.Searching;
using Search.Searching.Similar;
using Search.Searching.Suggesting;
using Search.Searching.Timelines;
using Search.Tagging;
using Search.Tagging.Names;
using Search.Tagging.Topics;
using Search.Text;

namespace Search;

/// <summary>Where a corpus lives and what it works with.</summary>
public sealed record CorpusOptions
{
    /// <summary>The data folder; made when missing.</summary>
    public required string Folder { get; init; }
    /// <summary>Written into the folder's lock, so that other processes know whom to ask.</summary>
    public string? Address { get; init; }
    public TimeProvider Clock { get; init; } = TimeProvider.System;
    /// <summary>Gazetteers, topics, rules and stop words.</summary>
    public DataFolder Data { get; init; } = DataFolder.Default;
    /// <summary>About how many bytes the frozen views of open cursors may keep in memory; beyond it the cursor unused longest expires early.</summary>
    public long CursorBytes { get; init; } = 512L << 20;
}

/// <summary>What became of one article that was handed in: a result, or the problem.</summary>
public sealed record WriteAnswer(string? Id, WriteResult? Result, int Version, int Paragraphs, long Generation, ArticleProblem? Problem = null);

/// <summary>The folder is in use by another process.</summary>
public sealed class CorpusInUseException(string message, string? address) : IOException(message)
{
    /// <summary>Where the holder answers HTTP; null when it does not.</summary>
    public string? Address { get; } = address;
}

/// <summary>
/// A collection of articles in one data folder: the front door of the library. Articles go in through <see cref="PutAsync"/>, are durable when
/// it answers and found a moment later; searches come out of <see cref="SearchAsync"/>. One process at a time holds a folder.
/// Safe to call from several threads.
/// </summary>
public sealed class Corpus : IAsyncDisposable
{
    private static readonly TimeSpan GenerationWait = TimeSpan.FromSeconds(2);

    private readonly DataLock held;
    private readonly IArchive archive;
    private readonly ISearchEngine engine;
    private readonly Preparation preparation;
    private readonly Follower follower;
    private readonly ArticleViews views;
    private readonly StopWords smallWords;
    private readonly TimeProvider clock;
    private int closed;

    private Corpus(DataLock held, IArchive archive, CorpusOptions options)
    {
        this.held = held;
        this.archive = archive;
        clock = options.Clock;
        smallWords = StopWords.Read(options.Data);
        var composer = new ArticleComposer(options.Data);
        var own = new DataFolder(options.Folder);
        DataProblems = OwnTopics.Read(options.Data, own).Problems;
        var tagger = GazetteerTagger.Read(options.Data, own);
        var topics = TopicTable.Read(options.Data, own);
        var values = new ValueTables(new(archive, "topic", topics.Label), new(archive, "source"), new(archive, "lang"), new(archive, "author"), topics)
        {
            StopWords = StopWords.Read(options.Data),
            SayingVerbs = NameData.SayingVerbsOf(options.Data),
        };
        var names = new ValueTable(archive, "name");
        Names = new NameTable(names, ActorAliases.Read(options.Data));
        var edition = Edition.Open(Path.Combine(options.Folder, "editions"), new EditionStamp(archive.StoreId, tagger.Fingerprint, composer.Fingerprint));
        engine = new LuceneEngine(edition, Names, values, clock, options.CursorBytes);
        preparation = new Preparation(archive, composer, tagger);
        views = new ArticleViews(Names, values.TopicTree);
        follower = new Follower(archive, engine, preparation, new Numbering(names, values), clock);
        edition.DropOthers();
    }

    /// <summary>Opens or makes the folder. Returns before the index has caught up with the archive: see <see cref="IsReady"/>.</summary>
    /// <exception cref="CorpusInUseException">Another process holds the folder.</exception>
    /// <exception cref="ArchiveDamagedException">The archive cannot be read; the message says what to do.</exception>
    public static async Task<Corpus> OpenAsync(CorpusOptions options, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(options.Folder);
        var held = DataLock.Take(options.Folder, options.Address);
        IArchive? archive = null;
        try
        {
            archive = SqliteArchive.Open(options.Folder, options.Clock);
            return new Corpus(held, archive, options);
        }
        catch
        {
            if (archive is not null) await archive.DisposeAsync();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Whether searches see everything that was durable at the start.</summary>
    public bool IsReady => follower.HasCaughtUp;

    /// <summary>Why the index falls behind the archive; null when all is well.</summary>
    public string? Trouble => follower.Trouble;

    /// <summary>Rows of the user's own topics and rules that could not be used: a sentence each, with file and line. All others count.</summary>
    public IReadOnlyList<string> DataProblems { get; }

    /// <summary>How many articles are stored.</summary>
    public long Count => archive.Count;

    /// <summary>The number of the newest change that searches see.</summary>
    public long Generation => engine.Sequence;

    /// <summary>The number of the newest durable change.</summary>
    public long Sequence => archive.Sequence;

    /// <summary>When the newest change was stored; null when there is none.</summary>
    public DateTimeOffset? LastArrived => archive.LastArrived;

    /// <summary>Who is meant by which name.</summary>
    internal NameTable Names { get; }

    /// <summary>Tells other processes where this one answers HTTP, once that is known.</summary>
    public void Announce(string address) => held.Write(address);

    /// <summary>Stores articles in order; one answer each, in the same order, given when they are durable.</summary>
    /// <exception cref="ArchiveFullException">The disk is full; nothing of the batch was stored.</exception>
    public async Task<IReadOnlyList<WriteAnswer>> PutAsync(IReadOnlyList<ArticleDraft> drafts, CancellationToken cancel = default)
    {
        CheckRoom();
        var composed = new Outcome<Article>[drafts.Count];
        var identified = new ArticleDraft[drafts.Count];
        Parallel.For(0, drafts.Count, i =>
        {
            identified[i] = drafts[i].Id is null ? drafts[i] with { Id = preparation.Identify(drafts[i]) } : drafts[i];
            composed[i] = preparation.Compose(identified[i]);
        });
        var writes = new List<ArchiveWrite>(drafts.Count);
        for (var i = 0; i < composed.Length; i++)
        {
            if (composed[i].Problem is null) writes.Add(new PutDraft(identified[i].Id!, identified[i]));
        }
        var receipts = writes.Count == 0 ? [] : await archive.AppendAsync(writes, cancel);
        follower.Notify();
        var answers = new WriteAnswer[drafts.Count];
        var next = 0;
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = composed[i].Problem is { } problem
                ? new WriteAnswer(identified[i].Id, null, 0, 0, archive.Sequence, problem)
                : Answer(receipts[next++], composed[i].Value!.Paragraphs.Count);
        }
        return answers;
    }

    /// <summary>Forgets an article; <see cref="WriteResult.NotFound"/> when there is none.</summary>
    public async Task<WriteAnswer> DeleteAsync(string id, CancellationToken cancel = default)
    {
        CheckRoom();
        var receipts = await archive.AppendAsync([new DeleteDraft(id)], cancel);
        follower.Notify();
        return Answer(receipts[0], 0);
    }

    /// <summary>Waits until searches see a change; false when the time ran out first.</summary>
    public async Task<bool> WaitVisibleAsync(long generation, TimeSpan timeout, CancellationToken cancel = default)
    {
        using var snapshot = await engine.OpenAsync(generation, timeout, cancel);
        return snapshot.Sequence >= generation;
    }

    /// <summary>Carries out a search.</summary>
    public async Task<Answer<SearchResult>> SearchAsync(SearchRequest request, CancellationToken cancel = default)
    {
        using var snapshot = await OpenAsync(request, cancel);
        return snapshot.Search(request, cancel);
    }

    /// <summary>Every hit of a search in its order, from one frozen view. Check the request with <see cref="SearchAsync"/> first: a problem ends it without hits.</summary>
    public async IAsyncEnumerable<Hit> ExportAsync(SearchRequest request, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var snapshot = await OpenAsync(request, cancel);
        foreach (var hit in snapshot.All(request, cancel)) yield return hit;
    }

    /// <summary>The newest durable version of an article; with a query, its matches and its neighbours in the result.</summary>
    public async Task<ArticleView?> ArticleAsync(string id, SearchRequest? request = null, CancellationToken cancel = default)
    {
        if (archive.Newest(id) is not { } stored || preparation.Compose(stored.Draft).Value is not { } article) return null;
        var view = views.Of(article, preparation.Tags(article, stored.Version, stored.Sequence), stored.Version, stored.Sequence);
        if (request?.Query.Root is null) return view;
        using var snapshot = await OpenAsync(request, cancel);
        return ArticleViews.With(view, snapshot.Place(id, stored.Version, request, cancel));
    }

    /// <summary>
    /// Articles like one, ranked, each with what it shares; never the article itself. The request's filters choose among them; its query, order and unit
    /// do not count, its paging goes by offset.
    /// </summary>
    public async Task<Answer<SearchResult>> SimilarAsync(string id, SearchRequest request, CancellationToken cancel = default)
    {
        if (archive.Newest(id) is not { } stored || preparation.Compose(stored.Draft).Value is not { } article)
        {
            return new RequestProblem(RequestProblem.NotFound, $"There is no article '{id}'.");
        }
        var profile = ArticleProfile.Of(article, stored.Version, preparation.Tags(article, stored.Version, stored.Sequence), smallWords);
        using var snapshot = await OpenAsync(request, cancel);
        return snapshot.Similar(profile, request, cancel);
    }

    /// <summary>Counts several queries or actors by time, on the same buckets, and together.</summary>
    public async Task<Answer<TimelineResult>> TimelineAsync(TimelineRequest request, CancellationToken cancel = default)
    {
        using var snapshot = await OpenAsync(request.Search, cancel);
        return snapshot.Timeline(request, cancel);
    }

    /// <summary>When the newest version of an article was stored; null when there is no such article.</summary>
    public DateTimeOffset? Arrived(string id) => archive.Newest(id) is { } stored ? archive.Versions(id).LastOrDefault(v => v.Sequence == stored.Sequence)?.At : null;

    /// <summary>A paragraph of the newest durable version, with up to three neighbours on each side.</summary>
    public async Task<ParagraphView?> ParagraphAsync(string id, int context = 0, CancellationToken cancel = default)
    {
        var hash = id.LastIndexOf('#');
        if (hash <= 0 || !int.TryParse(id.AsSpan(hash + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var ordinal)) return null;
        var article = await ArticleAsync(id[..hash], null, cancel);
        return article is null || ordinal >= article.Paragraphs.Count ? null : ArticleViews.Paragraph(article, ordinal, context);
    }

    /// <summary>The values of one facet under a search, page by page; <paramref name="typed"/> keeps those with a word that begins so.</summary>
    public async Task<Answer<FacetPage>> FacetAsync(FacetRequest facet, SearchRequest request, string? typed, string? cursor, CancellationToken cancel = default)
    {
        using var snapshot = await OpenAsync(request, cancel);
        return snapshot.Values(facet, request, typed, cursor, cancel);
    }

    /// <summary>What somebody may mean who has typed so much: actors, topics, sources, phrases and headlines under the filters of a search, whose query does not count.</summary>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(string typed, int limit, SearchRequest request, CancellationToken cancel = default)
    {
        using var snapshot = await OpenAsync(request, cancel);
        return snapshot.Suggest(typed, limit, request, cancel);
    }

    /// <summary>Actors by name and type, the most named first.</summary>
    public async Task<Answer<ActorPage>> ActorsAsync(string? name, ActorType? type, int limit, string? cursor, CancellationToken cancel = default)
    {
        var page = await FacetAsync(new FacetRequest(FacetField.Actor) { Limit = limit, Type = type }, new SearchRequest(), name, cursor, cancel);
        if (page.Value is not { } values) return page.Problem!;
        return new ActorPage(values.Generation, [.. values.Values.Select(v => new ActorSummary(v.Id, v.Type!.Value, v.Label, v.Articles, v.Paragraphs) { MatchedAlias = v.MatchedAlias })], values.ValuesTotal, values.Cursor);
    }

    /// <summary>The tree of topics with counts.</summary>
    public async Task<TopicTree> TopicsAsync(CancellationToken cancel = default)
    {
        var page = await FacetAsync(new FacetRequest(FacetField.Topic) { Limit = int.MaxValue }, new SearchRequest(), null, null, cancel);
        return TopicTrees.Of(page.Value!);
    }

    /// <summary>What the index holds.</summary>
    public async Task<IndexStatus> StatusAsync(CancellationToken cancel = default)
    {
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        using var snapshot = await engine.OpenAsync(0, TimeSpan.Zero, cancel);
        var extent = snapshot.Extent();
        var ofToday = snapshot.Search(new SearchRequest { Limit = 0, Published = new DateSpan(today, today.AddDays(1)), Hints = HintMode.None }, cancel).Value!;
        return new IndexStatus(
            extent.Articles, extent.Paragraphs, Named(FacetField.Source), Named(FacetField.Lang), new PublishedSpan(extent.First, extent.Last),
            archive.LastArrived, ofToday.Counts.Articles, snapshot.Sequence, archive.Sequence)
        {
            DataProblems = DataProblems.Count == 0 ? null : DataProblems,
            SetAside = follower.SetAside.Count == 0 ? null : [.. follower.SetAside.OrderBy(a => a.Key).Select(a => a.Value)],
        };

        IReadOnlyList<NamedCount> Named(FacetField field) =>
            [.. snapshot.Values(new FacetRequest(field) { Limit = int.MaxValue }, new SearchRequest(), null, null, cancel).Value!.Values.Select(v => new NamedCount(v.Id, v.Articles))];
    }

    /// <summary>From now on every name of one actor means another, at once in every open search; false when one of them is unknown.</summary>
    internal bool MergeActors(string from, string into)
    {
        if (!Names.Merge(from, into)) return false;
        engine.ActorsChanged();
        return true;
    }

    /// <summary>Closes the folder; once it is closed, again changes nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0) return;
        try
        {
            await follower.DisposeAsync();
        }
        finally
        {
            await engine.DisposeAsync();
            await archive.DisposeAsync();
            held.Dispose();
        }
    }

    private void CheckRoom()
    {
        if (follower.LacksRoom) throw new ArchiveFullException("The disk is full: the index cannot follow, so nothing is taken until it can. Free some space and send it again.");
    }

    private Task<ISnapshot> OpenAsync(SearchRequest request, CancellationToken cancel) => engine.OpenAsync(request.MinGeneration ?? 0, GenerationWait, cancel);

    private static WriteAnswer Answer(WriteReceipt receipt, int paragraphs) => receipt.Result == WriteResult.Conflict
        ? new WriteAnswer(receipt.Id, null, receipt.Version, 0, receipt.Sequence, new ArticleProblem(ArticleProblem.VersionConflict, $"The stored version was revised later ({receipt.Revised:yyyy-MM-dd'T'HH:mm:ssK}). Send a revised time that is not before it, or leave it out."))
        : new WriteAnswer(receipt.Id, receipt.Result, receipt.Version, paragraphs, receipt.Sequence);
}
