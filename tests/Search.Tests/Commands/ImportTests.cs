using Search.App.Commands;
using Search.App.Commands.Indexing;
using Search.Articles;
using Search.Reading;
using Xunit;

namespace Search.Tests.Commands;

public class ImportTests
{
    private static readonly string[] Import = ["in"];

    [Fact]
    public async Task A_dry_run_tells_what_would_become_of_everything_and_writes_nothing()
    {
        using var at = new TestTerminal();
        at.Write("in/a.jsonl", """
            {"id":"a","body":"Boats stay in port."}
            {"id":"b","body":" "}
            {"id":"a","body":"Boats sail again."}
            """);
        at.Write("in/b.json", "{\"id\":");
        await at.ExpectAsync(ExitCode.Ok, "index", "in", "--dry-run", "--problems", "bad.jsonl");
        Assert.Contains("nothing was written", at.Out, StringComparison.Ordinal);
        Assert.Contains("1 created, 1 updated, 0 unchanged", at.Out, StringComparison.Ordinal);
        Assert.Contains("JSON lines: 3 articles in 2 files, 2 problems", at.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(at.Folder, "index")));

        var listed = await File.ReadAllLinesAsync(Path.Combine(at.Folder, "bad.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(2, listed.Length);
        Assert.Contains("\"place\":\"line 2\"", listed[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_problems_that_cannot_be_written_is_refused_before_anything_is_read()
    {
        using var at = new TestTerminal();
        at.Write("in/a.jsonl", """{"id":"a","body":"Boats stay in port."}""");
        await at.ExpectAsync(ExitCode.BadUsage, "index", "in", "--problems", "in");
        Assert.Contains("cannot be written", at.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(at.Folder, "index")));
    }

    [Fact]
    public async Task An_import_that_ended_leaves_no_journal_and_the_next_one_reads_everything()
    {
        using var at = new TestTerminal();
        at.Write("in/a.jsonl", """{"id":"a","body":"Boats stay in port."}""");
        await at.ExpectAsync(ExitCode.Ok, "index", "in");
        Assert.Empty(Directory.GetFiles(Path.Combine(at.Folder, "index", "imports")));
        await at.ExpectAsync(ExitCode.Ok, "index", "in");
        Assert.Contains("1 unchanged", at.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_import_goes_on_behind_what_was_durable_and_passes_whole_files_by()
    {
        using var at = new TestTerminal();
        var (first, second) = (at.Write("in/1.txt", "one"), at.Write("in/2.txt", "two"));
        ReadItem[] items = [Article(first, 1), Article(first, 2), Article(second, 1), Article(second, 2), Article(second, 3)];
        using (var journal = ImportJournal.Open(at.Folder, Import)) journal.Taken([.. journal.Rest(items).Take(4)]);

        using var next = ImportJournal.Open(at.Folder, Import);
        Assert.Equal(4, next.Before);
        Assert.True(next.IsDone(first));
        Assert.False(next.IsDone(second));
        var rest = next.Rest(items.Skip(2)).ToList();
        Assert.Equal([items[4]], rest);
        next.Taken(rest);
        using var third = ImportJournal.Open(at.Folder, Import);
        Assert.Equal(5, third.Before);
        third.Finish();
        Assert.Empty(Directory.GetFiles(Path.Combine(at.Folder, "imports")));
    }

    [Fact]
    public void A_file_that_changed_since_is_read_again_and_other_imports_have_their_own_journal()
    {
        using var at = new TestTerminal();
        var (first, second) = (at.Write("in/1.txt", "one"), at.Write("in/2.txt", "two"));
        ReadItem[] items = [Article(first, 1), Article(second, 1), Article(second, 2)];
        using (var journal = ImportJournal.Open(at.Folder, Import)) journal.Taken([.. journal.Rest(items).Take(2)]);
        File.WriteAllText(first, "one and more");
        File.WriteAllText(second, "two and more");

        using var next = ImportJournal.Open(at.Folder, Import);
        Assert.False(next.IsDone(first));
        Assert.Equal(items, next.Rest(items));
        using var other = ImportJournal.Open(at.Folder, ["elsewhere"]);
        Assert.Equal(0, other.Before);
        next.Forget();
        using var anew = ImportJournal.Open(at.Folder, Import);
        Assert.Equal(0, anew.Before);
    }

    [Fact]
    public void A_file_whose_mapping_was_corrected_is_read_again()
    {
        using var at = new TestTerminal();
        var table = at.Write("in/1.csv", "a,b");
        var mapping = at.Write("in/1.csv.map", "title = a");
        var later = at.Write("in/2.txt", "two");
        using (var journal = ImportJournal.Open(at.Folder, Import)) journal.Taken([.. journal.Rest([Article(table, 1), Article(later, 1)])]);
        using (var journal = ImportJournal.Open(at.Folder, Import)) Assert.True(journal.IsDone(table));
        File.SetLastWriteTimeUtc(mapping, File.GetLastWriteTimeUtc(mapping).AddMinutes(1));
        using var next = ImportJournal.Open(at.Folder, Import);
        Assert.False(next.IsDone(table));
    }

    [Fact]
    public void A_line_torn_by_the_end_of_the_process_and_standard_input_cost_nothing()
    {
        using var at = new TestTerminal();
        var first = at.Write("in/1.txt", "one");
        using (var journal = ImportJournal.Open(at.Folder, Import)) journal.Taken([.. journal.Rest([Article("stdin", 1), Article(first, 1)])]);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(at.Folder, "imports")));
        File.AppendAllText(file, "{\"File\":\"/somewh");
        using (var journal = ImportJournal.Open(at.Folder, Import))
        {
            Assert.Equal(1, journal.Before);
            journal.Taken([.. journal.Rest([Article(first, 1), Article(first, 2)])]);
        }
        using var next = ImportJournal.Open(at.Folder, Import);
        Assert.Equal(2, next.Before);
    }

    [Fact]
    public void Where_the_journal_cannot_be_written_the_import_goes_on_without_it()
    {
        using var at = new TestTerminal();
        var first = at.Write("in/1.txt", "one");
        at.Write("imports", "a file where the folder should be");
        using var journal = ImportJournal.Open(at.Folder, Import);
        journal.Taken([.. journal.Rest([Article(first, 1)])]);
        journal.Finish();
        Assert.Equal(0, journal.Before);
    }

    private static ReadArticle Article(string file, int number) => new(file, "line " + number, new ArticleDraft { Id = $"id{number}", Body = "One." });
}
