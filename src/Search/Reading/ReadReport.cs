using System.Globalization;

namespace Search.Reading;

/// <summary>What a reading came to: counts, and the first problems. Not safe to share between threads.</summary>
public sealed class ReadReport
{
    /// <summary>How many problems are kept; all are counted.</summary>
    public const int MostProblems = 20;
    private const string NoFormat = "not recognised";
    private readonly SortedDictionary<string, FormatCount> formats = new(StringComparer.Ordinal);
    private readonly List<ReadProblem> problems = [];
    private string? lastFile;

    /// <summary>Articles and problems of one format.</summary>
    public sealed record FormatCount(string Format, int Files, int Articles, int Problems);

    /// <summary>Files that gave an article or a problem.</summary>
    public int Files { get; private set; }
    /// <summary>Articles that were read.</summary>
    public int Articles { get; private set; }
    /// <summary>All problems, also those that are not kept.</summary>
    public int Problems { get; private set; }
    /// <summary>By format, in ordinal order of its name.</summary>
    public IReadOnlyCollection<FormatCount> Formats => formats.Values;
    /// <summary>The first problems, at most <see cref="MostProblems"/>.</summary>
    public IReadOnlyList<ReadProblem> FirstProblems => problems;

    /// <summary>Counts an item; the items of a file come one after the other.</summary>
    public void Add(ReadItem item)
    {
        var name = item.Format.Length > 0 ? item.Format : NoFormat;
        var count = formats.GetValueOrDefault(name) ?? new FormatCount(name, 0, 0, 0);
        if (item.File != lastFile)
        {
            Files++;
            count = count with { Files = count.Files + 1 };
            lastFile = item.File;
        }
        if (item is ReadProblem problem)
        {
            Problems++;
            count = count with { Problems = count.Problems + 1 };
            if (problems.Count < MostProblems) problems.Add(problem);
        }
        else
        {
            Articles++;
            count = count with { Articles = count.Articles + 1 };
        }
        formats[name] = count;
    }

    /// <summary>Counts a problem of an article that had been read: <paramref name="item"/> turns out not to be one.</summary>
    public void Reject(ReadArticle item, string reason)
    {
        Articles--;
        formats[item.Format] = formats[item.Format] with { Articles = formats[item.Format].Articles - 1 };
        Add(new ReadProblem(item.File, item.Place, reason) { Format = item.Format });
    }

    /// <summary>The report for people: a line for the whole, one for each format, the first problems.</summary>
    public void Write(TextWriter writer)
    {
        var invariant = CultureInfo.InvariantCulture;
        writer.WriteLine(string.Create(invariant, $"{Articles:N0} articles and {Problems:N0} problems in {Files:N0} files"));
        foreach (var f in Formats) writer.WriteLine(string.Create(invariant, $"  {f.Format}: {f.Articles:N0} articles, {f.Problems:N0} problems, {f.Files:N0} files"));
        foreach (var p in FirstProblems) writer.WriteLine($"  {p.File}{(p.Place.Length > 0 ? ", " + p.Place : "")}: {p.Reason}");
        if (Problems > problems.Count) writer.WriteLine(string.Create(invariant, $"  and {Problems - problems.Count:N0} more problems"));
    }
}
