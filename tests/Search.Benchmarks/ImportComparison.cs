using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Search.Benchmarks;

/// <summary>What indexing costs beside bare Lucene.NET: both ways with the same paragraphs, each in a process of its own.</summary>
internal static class ImportComparison
{
    /// <summary>The argument that starts one measurement.</summary>
    public const string Child = "import-child";
    private const string Bare = "bare Lucene.NET";
    private const string Whole = "whole product";
    private static readonly int[] Threads = [1, 2];

    public static int Run(string[] paths)
    {
        foreach (var threads in Threads)
        {
            if (Measure(Bare, threads, paths) is not { } bare || Measure(Whole, threads, paths) is not { } whole) return 1;
            Print(bare, whole);
        }
        return 0;
    }

    public static async Task<int> RunChildAsync(string way, string[] paths)
    {
        var material = new Material(paths);
        if (material.Articles.Count == 0)
        {
            await Console.Error.WriteLineAsync("No articles in " + string.Join(", ", paths));
            return 2;
        }
        var cost = way == Bare
            ? await Cost.OfAsync(way, material, folder => Task.Run(() => BareLucene.Index(material, folder)), "")
            : await Cost.OfAsync(way, material, folder => WholeProduct.IndexAsync(material, folder), WholeProduct.Index);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(cost));
        return 0;
    }

    private static Cost? Measure(string way, int threads, string[] paths)
    {
        // A child inherits the processors of the thread that starts it, so all its threads keep to them.
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = (nint)((1L << threads) - 1);
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), Child, way, .. paths]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = threads.ToString(CultureInfo.InvariantCulture);
        using var child = Process.Start(start)!;
        var told = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? JsonSerializer.Deserialize<Cost>(told) : null;
    }

    /// <summary>What stands before the arguments when the process is the host of a library.</summary>
    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    private static void Print(Cost bare, Cost whole)
    {
        Say($"{whole.Articles:N0} articles, {whole.Paragraphs:N0} paragraphs, {Megabytes(whole.TextBytes)} MB of text; threads: {whole.Threads}");
        Say($"read in {whole.ReadSeconds:F2} s, composed in {whole.ComposeSeconds:F2} s (one after the other, no part of what follows)");
        Say($"{"",-16} {"wall s",8} {"CPU s",8} {"paragraphs/s",13} {"peak MB",8} {"index MB",9} {"archive MB",11}");
        foreach (var cost in (Cost[])[bare, whole])
        {
            Say($"{cost.Way,-16} {cost.WallSeconds,8:F2} {cost.CpuSeconds,8:F2} {cost.Paragraphs / cost.WallSeconds,13:N0} {Megabytes(cost.PeakBytes),8} {Megabytes(cost.IndexBytes),9} {Megabytes(cost.ArchiveBytes),11}");
        }
        Say($"CPU, whole product / bare: {whole.CpuSeconds / bare.CpuSeconds:F2}\n");
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("F1", CultureInfo.InvariantCulture);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
