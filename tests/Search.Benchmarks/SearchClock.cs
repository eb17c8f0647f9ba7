using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Search.Benchmarks;

/// <summary>What a piece of work took of this thread.</summary>
/// <param name="Wall">Milliseconds passed.</param>
/// <param name="Processor">Milliseconds that the thread ran, its collections of garbage included; the time passed where the system does not tell.</param>
/// <param name="Bytes">Allocated.</param>
internal readonly record struct Spent(double Wall, double Processor, long Bytes);

/// <summary>Clocks of the thread that starts it and asks it.</summary>
internal readonly struct SearchClock
{
    private const int ThreadProcessorTime = 3;
    private readonly long wall;
    private readonly double processor;
    private readonly long bytes;

    private SearchClock(long bytes, double processor, long wall) => (this.bytes, this.processor, this.wall) = (bytes, processor, wall);

    public Spent Spent
    {
        get
        {
            var passed = Stopwatch.GetElapsedTime(wall).TotalMilliseconds;
            return new Spent(passed, OperatingSystem.IsLinux() ? Processor() - processor : passed, GC.GetAllocatedBytesForCurrentThread() - bytes);
        }
    }

    public static SearchClock Start() => new(GC.GetAllocatedBytesForCurrentThread(), OperatingSystem.IsLinux() ? Processor() : 0, Stopwatch.GetTimestamp());

    private static double Processor() => clock_gettime(ThreadProcessorTime, out var time) == 0
        ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
        : throw new InvalidOperationException("The system does not tell the thread's processor time.");

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
