namespace Search.Reading.Json.Ninjs;

/// <summary>Bylines as agencies write them: <c>By Ann Gray and Tom Hale, Harbour Post</c>.</summary>
internal static class Bylines
{
    private static readonly string[] By = ["By ", "Von ", "Par ", "Por ", "Av ", "Af ", "Door "];
    private static readonly string[] Between = [" and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " & ", ";", "/"];

    /// <summary>
    /// The authors in order. A name of <paramref name="houses"/> behind a comma is left out, and stands for an author only where nobody else does; other
    /// commas part authors only in a list that ends with "and".
    /// </summary>
    public static List<string> Authors(string byline, IEnumerable<string> houses)
    {
        var rest = byline.Trim();
        if (Array.Find(By, b => rest.StartsWith(b, StringComparison.OrdinalIgnoreCase)) is { } by) rest = rest[by.Length..].Trim();
        foreach (var house in houses.Where(h => h.Length > 0))
        {
            if (rest.EndsWith(house, StringComparison.OrdinalIgnoreCase) && rest[..^house.Length].TrimEnd() is [.. var name, ',' or '/' or '('] && name.Length > 0) rest = name.TrimEnd();
        }
        var parts = rest.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1) parts = [.. parts.SelectMany(p => p.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        return [.. parts.Distinct()];
    }
}
