namespace Search.Tests.House;

/// <summary>The files of the project, as they lie on disk.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", ".git", "artifacts", "TestResults", "shared"];

    /// <summary>The folder of <c>Search.sln</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Where a file of the project lies.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file of the project.</summary>
    public static string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Paths from the root, with slashes, of all files with such an ending in a folder; what builds and servers leave behind is passed over.</summary>
    public static IEnumerable<string> Files(string folder, string ending) => Walk(At(folder))
        .Where(f => f.EndsWith(ending, StringComparison.Ordinal))
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Walk(string folder) => Directory.GetFiles(folder)
        .Concat(Directory.GetDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(Walk));

    private static string Find(string from)
    {
        for (var at = from; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "Search.sln"))) return at;
        }
        throw new InvalidOperationException($"No Search.sln above {from}: the tests must run from inside the project.");
    }
}
