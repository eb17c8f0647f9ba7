using Microsoft.Data.Sqlite;
using Search.Archive;
using Xunit;

namespace Search.Tests.Archive;

public class ArchiveSchemaTests : ArchiveFixture
{
    private const string AddColumn = "ALTER TABLE article ADD COLUMN shelf TEXT";

    [Fact]
    public async Task An_older_file_takes_the_steps_it_lacks_and_keeps_its_articles()
    {
        await Fill();
        using (var connection = new ArchiveConnection(DatabaseFile))
        {
            ArchiveSchema.Migrate(connection, [.. ArchiveSchema.Steps, AddColumn, "UPDATE article SET shelf = 'new'"]);
            Assert.Equal(ArchiveSchema.Steps.Count + 2, ArchiveSchema.Version(connection));
            Assert.Equal("new", connection.Value("SELECT shelf FROM article WHERE id = 'a'"));
            ArchiveSchema.Migrate(connection, [.. ArchiveSchema.Steps, "this step was taken before", "and this one too"]);
        }
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_file_as_it_was()
    {
        await Fill();
        using (var connection = new ArchiveConnection(DatabaseFile))
        {
            var error = Assert.Throws<SqliteException>(() => ArchiveSchema.Migrate(connection, [.. ArchiveSchema.Steps, AddColumn + "; DELETE FROM missing"]));
            Assert.Contains("missing", error.Message, StringComparison.Ordinal);
        }
        using (var connection = new ArchiveConnection(DatabaseFile))
        {
            Assert.Equal(ArchiveSchema.Steps.Count, ArchiveSchema.Version(connection));
            Assert.Equal(0L, connection.Value("SELECT count(*) FROM pragma_table_info('article') WHERE name = 'shelf'"));
        }
        Assert.Equal("text", Open().Newest("a")!.Draft.Body);
    }

    private async Task Fill()
    {
        var archive = Open();
        await One(archive, Put("a", "text"));
        await archive.DisposeAsync();
    }
}
