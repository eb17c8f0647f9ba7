using Search.Reading.Mapped;
using Search.Reading.Packing;

namespace Search.Reading;

/// <summary>
/// Reads articles from files, folders and streams, whatever their format, which is told by content. Items come as they are read, in order;
/// memory does not grow with the input. Nothing foreign makes it throw: each trouble is a <see cref="ReadProblem"/>, and reading goes on.
/// </summary>
public sealed class ArticleReader
{
    /// <summary>The path that stands for <see cref="StandardInput"/>.</summary>
    public const string StandardInputPath = "-";
    private const string StandardInputName = "stdin";

    /// <summary>Opens the stream that the path <c>-</c> stands for. The reader closes it.</summary>
    public Func<Stream> StandardInput { get; init; } = () => Stream.Null;

    /// <summary>Whether to pass a file by, unopened; none by default.</summary>
    public Func<string, bool> Passes { get; init; } = _ => false;

    /// <summary>
    /// Where in foreign JSON and tables the members of an article are; used for everything that is read. Without one, a file <c>NAME.map</c> beside the
    /// file <c>NAME</c> says it for that file.
    /// </summary>
    public ArticleMapping? Mapping { get; init; }

    /// <summary>The names of the formats that are read.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. ArticleFormats.All.Select(f => f.Name)];

    /// <summary>The names of what they may be packed with, also in each other.</summary>
    public static IReadOnlyList<string> PackedWith { get; } = [.. Packings.All.Select(p => p.Name)];

    /// <summary>The articles and problems of the paths in turn; a folder is walked in ordinal order, without hidden files.</summary>
    public IEnumerable<ReadItem> ReadPaths(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (path == StandardInputPath)
            {
                foreach (var item in ReadOpened(StandardInput, StandardInputName, Mapping)) yield return item;
                continue;
            }
            if (!Directory.Exists(path))
            {
                foreach (var item in ReadFile(path)) yield return item;
                continue;
            }
            var any = false;
            foreach (var found in PathWalk.Files(path))
            {
                any = true;
                if (found.Path == Mapping?.File) continue;
                if (found.Problem is { } problem) yield return new ReadProblem(found.Path, "", problem);
                else foreach (var item in ReadFile(found.Path)) yield return item;
            }
            if (!any) yield return new ReadProblem(path, "", "The folder has no files.");
        }
    }

    /// <summary>The articles and problems of one stream, which is read synchronously and not closed.</summary>
    /// <param name="stream">Packed or not.</param>
    /// <param name="name">As problems show it.</param>
    /// <param name="mediaType">Of the request, if any: its charset helps where the bytes do not tell, and <c>text/plain</c> and <c>text/csv</c> are taken at their word.</param>
    public IEnumerable<ReadItem> ReadStream(Stream stream, string name, string? mediaType = null) => new SourceReader(name, Mapping).Read(stream, mediaType);

    /// <summary>Whether a stream is packed and unpacks, through all that is packed in it, to more than <paramref name="limit"/> bytes. It is read synchronously and not closed.</summary>
    public static bool UnpacksBeyond(Stream stream, long limit) => new UnpackedLength(limit).IsExceededBy(stream);

    /// <summary>Whether what begins so is packed.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> head) => Packings.Of(head[..Math.Min(head.Length, Head.Length)]) is not null;

    private IEnumerable<ReadItem> ReadFile(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0')) return [new ReadProblem(path, "", "This is no path.")];
        if (Passes(path)) return [];
        ReadProblem? problem = null;
        var mapping = Mapping ?? MappingFile.Beside(path, out problem);
        return problem is not null ? [problem] : ReadOpened(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan), path, mapping);
    }

    private static IEnumerable<ReadItem> ReadOpened(Func<Stream> open, string name, ArticleMapping? mapping)
    {
        return SourceReader.Guarded(Opened, name);

        IEnumerable<ReadItem> Opened()
        {
            using var stream = open();
            foreach (var item in new SourceReader(name, mapping).Read(stream, null)) yield return item;
        }
    }
}
