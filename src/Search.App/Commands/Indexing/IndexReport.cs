using System.Text.Json;
using Search.Archive;
using Search.Reading;
using Search.Searching;

namespace Search.App.Commands.Indexing;

/// <summary>A problem that is shown in full.</summary>
internal sealed record ReportedProblem(string File, string Place, string Reason);

/// <summary>What became of everything that was read. Written by one task; its numbers may be read by another meanwhile.</summary>
internal sealed class IndexReport(TimeProvider clock)
{
    /// <summary>How many reasons are kept; the rest is counted.</summary>
    public const int MostReasons = 10;

    private readonly long began = clock.GetTimestamp();
    private readonly Dictionary<string, int> problemsByFile = [];
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
    public TimeSpan Elapsed => took ?? clock.GetElapsedTime(began);
    public double ArticlesPerSecond => Elapsed > TimeSpan.Zero ? Read / Elapsed.TotalSeconds : 0;
    /// <summary>Whether any article that was read is in the index now.</summary>
    public bool IsAnyStored => Created + Updated + Unchanged > 0;

    public void Add(ReadProblem problem)
    {
        File = problem.File;
        Problem(problem.File, problem.Place, problem.Reason);
    }

    public void Add(ReadArticle article, WriteAnswer answer)
    {
        File = article.File;
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
        Problems = new { Total = Problems, Files = problemsByFile.Select(f => new { File = f.Key, Problems = f.Value }), First = reasons },
        Generation,
        Seconds = Math.Round(Elapsed.TotalSeconds, 3),
        ArticlesPerSecond = Math.Round(ArticlesPerSecond, 1),
    }, SearchJson.Options);

    private void Problem(string file, string place, string reason)
    {
        Problems++;
        problemsByFile[file] = problemsByFile.GetValueOrDefault(file) + 1;
        if (reasons.Count < MostReasons) reasons.Add(new ReportedProblem(file, place, reason));
    }
}
