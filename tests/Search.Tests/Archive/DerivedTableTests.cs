using Search.Archive;
using Xunit;

namespace Search.Tests.Archive;

public class DerivedTableTests : ArchiveFixture
{
    [Fact]
    public async Task Numbers_count_from_0_in_each_field_and_survive()
    {
        var archive = Open();
        Assert.Equal([0, 1, 0], archive.Numbers("name", [Value("reagan"), Value("thatcher"), Value("reagan")]));
        Assert.Equal([0], archive.Numbers("topic", [Value("wheat")]));
        Assert.Empty(archive.Numbers("topic", []));
        Assert.Equal([1, 2], archive.Numbers("name", [Value("thatcher"), Value("kohl")]));

        var survivor = Open(await CrashImage(archive));
        Assert.Equal([2, 3, 0], survivor.Numbers("name", [Value("kohl"), Value("chirac"), Value("reagan")]));
        Assert.Equal(["reagan", "thatcher", "kohl", "chirac"], survivor.Values("name").Select(value => value.Key));
        Assert.Empty(survivor.Values("source"));
    }

    [Fact]
    public void The_label_is_the_one_first_met()
    {
        var archive = Open();
        archive.Numbers("name", [new FieldValue("imf", "IMF"), new FieldValue("imf", "Imf")]);
        archive.Numbers("name", [new FieldValue("imf", "imf")]);
        Assert.Equal([new FieldValue("imf", "IMF")], archive.Values("name"));
    }

    [Fact]
    public async Task Threads_that_ask_for_the_same_values_get_the_same_numbers()
    {
        var archive = Open();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            var numbers = new Dictionary<string, int>();
            for (var n = 0; n < 200; n++)
            {
                var key = "key " + (n * (thread + 1) % 200);
                numbers[key] = archive.Numbers("name", [Value(key)])[0];
            }
            return numbers;
        })));
        var values = archive.Values("name");
        Assert.Equal(200, values.Count);
        foreach (var (key, number) in answers.SelectMany(answer => answer)) Assert.Equal(key, values[number].Key);
    }

    [Fact]
    public async Task Tags_come_back_for_their_version_and_tagger_only()
    {
        var archive = Open();
        await One(archive, Put("a", "one"));
        archive.StoreTags([new StoredTags("a", 1, "tagger 1", [1, 2, 3]), new StoredTags("unknown", 1, "tagger 1", [4])]);
        await One(archive, Put("b", "next append"));

        Assert.Equal([1, 2, 3], archive.Tags("a", 1, "tagger 1")!);
        Assert.Null(archive.Tags("a", 1, "tagger 2"));
        Assert.Null(archive.Tags("a", 2, "tagger 1"));
        Assert.Null(archive.Tags("unknown", 1, "tagger 1"));

        await One(archive, Put("a", "two"));
        Assert.Null(archive.Tags("a", 1, "tagger 1"));
        Assert.Null(archive.Tags("a", 2, "tagger 1"));
    }

    [Fact]
    public async Task Closing_writes_the_tags_that_wait()
    {
        var archive = Open();
        await One(archive, Put("a", "one"));
        archive.StoreTags([new StoredTags("a", 1, "old", [1])]);
        archive.StoreTags([new StoredTags("a", 1, "new", [2])]);
        await archive.DisposeAsync();
        archive = Open();
        Assert.Equal([2], archive.Tags("a", 1, "new")!);
        Assert.Null(archive.Tags("a", 1, "old"));
    }

    [Fact]
    public async Task Tags_of_a_deleted_article_are_never_those_of_the_one_that_came_after_it()
    {
        var archive = Open();
        await One(archive, Put("a", "old"));
        archive.StoreTags([new StoredTags("a", 1, "t", [1])]);
        await archive.AppendAsync([new DeleteDraft("a"), Put("a", "new")]);
        archive.StoreTags([new StoredTags("a", 1, "t", [1])]);
        await One(archive, Put("b", "next append"));
        Assert.Null(archive.Tags("a", 1, "t"));

        await archive.DisposeAsync();
        archive = Open();
        archive.StoreTags([new StoredTags("a", 1, "t", [2])]);
        await One(archive, Put("c", "next append"));
        Assert.Equal([2], archive.Tags("a", 1, "t")!);
    }

    private static FieldValue Value(string key) => new(key, key);
}
