namespace Search.App.Commands;

/// <summary>Where the articles lie that fill an empty index.</summary>
internal static class SeedFolder
{
    private const string None = "none";
    /// <summary>A seeds folder holds data files too; its articles lie in this folder, if there is one.</summary>
    private const string Articles = "articles";

    /// <summary>The place to read, null for none. The default folder is looked for in the working directory, then beside the program.</summary>
    /// <exception cref="CommandFailure">A place was named that is not there.</exception>
    public static string? Find(string named, string workingFolder)
    {
        if (named == None) return null;
        var place = Path.GetFullPath(named, workingFolder);
        if (named == Setting.Seeds.Default && !Directory.Exists(place)) place = Path.Combine(AppContext.BaseDirectory, named);
        if (Directory.Exists(Path.Combine(place, Articles))) return Path.Combine(place, Articles);
        if (Path.Exists(place)) return place;
        return named == Setting.Seeds.Default ? null : throw new CommandFailure(ExitCode.BadUsage, $"There are no seeds at {place}. Name a folder or file of articles, or say --{Setting.Seeds.Name} {None}.");
    }
}
