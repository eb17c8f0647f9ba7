using Search.Reading.Mapped;
using Search.Reading.Packing;
using Search.Reading.Plain;
using Search.Reading.Tables;

namespace Search.Reading;

/// <summary>
/// Reads one file or stream: unpacks it, and what is packed in it, and has each thing that comes out read by the format that its content shows.
/// A member that cannot be read is a problem, and reading goes on with the next where the packing allows.
/// </summary>
/// <param name="name">As reports show it.</param>
/// <param name="mapping">Where foreign JSON and tables have the parts of an article; null where nobody said.</param>
internal sealed class SourceReader(string name, ArticleMapping? mapping = null)
{
    private readonly UnpackLimits limits = new();
    private Exception? told;

    /// <summary>The articles and problems, in order. The stream is not closed.</summary>
    public IEnumerable<ReadItem> Read(Stream stream, string? mediaType)
    {
        var counted = new CountedStream(stream);
        limits.Outermost = () => counted.Bytes;
        return Guarded(() => Read(new Opened(counted, "", limits.Outermost) { MediaType = mediaType }), name, "");
    }

    /// <summary>The items, and what ended the reading early as a last one.</summary>
    public static IEnumerable<ReadItem> Guarded(Func<IEnumerable<ReadItem>> read, string name) => new SourceReader(name, []).Guarded(read, name, "");

    private IEnumerable<ReadItem> Read(Opened opened)
    {
        var (head, whole) = HeadedStream.Peek(opened.Stream, Head.Length);
        if (Packings.Of(head) is { } packing) return opened.Depth < UnpackLimits.MostDepth
            ? Members(packing, opened with { Stream = whole })
            : [opened.Problem(name, $"It is packed more than {UnpackLimits.MostDepth} times over, which is refused; unpack it yourself.")];
        var encoding = TextEncoding.Detect(head, opened.MediaType);
        var begin = new Head(head, encoding) { Mapping = mapping };
        if (Refusal(begin) is { } reason) return [opened.Problem(name, reason)];
        var format = Told(opened.MediaType) ?? ArticleFormats.All.FirstOrDefault(f => f.Recognises(begin));
        if (format is null) return [opened.Problem(name, $"The format is none of those that are read: {ArticleFormats.Names}.")];
        var source = new Source(name, whole, encoding) { Member = opened.Member, Url = opened.Url, Fetched = opened.Fetched, Mapping = mapping };
        return format.Read(source).Select(i => i.Format.Length > 0 ? i : i with { Format = format.Name });
    }

    private IEnumerable<ReadItem> Members(IPacking packing, Opened opened)
    {
        foreach (var member in packing.Open(new Packed(opened.Stream, opened.Intake, opened.Begin)))
        {
            var inner = opened.Inner(member, limits);
            if (member.Problem is { } problem) yield return inner.Problem(name, problem) with { Format = packing.Name };
            else foreach (var item in Guarded(() => Read(inner), name, inner.Member)) yield return item;
            if (limits.IsSpent) yield break;
        }
    }

    /// <summary>The format that a media type is taken at its word for.</summary>
    private static IArticleFormat? Told(string? mediaType) =>
        Is(mediaType, "text/plain") ? ArticleFormats.All.First(f => f is PlainTextFormat)
        : Is(mediaType, "text/csv") || Is(mediaType, "text/tab-separated-values") ? ArticleFormats.All.First(f => f is CsvFormat)
        : null;

    private static bool Is(string? mediaType, string begin) => mediaType?.StartsWith(begin, StringComparison.OrdinalIgnoreCase) == true;

    private static string? Refusal(Head head) =>
        head.Text.Length == 0 && head.IsWhole ? "It is empty."
        : head.IsBinary ? $"It is no text; read are {ArticleFormats.Names}, each also packed with {Packings.Names}." : null;

    /// <summary>A failure that goes through several packings is told once, where it was met first.</summary>
    private IEnumerable<ReadItem> Guarded(Func<IEnumerable<ReadItem>> read, string file, string member)
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
                catch (Exception e) when (ReadErrors.IsForeign(e))
                {
                    if (e != told) end = new ReadProblem(file, Source.PlaceIn(member, ReadErrors.Place(e)), ReadErrors.Reason(e));
                    told = e;
                }
                if ((item ?? end) is not { } next) yield break;
                yield return next;
                if (end is not null) yield break;
            }
        }
        finally { enumerator?.Dispose(); }
    }
}
