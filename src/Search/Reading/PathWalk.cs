namespace Search.Reading;

/// <summary>The files below a folder, in ordinal order of their paths, hidden ones and mapping files beside their data left out; a link that leads back is not followed twice.</summary>
internal static class PathWalk
{
    /// <summary>A file, or what cannot be read, with the reason: a folder that could not be listed, or what is no file.</summary>
    public readonly record struct Found(string Path, string? Problem);

    private const string NoFile = "It is empty, or no file but a pipe, a socket or a device; those are read only when they are named themselves.";

    public static IEnumerable<Found> Files(string folder)
    {
        var seen = new HashSet<string>();
        var open = new Stack<(string Shown, string Real, bool IsFolder)>();
        open.Push((folder, Real(folder, System.IO.Path.GetFullPath(folder)), true));
        while (open.TryPop(out var next))
        {
            if (!next.IsFolder)
            {
                yield return new Found(next.Shown, IsFile(next.Real) ? null : NoFile);
                continue;
            }
            if (!seen.Add(next.Real)) continue;
            var (entries, problem) = List(next.Real);
            if (problem is not null) yield return new Found(next.Shown, problem);
            for (var i = entries.Length - 1; i >= 0; i--)
            {
                var real = System.IO.Path.Combine(next.Real, entries[i]);
                var isFolder = Directory.Exists(real);
                open.Push((System.IO.Path.Combine(next.Shown, entries[i]), isFolder ? Real(real, real) : real, isFolder));
            }
        }
    }

    /// <summary>Where a folder really is; links inside the targets of links are followed as they are met.</summary>
    private static string Real(string folder, string otherwise)
    {
        try { return Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? otherwise; }
        catch (IOException) { return otherwise; }
    }

    /// <summary>Whether there is something in it; to open a pipe into which nobody writes would wait for ever. What cannot be looked at is left to whoever opens it.</summary>
    private static bool IsFile(string path)
    {
        try { return (File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)) is not FileInfo { Exists: true, Length: 0 }; }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return true; }
    }

    private static (string[] Names, string? Problem) List(string folder)
    {
        try
        {
            var all = Directory.EnumerateFileSystemEntries(folder).Select(e => System.IO.Path.GetFileName(e)).ToHashSet();
            var names = all.Where(n => !n.StartsWith('.') && !Mapped.MappingFile.IsTwin(n, all)).ToArray();
            Array.Sort(names, StringComparer.Ordinal);
            return (names, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return ([], ReadErrors.Reason(e)); }
    }
}
