namespace Search.Tests.House;

/// <summary>Who may use whom. The folders of the library build on each other one way; foreign packages are known in few places.</summary>
internal static class Direction
{
    private static readonly Dictionary<string, string[]> Library = new()
    {
        ["Search.Text"] = [],
        ["Search.Articles"] = ["Search.Text"],
        ["Search.Reading"] = ["Search.Articles", "Search.Text"],
        ["Search.Tagging"] = ["Search.Articles", "Search.Text"],
        ["Search.Archive"] = ["Search.Articles", "Search.Text"],
        ["Search.Indexing"] = ["Search.Archive", "Search.Tagging", "Search.Articles", "Search.Text"],
        ["Search.Searching"] = ["Search.Indexing", "Search.Archive", "Search.Tagging", "Search.Articles", "Search.Text"],
        ["Search.Evaluation"] = ["Search.Searching", "Search.Indexing", "Search.Archive", "Search.Tagging", "Search.Reading", "Search.Articles", "Search.Text", "Search"],
        ["Search"] = ["Search.Searching", "Search.Indexing", "Search.Archive", "Search.Tagging", "Search.Reading", "Search.Articles", "Search.Text"],
    };

    private static readonly (string Package, string[] KnownTo)[] Packages =
    [
        ("Lucene.Net", ["Search.Indexing", "Search.Searching"]),
        ("J2N", ["Search.Indexing", "Search.Searching"]),
        ("Microsoft.Data.Sqlite", ["Search.Archive"]),
        ("SQLitePCL", ["Search.Archive"]),
        ("ZstdSharp", ["Search.Archive", "Search.Reading"]),
        ("AngleSharp", ["Search.Reading"]),
        ("SmartReader", ["Search.Evaluation"]),
        ("System.CommandLine", ["Search.App.Commands", "Search.App"]),
        ("Spectre.Console", ["Search.App.Commands"]),
        ("Microsoft.AspNetCore", ["Search.App"]),
    ];

    private static readonly (string, string)[] Strangers = [("Search.App.Api", "Search.App.Web"), ("Search.App.Web", "Search.App.Api")];

    /// <summary>Why a use is against the rules, as a sentence; null when it is not.</summary>
    public static string? Offence(Import import)
    {
        foreach (var (package, knownTo) in Packages)
        {
            if (Within(import.ToNamespace, package) && !knownTo.Any(k => Within(import.FromNamespace, k)))
                return $"{import}: {package} is known in {string.Join(", ", knownTo)} only.";
        }
        foreach (var (one, other) in Strangers)
        {
            if (Within(import.FromNamespace, one) && Within(import.ToNamespace, other)) return $"{import}: {one} and {other} do not know each other.";
        }
        if (Within(import.FromNamespace, "Search.App") || !Within(import.ToNamespace, "Search")) return null;
        if (!Library.TryGetValue(FolderOf(import.FromNamespace), out var allowed))
            return $"{import}: say in {nameof(Direction)}.cs which folders {FolderOf(import.FromNamespace)} may use.";
        var to = FolderOf(import.ToNamespace);
        return to == FolderOf(import.FromNamespace) || allowed.Contains(to) ? null : $"{import}: {FolderOf(import.FromNamespace)} may use [{string.Join(", ", allowed)}] only.";
    }

    private static string FolderOf(string space) => string.Join('.', space.Split('.').Take(2));

    private static bool Within(string space, string parent) => space == parent || space.StartsWith(parent + ".", StringComparison.Ordinal);
}
