namespace Search.Articles;

/// <summary>The names of the kinds, as the contract writes them: in lower case.</summary>
internal static class ParagraphKinds
{
    private static readonly string[] Names = [.. Enum.GetNames<ParagraphKind>().Select(n => n.ToLowerInvariant())];

    public static string All { get; } = string.Join(", ", Names);

    public static string Name(ParagraphKind kind) => Names[(int)kind];

    public static bool TryParse(string name, out ParagraphKind kind)
    {
        var place = Array.IndexOf(Names, name.Trim().ToLowerInvariant());
        kind = (ParagraphKind)Math.Max(place, 0);
        return place >= 0;
    }
}
