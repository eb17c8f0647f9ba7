namespace Search.Tests;

/// <summary>Material that lies beside the project and is not a part of it; tests that need it skip when it is missing.</summary>
internal static class SharedFolder
{
    /// <summary>A folder in it; null when there is none.</summary>
    public static string? Find(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var shared = Path.Combine(at.FullName, "shared", path);
            if (Directory.Exists(shared)) return shared;
        }
        return null;
    }
}
