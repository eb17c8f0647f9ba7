using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Search.Articles;
using Search.Searching;
using Search.Tests.Searching;
using Search.Text;
using Xunit;

namespace Search.Tests.Indexing;

public class CorpusRecoveryTests : CorpusTest
{
    private string Editions => Path.Combine(Folder, "editions");

    [Fact]
    public async Task After_a_kill_everything_acknowledged_is_found_again()
    {
        var corpus = await OpenAsync([.. Enumerable.Range(0, 20).Select(i => Draft($"a{i:00}", $"lamok {i}", "envoys of France met"))]);
        await CloseAsync(corpus);
        corpus = await OpenAsync();
        await PutAsync(corpus, [.. Enumerable.Range(10, 20).Select(i => Draft($"a{i:00}", $"vruk {i}"))]);
        await DeleteAsync(corpus, "a03");
        var image = Image();

        var survivor = await OpenAsync(image);
        await CaughtUpAsync(survivor);

        Assert.Equal(corpus.Sequence, survivor.Sequence);
        foreach (var search in (string[])["q=lamok&facet=actor", "q=vruk", "facet=actor,lang", "q=@france"])
        {
            var (before, after) = (await SearchAsync(corpus, search + "&limit=100"), await SearchAsync(survivor, search + "&limit=100"));
            Assert.Equal(before.Counts, after.Counts);
            Assert.Equal(Ids(before).Order(), Ids(after).Order());
        }
        Assert.Equal(9, (await SearchAsync(survivor, "q=lamok")).Counts.Articles);
    }

    [Fact]
    public async Task An_index_that_was_removed_is_built_again()
    {
        await FilledAsync();
        Directory.Delete(Editions, recursive: true);
        await SoundAsync(await OpenAsync());
    }

    [Fact]
    public async Task A_flipped_byte_in_any_file_of_the_index_makes_a_new_edition()
    {
        await FilledAsync();
        var files = Directory.GetFiles(Directory.GetDirectories(Editions).Single()).Select(Path.GetFileName).Where(f => f != "segments.gen").ToList();
        Assert.True(files.Count > 4);
        for (var i = 0; i < files.Count; i++)
        {
            var edition = Directory.GetDirectories(Editions).Single();
            var sizes = Directory.GetFiles(edition).OrderBy(f => f, StringComparer.Ordinal).Where(f => Path.GetFileName(f) != "segments.gen").ToList();
            var bytes = await File.ReadAllBytesAsync(sizes[i % sizes.Count]);
            bytes[bytes.Length / 2] ^= 0x10;
            await File.WriteAllBytesAsync(sizes[i % sizes.Count], bytes);

            var corpus = await OpenAsync();
            await SoundAsync(corpus);
            Assert.NotEqual(edition, Directory.GetDirectories(Editions).Single());
            await CloseAsync(corpus);
        }
    }

    [Fact]
    public async Task A_sound_edition_is_used_again()
    {
        await FilledAsync();
        var edition = Directory.GetDirectories(Editions).Single();
        var corpus = await OpenAsync();
        Assert.True(corpus.IsReady);
        await SoundAsync(corpus);
        Assert.Equal(edition, Directory.GetDirectories(Editions).Single());
    }

    [Fact]
    public async Task Other_data_of_the_tagger_makes_a_new_edition_with_its_tags()
    {
        await FilledAsync();
        var edition = Directory.GetDirectories(Editions).Single();
        var nameless = await OpenAsync(data: new DataFolder(Path.Combine(Folder, "no-data")));
        await CaughtUpAsync(nameless);
        Assert.NotEqual(edition, Directory.GetDirectories(Editions).Single());
        Assert.Equal(new Counts(3, 3), (await SearchAsync(nameless, "q=lamok")).Counts);
        Assert.Empty(Facet(await SearchAsync(nameless, "facet=actor"), FacetField.Actor).Values);
        await CloseAsync(nameless);
        await SoundAsync(await OpenAsync());
    }

    [Fact]
    public async Task An_edition_of_another_archive_is_not_taken_for_this_ones()
    {
        await FilledAsync();
        foreach (var file in Directory.GetFiles(Folder, "archive.db*")) File.Delete(file);
        var corpus = await OpenAsync();
        await CaughtUpAsync(corpus);
        Assert.Equal(new Counts(0, 0), (await SearchAsync(corpus, "")).Counts);
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_and_the_holder_named()
    {
        var corpus = await OpenAsync(Draft("a", "lamok"));
        corpus.Announce("http://127.0.0.1:5080");
        var refused = await Assert.ThrowsAsync<CorpusInUseException>(() => OpenAsync());
        Assert.Equal("http://127.0.0.1:5080", refused.Address);
        Assert.Contains($"process {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await SearchAsync(corpus, "q=lamok")).Counts.Articles);
        await CloseAsync(corpus);
        Assert.Equal(1, (await SearchAsync(await OpenAsync(), "q=lamok")).Counts.Articles);
    }

    [Fact]
    public async Task Half_an_article_is_never_seen()
    {
        ArticleDraft[] versions = [Draft("a", "lamok one", "lamok two", "lamok three"), Draft("a", "vruk one", "vruk two", "vruk three", "vruk four", "vruk five")];
        var corpus = await OpenAsync(versions[0]);
        var done = false;
        var writer = Task.Run(async () =>
        {
            for (var i = 1; i <= 60; i++) await corpus.PutAsync([versions[i % 2], Draft("other", $"zop {i}")]);
            Volatile.Write(ref done, true);
        });
        for (var i = 0; i < 5000 && !Volatile.Read(ref done); i++)
        {
            var found = await SearchAsync(corpus, "q=lamok OR vruk&unit=paragraph");
            var texts = found.Hits.Cast<ParagraphHit>().Select(h => h.Text).Order().ToList();
            var version = versions[texts[0].StartsWith("lamok", StringComparison.Ordinal) ? 0 : 1];
            Assert.Equal(version.Paragraphs.Select(p => p.Text).Order(), texts);
            Assert.Equal(new Counts(texts.Count, 1), found.Counts);
        }
        await writer;
        await CaughtUpAsync(corpus);
        Assert.Equal(new Counts(3, 1), (await SearchAsync(corpus, "q=lamok OR vruk")).Counts);
    }

    [Fact]
    public async Task A_search_that_asks_for_a_generation_sees_the_write_that_gave_it()
    {
        var corpus = await OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            var written = (await corpus.PutAsync([Draft($"a{i}", "lamok")]))[0];
            var found = await SearchAsync(corpus, $"q=lamok&min_generation={written.Generation}");
            Assert.Equal((i + 1, false), (found.Counts.Articles, found.Stale));
            Assert.InRange(found.Generation, written.Generation, long.MaxValue);
        }
    }

    [Fact]
    public async Task A_generation_that_does_not_come_is_waited_for_two_seconds_and_the_answer_is_stale()
    {
        var clock = new FakeTimeProvider(Now);
        var corpus = await OpenAsync(clock: clock);
        await PutAsync(corpus, Draft("a", "lamok"));
        var search = SearchAsync(corpus, $"q=lamok&min_generation={corpus.Sequence + 1}");
        clock.Advance(TimeSpan.FromSeconds(1.9));
        await Task.Yield();
        Assert.False(search.IsCompleted);
        while (!search.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(0.2));
            await Task.Yield();
        }
        var found = await search;
        Assert.Equal((true, 1), (found.Stale, found.Counts.Articles));
        Assert.False(await corpus.WaitVisibleAsync(corpus.Sequence + 1, TimeSpan.Zero));
        Assert.True(await corpus.WaitVisibleAsync(corpus.Sequence, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_deleted_article_is_gone_and_may_come_back()
    {
        var corpus = await OpenAsync(Draft("a", "lamok", "lamok"));
        await DeleteAsync(corpus, "a");
        Assert.Equal(new Counts(0, 0), (await SearchAsync(corpus, "")).Counts);
        await PutAsync(corpus, Draft("a", "vruk"));
        Assert.Equal(new Counts(1, 1), (await SearchAsync(corpus, "")).Counts);
    }

    private async Task FilledAsync()
    {
        var corpus = await OpenAsync(Draft("a", "lamok", "envoys of France met"), Draft("b", "lamok"), Draft("c", "lamok"), Draft("d", "vruk"));
        await DeleteAsync(corpus, "d");
        await CloseAsync(corpus);
    }

    private static async Task SoundAsync(Corpus corpus)
    {
        await CaughtUpAsync(corpus);
        Assert.True(corpus.IsReady);
        Assert.Equal(["a", "b", "c"], Ids(await SearchAsync(corpus, "q=lamok&sort=date")));
        Assert.Equal(["country:france"], Facet(await SearchAsync(corpus, "facet=actor"), FacetField.Actor).Values.Select(v => v.Id));
        Assert.Equal(new Counts(4, 3), (await SearchAsync(corpus, "")).Counts);
    }

    /// <summary>The folder as a kill would leave it: nothing closed, no lock.</summary>
    private string Image()
    {
        var image = Path.Combine(Folder, "image");
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) is "LOCK" || file.EndsWith("-shm", StringComparison.Ordinal)) continue;
            var to = Path.Combine(image, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return image;
    }
}
