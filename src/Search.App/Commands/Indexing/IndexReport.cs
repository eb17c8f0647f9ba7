using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Archive;
using Search.Reading;
using Search.Searching;

namespace Search.App.Commands.Indexing;

/// <summary>A problem that is shown in full.</summary>
internal sealed record ReportedProblem(string File, string Place, string Reason);

/// <summary>What a format gave: articles that were read, and problems with it.</summary>
internal sealed record FormatCount(string Format, int Files, int Articles, int Problems)
{
    /// <summary>The file that gave the last of them.</summary>
    [JsonIgnore]
    public string? LastFile { get; init; }
}

/// <summary>What became of everything that was read. Written by one task; its numbers may be read by another meanwhile.</summary>
internal sealed class IndexReport(TimeProvider clock)
{
    /// <summary>How many reasons are kept; the rest is counted.</summary>
    public const int MostReasons = 100;
    /// <summary>How many reasons are kept of one file.</summary>
    public const int MostReasonsOfFile = 5;
    /// <summary>The format of what no format was recognised in.</summary>
    public const string NoFormat = "not recognised";

    private readonly long began = clock.GetTimestamp();
    private readonly Dictionary<string, int> problemsByFile = [];
    private readonly SortedDictionary<string, FormatCount> formats = new(StringComparer.Ordinal);
    private readonly List<ReportedProblem> reasons = [];
    private TimeSpan? took;

    /// <summary>Articles that were read, taken or not.</summary>
    public int Read { get; private set; }
    public int Created { get; private set; }
    public int Updated { get; private set; }
    public int Unchanged { get; private set; }
    public int Problems { get; private set; }
    /// <summary>Paragraphs of the articles that were stored or are there already.</summary>
    public long Paragraphs { get; private set; }
    /// <summary>The number of the newest change.</summary>
    public long Generation { get; private set; }
    /// <summary>The file that was read last.</summary>
    public string File { get; private set; } = "";
    public IReadOnlyDictionary<string, int> ProblemsByFile => problemsByFile;
    public IReadOnlyList<ReportedProblem> Reasons => reasons;
    /// <summary>In ordinal order of their names.</summary>
    public IReadOnlyCollection<FormatCount> Formats => formats.Values;
    /// <summary>Articles and problems that an interrupted run had dealt with; none of the other numbers has them.</summary>
    public int Before { get; init; }
    /// <summary>Whether nothing was written: the results tell what would become of the articles in an empty index.</summary>
    public bool IsDry { get; init; }
    /// <summary>Called with every problem, also those that are not kept.</summary>
    public Action<ReportedProblem> OnProblem { get; init; } = _ => { };
    public TimeSpan Elapsed => took ?? clock.GetElapsedTime(began);
    public double ArticlesPerSecond => Elapsed > TimeSpan.Zero ? Read / Elapsed.TotalSeconds : 0;
    /// <summary>Whether any article that was read is in the index now.</summary>
    public bool IsAnyStored => Created + Updated + Unchanged > 0;

    /// <summary>Counts a problem; the items of a file come one after the other.</summary>
    public void Add(ReadProblem problem)
    {
        Count(problem, articles: 0, problems: 1);
        Problem(problem.File, problem.Place, problem.Reason);
    }

    /// <summary>Counts an article with what became of it; the items of a file come one after the other.</summary>
    public void Add(ReadArticle article, WriteAnswer answer)
    {
        Count(article, articles: 1, problems: answer.Problem is null ? 0 : 1);
        Read++;
        Generation = Math.Max(Generation, answer.Generation);
        switch (answer.Problem is null ? answer.Result : null)
        {
            case WriteResult.Created: Created++; break;
            case WriteResult.Updated: Updated++; break;
            case WriteResult.Unchanged: Unchanged++; break;
            default: Problem(article.File, article.Place, answer.Problem?.Detail ?? "A newer revision of the article is stored."); return;
        }
        Paragraphs += answer.Paragraphs;
    }

    /// <summary>Stops the clock.</summary>
    public void Finish() => took ??= clock.GetElapsedTime(began);

    public string ToJson() => JsonSerializer.Serialize(new
    {
        Read,
        Created,
        Updated,
        Unchanged,
        Paragraphs,
        DryRun = IsDry,
        Before,
        Formats,
        Problems = new { Total = Problems, Files = problemsByFile.Select(f => new { File = f.Key, Problems = f.Value }), First = reasons },
        Generation,
        Seconds = Math.Round(Elapsed.TotalSeconds, 3),
        ArticlesPerSecond = Math.Round(ArticlesPerSecond, 1),
    }, SearchJson.Options);

    private void Count(ReadItem item, int articles, int problems)
    {
        var name = item.Format.Length > 0 ? item.Format : NoFormat;
        var count = formats.GetValueOrDefault(name) ?? new FormatCount(name, 0, 0, 0);
        formats[name] = count with { LastFile = item.File, Files = count.Files + (item.File == count.LastFile ? 0 : 1), Articles = count.Articles + articles, Problems = count.Problems + problems };
        File = item.File;
    }

    private void Problem(string file, string place, string reason)
    {
        Problems++;
        problemsByFile[file] = problemsByFile.GetValueOrDefault(file) + 1;
        var told = new ReportedProblem(file, place, reason);
        if (reasons.Count < MostReasons && problemsByFile[file] <= MostReasonsOfFile) reasons.Add(told);
        OnProblem(told);
    }
}
