using Search.Reading.Mapped;
using Search.Reading.Packing;
using Search.Reading.Plain;
using Search.Reading.Tables;

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
    private readonly IReadOnlyList<IArticleFormat> formats = ArticleFormats.All;

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
    public IEnumerable<ReadItem> ReadStream(Stream stream, string name, string? mediaType = null) => Guarded(() => Read(stream, name, mediaType, Mapping), name);

    private IEnumerable<ReadItem> ReadFile(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0')) return [new ReadProblem(path, "", "This is no path.")];
        if (Passes(path)) return [];
        ReadProblem? problem = null;
        var mapping = Mapping ?? MappingFile.Beside(path, out problem);
        return problem is not null ? [problem] : ReadOpened(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan), path, mapping);
    }

    private IEnumerable<ReadItem> ReadOpened(Func<Stream> open, string name, ArticleMapping? mapping)
    {
        return Guarded(Opened, name);

        IEnumerable<ReadItem> Opened()
        {
            using var stream = open();
            foreach (var item in Read(stream, name, null, mapping)) yield return item;
        }
    }

    private IEnumerable<ReadItem> Read(Stream stream, string name, string? mediaType, ArticleMapping? mapping)
    {
        var (head, whole) = HeadedStream.Peek(stream, Head.Length);
        if (GzipContent.Recognises(head)) (head, whole) = HeadedStream.Peek(GzipContent.Of(whole), Head.Length);
        var encoding = TextEncoding.Detect(head, mediaType);
        var begin = new Head(head, encoding) { Mapping = mapping };
        if (Refusal(begin) is { } reason) return [new ReadProblem(name, "", reason)];
        var format = Told(mediaType) ?? formats.FirstOrDefault(f => f.Recognises(begin));
        if (format is null) return [new ReadProblem(name, "", $"The format is none of those that are read: {ArticleFormats.Names}.")];
        return format.Read(new Source(name, whole, encoding) { Mapping = mapping }).Select(i => i.Format.Length > 0 ? i : i with { Format = format.Name });
    }

    /// <summary>The format that a media type is taken at its word for.</summary>
    private IArticleFormat? Told(string? mediaType) =>
        mediaType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true ? formats.First(f => f is PlainTextFormat)
        : mediaType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true || mediaType?.StartsWith("text/tab-separated-values", StringComparison.OrdinalIgnoreCase) == true ? formats.First(f => f is CsvFormat)
        : null;

    private static string? Refusal(Head head) =>
        head.Text.Length == 0 && head.IsWhole ? "It is empty." : head.IsBinary ? $"It is no text; read are {ArticleFormats.Names}, each also packed with gzip." : null;

    /// <summary>The items, and what ended the reading early as a last one.</summary>
    private static IEnumerable<ReadItem> Guarded(Func<IEnumerable<ReadItem>> read, string name)
    {
        IEnumerator<ReadItem>? enumerator = null;
        try
        {
            while (true)
            {
                ReadItem? item = null;
                ReadProblem? end = null;
                try
                {
                    enumerator ??= read().GetEnumerator();
                    if (enumerator.MoveNext()) item = enumerator.Current;
                }
                catch (Exception e) when (ReadErrors.IsForeign(e)) { end = new ReadProblem(name, ReadErrors.Place(e), ReadErrors.Reason(e)); }
                if ((item ?? end) is not { } next) yield break;
                yield return next;
                if (end is not null) yield break;
            }
        }
        finally { enumerator?.Dispose(); }
    }
}
