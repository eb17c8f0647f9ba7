namespace Search.Reading.Packing;

/// <summary>A copy of a stream that can be sought in: in memory while it is short, else in a temporary file that nobody else can open and that is gone when it is closed.</summary>
internal static class Spool
{
    /// <summary>What a copy may take, in bytes.</summary>
    public const long Most = 4L * 1024 * 1024 * 1024;
    private const int MostInMemory = 1024 * 1024;

    /// <summary>The copy, at its first byte; the caller disposes it.</summary>
    /// <exception cref="InvalidDataException">The stream has more than <paramref name="most"/> bytes.</exception>
    public static Stream Of(Stream stream, long most = Most)
    {
        Stream copy = new MemoryStream();
        try
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if (copy.Length + read > most) throw new InvalidDataException($"To be read in any order it is copied to a temporary file, which may take {most / (1024 * 1024):N0} MB; it is longer. Save it as a file and read that.");
                if (copy is MemoryStream small && copy.Length + read > MostInMemory)
                {
                    copy = TemporaryFile();
                    small.WriteTo(copy);
                }
                copy.Write(buffer, 0, read);
            }
            copy.Position = 0;
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    private static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"news-{Guid.NewGuid():N}.tmp"), options);
        // An open file needs no name, and without one it leaves nothing behind when the process is killed.
        if (!OperatingSystem.IsWindows()) File.Delete(file.Name);
        return file;
    }
}
