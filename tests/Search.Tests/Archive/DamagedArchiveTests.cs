using Microsoft.Data.Sqlite;
using Search.Archive;
using Xunit;

namespace Search.Tests.Archive;

public class DamagedArchiveTests : ArchiveFixture
{
    [Theory]
    [InlineData("empty")]
    [InlineData("zeros")]
    [InlineData("text")]
    [InlineData("cut off in the header")]
    [InlineData("cut off in the middle")]
    [InlineData("zeros after the header")]
    public async Task A_damaged_file_is_refused_with_advice_and_left_as_it_is(string damage)
    {
        var archive = Open();
        await archive.AppendAsync([.. Enumerable.Range(0, 200).Select(n => Put("a" + n, "text " + n))]);
        await archive.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(DatabaseFile);
        bytes = damage switch
        {
            "empty" => [],
            "zeros" => new byte[bytes.Length],
            "text" => [.. Enumerable.Repeat((byte)'x', 5000)],
            "cut off in the header" => bytes[..50],
            "cut off in the middle" => bytes[..(bytes.Length / 2)],
            _ => [.. bytes[..100], .. new byte[bytes.Length - 100]],
        };
        await File.WriteAllBytesAsync(DatabaseFile, bytes);

        var damaged = Assert.Throws<ArchiveDamagedException>(() => Open());

        Assert.Contains("restore the newest snapshot", damaged.Message, StringComparison.Ordinal);
        Assert.Contains(DatabaseFile, damaged.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(DatabaseFile));
    }

    [Fact]
    public void A_database_of_another_program_is_refused()
    {
        using (var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE note(text)";
            command.ExecuteNonQuery();
        }
        Assert.Contains("another program", Assert.Throws<ArchiveDamagedException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused()
    {
        var archive = Open();
        await archive.RunAsync(connection => connection.Script("PRAGMA user_version = 99"));
        await archive.DisposeAsync();
        Assert.Contains("newer version", Assert.Throws<ArchiveDamagedException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_its_database_is_refused()
    {
        File.WriteAllText(DatabaseFile + "-wal", "left over");
        Assert.Contains("is missing", Assert.Throws<ArchiveDamagedException>(() => Open()).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(DatabaseFile));
    }

    [Fact]
    public void A_database_that_was_never_finished_is_made_anew()
    {
        File.WriteAllText(DatabaseFile + ".new", "half a file");
        Assert.Equal(0, Open().Count);
    }

    [Theory]
    [InlineData("UPDATE original SET payload = x'00112233'")]
    [InlineData("UPDATE original SET payload = substr(payload, 1, length(payload) - 3)")]
    [InlineData("UPDATE original SET payload = x''")]
    [InlineData("UPDATE original SET size = 3")]
    [InlineData("UPDATE original SET size = -1")]
    [InlineData("UPDATE original SET size = 9000000000")]
    [InlineData("DELETE FROM original")]
    public async Task A_damaged_original_is_reported_when_it_is_read(string damage)
    {
        var archive = Open();
        await One(archive, Put("a", "a text that is long enough to be damaged"));
        await archive.RunAsync(connection => connection.Script(damage));
        await archive.DisposeAsync();
        archive = Open();
        Assert.Throws<ArchiveDamagedException>(() => archive.Newest("a"));
        Assert.Throws<ArchiveDamagedException>(() => archive.After(0, 10));
        Assert.Equal(1, archive.Count);
    }

    [Fact]
    public async Task Damage_met_while_writing_stops_all_writing()
    {
        var archive = Open();
        await archive.AppendAsync([.. Enumerable.Range(0, 2000).Select(n => Put("a" + n, "text " + n))]);
        long page = 0;
        await archive.RunAsync(connection => page = (long)connection.Value("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_article_1'")!);
        await archive.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(DatabaseFile);
        Array.Fill(bytes, (byte)0xEE, (int)(page - 1) * 4096, 4096);
        await File.WriteAllBytesAsync(DatabaseFile, bytes);
        archive = Open();
        ArchiveWrite[] batch = [.. Enumerable.Range(0, 2000).Select(n => Put("a" + n, "other " + n))];
        await Assert.ThrowsAsync<ArchiveDamagedException>(() => archive.AppendAsync(batch));
        await Assert.ThrowsAsync<ArchiveDamagedException>(() => archive.AppendAsync([Put("new", "text")]));
        Assert.Throws<ArchiveDamagedException>(() => archive.Newest("a1"));
        Assert.Equal(2000, archive.After(0, 5000).Count);
    }
}
