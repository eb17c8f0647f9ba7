using Search.Archive;
using Search.Articles;
using Search.Indexing;
using Search.Searching;
using Search.Tagging;
using Search.Text;
using Xunit;

namespace Search.Tests;

public sealed class FollowerTests : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("follower-").FullName;
    private readonly FullDisk engine = new();
    private readonly SqliteArchive archive;
    private readonly Follower follower;

    public FollowerTests()
    {
        archive = SqliteArchive.Open(folder, TimeProvider.System);
        var topics = new TopicTable([]);
        var values = new ValueTables(new(archive, "topic"), new(archive, "source"), new(archive, "lang"), new(archive, "author"), topics);
        var preparation = new Preparation(archive, new ArticleComposer(DataFolder.Default), new NoTagger());
        follower = new Follower(archive, engine, preparation, new Numbering(new ValueTable(archive, "name"), values), TimeProvider.System);
    }

    [Fact]
    public async Task Without_room_for_the_index_the_follower_says_so_until_it_has_caught_up_again()
    {
        engine.IsFull = true;
        await StoreAsync("a");
        await UntilAsync(() => follower.LacksRoom);
        Assert.Contains("no room", follower.Trouble);

        engine.IsFull = false;
        await UntilAsync(() => !follower.LacksRoom);
        Assert.Null(follower.Trouble);
        Assert.Equal(archive.Sequence, engine.Sequence);
        Assert.Equal(["a"], engine.Applied);
    }

    [Fact]
    public async Task An_engine_that_fails_for_another_reason_is_tried_again_and_nothing_is_refused_meanwhile()
    {
        engine.Failures = 2;
        await StoreAsync("a");
        await UntilAsync(() => engine.Sequence == archive.Sequence);
        Assert.False(follower.LacksRoom);
        Assert.Equal(0, engine.Failures);
        Assert.Equal(["a"], engine.Applied);
    }

    [Fact]
    public async Task An_article_that_cannot_be_indexed_is_set_aside_and_the_others_go_on()
    {
        engine.Refused = "b";
        await StoreAsync("a");
        await StoreAsync("b");
        await StoreAsync("c");
        await UntilAsync(() => engine.Sequence == archive.Sequence);
        Assert.Contains("'b'", Assert.Single(follower.SetAside).Value);
        Assert.Contains("c", engine.Applied);
    }

    public async ValueTask DisposeAsync()
    {
        await follower.DisposeAsync();
        await archive.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StoreAsync(string id)
    {
        await archive.AppendAsync([new PutDraft(id, new ArticleDraft { Id = id, Paragraphs = [new DraftParagraph("A plain sentence stands here.")] })]);
        follower.Notify();
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; i < 3000 && !holds(); i++) await Task.Delay(10);
        Assert.True(holds());
    }

    private sealed class NoTagger : ITagger
    {
        public string Fingerprint => "none";

        public ArticleTags Tag(Article article) => ArticleTags.None;
    }

    private sealed class FullDisk : ISearchEngine
    {
        private volatile bool isFull;

        public bool IsFull { get => isFull; set => isFull = value; }

        public int Failures { get; set; }

        public string? Refused { get; set; }

        public List<string> Applied { get; } = [];

        public long Sequence { get; private set; }

        public long Durable => Sequence;

        public bool HasRoom => !IsFull;

        public Task ApplyAsync(IReadOnlyCollection<IndexChange> changes, long sequence, bool visible, CancellationToken cancel = default)
        {
            if (IsFull) throw new IndexWriteException(new IOException("no room"));
            if (Failures > 0)
            {
                Failures--;
                throw new IndexWriteException(new IOException("broken"));
            }
            if (changes.OfType<ReplaceBlock>().Any(c => c.Id == Refused)) throw new ArticleIndexException(Refused!, new FormatException("odd"));
            Applied.AddRange(changes.Select(c => c.Id));
            Sequence = sequence;
            return Task.CompletedTask;
        }

        public Task CommitAsync(CancellationToken cancel = default) => Task.CompletedTask;

        public void ActorsChanged()
        {
        }

        public Task<ISnapshot> OpenAsync(long atLeast, TimeSpan wait, CancellationToken cancel = default) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
