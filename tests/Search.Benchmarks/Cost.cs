using System.Diagnostics;

namespace Search.Benchmarks;

/// <summary>What a way of indexing cost, and what it left behind.</summary>
internal sealed record Cost
{
    public required string Way { get; init; }
    public required int Threads { get; init; }
    public required int Articles { get; init; }
    public required int Paragraphs { get; init; }
    public required long TextBytes { get; init; }
    /// <summary>Reading the files, on one thread; no part of the rest.</summary>
    public required double ReadSeconds { get; init; }
    /// <summary>From drafts to paragraphs, on one thread; no part of the rest.</summary>
    public required double ComposeSeconds { get; init; }
    public required double WallSeconds { get; init; }
    /// <summary>User and system time of all threads.</summary>
    public required double CpuSeconds { get; init; }
    /// <summary>The most memory that the process had, the articles it was given included.</summary>
    public required long PeakBytes { get; init; }
    public required long IndexBytes { get; init; }
    /// <summary>The originals; 0 where none are kept.</summary>
    public required long ArchiveBytes { get; init; }

    /// <summary>Carries work out and measures it.</summary>
    /// <param name="way">What the work is called.</param>
    /// <param name="material">What it is done with.</param>
    /// <param name="work">Makes an index in a folder; ends when the index is committed.</param>
    /// <param name="index">The index's folder below the work's folder.</param>
    public static async Task<Cost> OfAsync(string way, Material material, Func<string, Task> work, string index)
    {
        var folder = Directory.CreateTempSubdirectory("news-bench-");
        try
        {
            GC.Collect();
            var process = Process.GetCurrentProcess();
            var cpu = process.TotalProcessorTime;
            var wall = Stopwatch.StartNew();
            await work(folder.FullName);
            var seconds = wall.Elapsed.TotalSeconds;
            process.Refresh();
            return new Cost
            {
                Way = way,
                Threads = Environment.ProcessorCount,
                Articles = material.Articles.Count,
                Paragraphs = material.Paragraphs,
                TextBytes = material.TextBytes,
                ReadSeconds = material.ReadSeconds,
                ComposeSeconds = material.ComposeSeconds,
                WallSeconds = seconds,
                CpuSeconds = (process.TotalProcessorTime - cpu).TotalSeconds,
                PeakBytes = process.PeakWorkingSet64,
                IndexBytes = Size(Path.Combine(folder.FullName, index), "*"),
                ArchiveBytes = Size(folder.FullName, "archive.db*"),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Size(string folder, string pattern) => new DirectoryInfo(folder).EnumerateFiles(pattern, SearchOption.AllDirectories).Sum(f => f.Length);
}
