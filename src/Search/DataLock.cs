using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Search;

/// <summary>
/// The lock of a data folder: the file <c>LOCK</c>, held open exclusively for as long as the folder is in use, and telling who holds it. Never deleted.
/// The system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class DataLock : IDisposable
{
    private const string FileName = "LOCK";
    private readonly FileStream file;

    private DataLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="CorpusInUseException">Another process holds it.</exception>
    public static DataLock Take(string folder, string? address)
    {
        var path = Path.Combine(folder, FileName);
        FileStream held;
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None, 1);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            var (process, where) = Holder(path);
            var who = process is null ? "another process" : where is null ? $"process {process}" : $"process {process}, which answers at {where}";
            throw new CorpusInUseException($"The data folder '{folder}' is in use by {who}. Stop it, or give another folder with --data.", where);
        }
        var taken = new DataLock(held);
        taken.Write(address);
        return taken;
    }

    /// <summary>Tells others where this process answers HTTP.</summary>
    public void Write(string? address)
    {
        file.SetLength(0);
        file.Position = 0;
        file.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{address}\n")));
        file.Flush(flushToDisk: false);
    }

    public void Dispose()
    {
        file.SetLength(0);
        file.Dispose();
    }

    private static (string? Process, string? Address) Holder(string path)
    {
        try
        {
            using var reader = new StreamReader(OpenHeld(path), Encoding.UTF8);
            var process = reader.ReadLine();
            var address = reader.ReadLine();
            return (string.IsNullOrEmpty(process) ? null : process, string.IsNullOrEmpty(address) ? null : address);
        }
        catch (IOException)
        {
            return (null, null);
        }
    }

    /// <summary>Opens the file although it is locked: .NET's own streams would ask for a lock of theirs.</summary>
    private static FileStream OpenHeld(string path)
    {
        if (OperatingSystem.IsWindows()) return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var descriptor = open(Encoding.UTF8.GetBytes(path + '\0'), 0);
        return descriptor < 0 ? throw new IOException($"'{path}' cannot be read.") : new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read, 1);
    }

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);
}
