using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Search.Reading;
using Search.Tests.Reading.Hostile;

namespace Search.Benchmarks;

/// <summary>
/// What malformed and hostile inputs do to the reading: bombs and spoilt samples are written into files, and a process of its own reads and composes
/// them one after the other, on one thread, and tells how long each took, how much memory it had at most, and what came of them.
/// </summary>
internal static class HostileReading
{
    /// <summary>The argument that starts the process that reads.</summary>
    public const string Child = "hostile-child";
    private const int DefaultCount = 5_000;
    private const int HangMilliseconds = 2_000;
    /// <summary>A sample larger than this is no sample, and mutating it only tells how fast the machine is.</summary>
    private const int LargestSample = 512 * 1024;

    private sealed record Outcome(string File, int Articles, int Problems, int Speechless, string First, double Wall, double Cpu, long PeakBytes, string Failure);

    /// <param name="args">Folders and files with samples, then perhaps <c>--seed N</c> and <c>--count N</c>.</param>
    public static int Run(string[] args)
    {
        var seed = Number(args, "--seed", 1);
        var count = Number(args, "--count", DefaultCount);
        var paths = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal));
        var samples = paths.SelectMany(Files).Where(f => new FileInfo(f).Length <= LargestSample).Select(f => new HostileInput(Path.GetFileName(f), File.ReadAllBytes(f))).ToList();
        if (samples.Count == 0)
        {
            Console.Error.WriteLine("There are no samples to spoil.");
            return 2;
        }
        var folder = Directory.CreateTempSubdirectory("news-hostile-").FullName;
        try
        {
            var names = new List<string>(count);
            foreach (var input in HostileInput.Of(samples, seed, count))
            {
                File.WriteAllBytes(Path.Combine(folder, names.Count.ToString("D6", CultureInfo.InvariantCulture)), input.Bytes);
                names.Add(input.Name);
            }
            Say($"{names.Count:N0} inputs from {samples.Count:N0} samples, seed {seed}");
            return Print(Measure(folder), names);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Reads the files of a folder and prints one JSON line for each.</summary>
    public static int RunChild(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            Console.WriteLine(JsonSerializer.Serialize(Read(file)));
        }
        return 0;
    }

    private static Outcome Read(string file)
    {
        var (articles, problems, speechless, first, failure) = (0, 0, 0, "", "");
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var wall = Stopwatch.StartNew();
        try
        {
            var run = new DryRun();
            foreach (var item in new ArticleReader().ReadPaths([file]))
            {
                var reason = item is ReadProblem problem ? problem.Reason : run.Put([((ReadArticle)item).Draft])[0].Problem?.Detail;
                if (reason is null) articles++;
                else
                {
                    problems++;
                    if (reason.Length < 10) speechless++;
                    if (first.Length == 0) first = reason;
                }
            }
        }
        catch (Exception e)
        {
            failure = e.ToString();
        }
        process.Refresh();
        return new Outcome(Path.GetFileName(file), articles, problems, speechless, first, wall.Elapsed.TotalMilliseconds, (process.TotalProcessorTime - cpu).TotalMilliseconds, process.PeakWorkingSet64, failure);
    }

    private static List<Outcome> Measure(string folder)
    {
        var host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : Array.Empty<string>();
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. host, Child, folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var outcomes = new List<Outcome>();
        while (child.StandardOutput.ReadLine() is { } line) outcomes.Add(JsonSerializer.Deserialize<Outcome>(line)!);
        child.WaitForExit();
        return outcomes;
    }

    private static int Print(List<Outcome> outcomes, List<string> names)
    {
        var failed = outcomes.Where(o => o.Failure.Length > 0).ToList();
        var slow = outcomes.Where(o => o.Cpu > HangMilliseconds).ToList();
        var silent = outcomes.Where(o => o.Articles + o.Problems == 0 || o.Speechless > 0).ToList();
        Say($"articles {outcomes.Sum(o => o.Articles):N0}, problems {outcomes.Sum(o => o.Problems):N0}; inputs with an article {outcomes.Count(o => o.Articles > 0):N0}, wholly refused {outcomes.Count(o => o.Articles == 0):N0}");
        Say($"crashes {names.Count - outcomes.Count + failed.Count}, over {HangMilliseconds / 1000} s of processor time {slow.Count}, without an article or a reason {silent.Count}");
        Say($"processor time in ms: median {Quantile(outcomes, 0.5):F1}, p99 {Quantile(outcomes, 0.99):F1}, most {Quantile(outcomes, 1):F1}; peak memory {outcomes.Max(o => o.PeakBytes) / 1e6:F0} MB");
        foreach (var o in outcomes.OrderByDescending(o => o.Cpu).Take(8)) Say($"  {o.Cpu,8:F0} ms  {names[Index(o)]}: {o.Articles} articles, {o.Problems} problems. {Cut(o.First)}");
        foreach (var o in failed.Concat(silent).Take(20)) Say($"  FAILED {names[Index(o)]}: {Cut(o.Failure)}");
        if (outcomes.Count < names.Count) Say($"  ENDED the process: {names[outcomes.Count]}");
        return failed.Count + slow.Count + silent.Count == 0 && outcomes.Count == names.Count ? 0 : 1;
    }

    private static int Index(Outcome outcome) => int.Parse(outcome.File, CultureInfo.InvariantCulture);

    private static double Quantile(List<Outcome> outcomes, double q) => outcomes.Select(o => o.Cpu).Order().ElementAt((int)((outcomes.Count - 1) * q));

    private static string Cut(string text) => text.Length > 160 ? text[..160].ReplaceLineEndings(" ") : text.ReplaceLineEndings(" ");

    private static IEnumerable<string> Files(string path) => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];

    private static int Number(string[] args, string option, int otherwise) =>
        Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
