using System.IO.Compression;
using System.Text;
using Search.Articles;
using Search.Reading;

namespace Search.Tests.Reading;

/// <summary>Reads from memory and from a folder of its own.</summary>
public abstract class ReadingTest : IDisposable
{
    protected const string Lead = "The council opened the new bridge on Monday after two years of work.";
    protected const string Body = "Drivers had waited for it since the old one was closed.";

    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("reading");

    protected static List<ReadItem> Read(byte[] bytes, string? mediaType = null)
    {
        using var stream = new MemoryStream(bytes);
        return [.. new ArticleReader().ReadStream(stream, "sample", mediaType)];
    }

    protected static List<ReadItem> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    protected static ArticleDraft Draft(ReadItem item) => item is ReadArticle article ? article.Draft : throw new InvalidOperationException(item.ToString());

    protected static ArticleDraft One(string text) => Draft(Xunit.Assert.Single(Read(text)));

    protected static string Reason(ReadItem item) => item is ReadProblem problem ? problem.Reason : throw new InvalidOperationException(item.ToString());

    protected static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>A folder of the material for tests; null when it is not beside the project.</summary>
    protected static string? Shared(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var shared = Path.Combine(at.FullName, "shared", path);
            if (Directory.Exists(shared)) return shared;
        }
        return null;
    }

    protected string Write(string path, string text)
    {
        var full = Path.Combine(Folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public void Dispose()
    {
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
