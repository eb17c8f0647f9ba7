using Microsoft.Extensions.Time.Testing;
using Search.Archive;
using Search.Articles;

namespace Search.Tests.Archive;

/// <summary>An archive in a folder of its own that goes with the test.</summary>
public abstract class ArchiveFixture : IAsyncDisposable
{
    private readonly List<SqliteArchive> open = [];

    protected string Folder { get; } = Directory.CreateTempSubdirectory("archive-").FullName;

    protected string DatabaseFile => Path.Combine(Folder, "archive.db");

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private protected SqliteArchive Open(string? folder = null)
    {
        var archive = SqliteArchive.Open(folder ?? Folder, Clock);
        open.Add(archive);
        return archive;
    }

    private protected static PutDraft Put(string id, string body, string? revised = null) =>
        new(id, new ArticleDraft { Id = id, Body = body, Revised = revised is null ? null : Time(revised) });

    protected static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private protected static async Task<WriteReceipt> One(SqliteArchive archive, ArchiveWrite write) => (await archive.AppendAsync([write]))[0];

    /// <summary>Copies the files as a power cut at this moment would leave them: inside a transaction of the writing thread.</summary>
    private protected async Task<string> CrashImage(SqliteArchive archive, Action<ArchiveConnection>? inTransaction = null)
    {
        var image = Directory.CreateDirectory(Path.Combine(Folder, "image-" + Guid.NewGuid().ToString("N"))).FullName;
        await archive.RunAsync(connection =>
        {
            inTransaction?.Invoke(connection);
            foreach (var file in Directory.GetFiles(Folder, "archive.db*"))
            {
                if (!file.EndsWith("-shm", StringComparison.Ordinal)) File.Copy(file, Path.Combine(image, Path.GetFileName(file)));
            }
        });
        return image;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var archive in open) await archive.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
