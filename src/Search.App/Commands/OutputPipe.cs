using System.Runtime.InteropServices;

namespace Search.App.Commands;

/// <summary>
/// Whether anybody still reads the standard output. .NET drops what is written to a pipe without a reader and says nothing, so a long answer to
/// <c>head</c> would be made to its end for nobody.
/// </summary>
internal static class OutputPipe
{
    private const int StandardOutput = 1;
    private const short Error = 0x8; // POLLERR: of a pipe's writing end, that its reading end is closed

    /// <summary>False when it is not known, as on Windows.</summary>
    public static bool IsClosed()
    {
        if (OperatingSystem.IsWindows()) return false;
        var output = new Polled { Descriptor = StandardOutput };
        return Poll(ref output, 1, 0) > 0 && (output.Answered & Error) != 0;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Polled
    {
        public int Descriptor;
        public short Asked;
        public short Answered;
    }

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Poll(ref Polled descriptors, nuint count, int timeout);
}
