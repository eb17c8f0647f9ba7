namespace Search.Reading.Mapped;

/// <summary>The mapping file that lies beside its data: <c>export.csv.map</c> beside <c>export.csv</c>.</summary>
internal static class MappingFile
{
    /// <summary>The mapping beside a file; null when there is none, or when it cannot be read: then with the problem.</summary>
    public static ArticleMapping? Beside(string path, out ReadProblem? problem)
    {
        problem = null;
        var file = path + ArticleMapping.Extension;
        if (!File.Exists(file)) return null;
        var outcome = ArticleMapping.Read(file);
        if (outcome.Problem is { } bad) problem = new ReadProblem(path, "", $"The mapping beside it cannot be used: {bad.Detail}");
        return outcome.Value;
    }

    /// <summary>Whether a file is the mapping of another in its folder, and so no article.</summary>
    public static bool IsTwin(string name, HashSet<string> names) =>
        name.EndsWith(ArticleMapping.Extension, StringComparison.Ordinal) && names.Contains(name[..^ArticleMapping.Extension.Length]);
}
