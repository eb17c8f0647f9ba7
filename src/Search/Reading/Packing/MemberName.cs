using System.Globalization;

namespace Search.Reading.Packing;

/// <summary>Names of members: foreign text that is shown, and never a path.</summary>
internal static class MemberName
{
    private const int Longest = 500;

    /// <summary>The name without control characters and marks that turn the direction of writing, cut when it is very long.</summary>
    public static string Shown(string name)
    {
        var cut = name.Length > Longest ? name[..Longest] + "…" : name;
        return string.Create(cut.Length, cut, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = char.GetUnicodeCategory(from[i]) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\uFFFD' : from[i];
        });
    }

    /// <summary>Whether a member is left out as a folder's hidden files are, with what a Mac puts beside its files.</summary>
    public static bool IsHidden(string name) => name.Split('/', '\\').Any(part => part is "__MACOSX" || part.StartsWith('.') && part is not ("." or ".."));

    /// <summary>Whether the name is that of a folder.</summary>
    public static bool IsFolder(string name) => name.EndsWith('/') || name.EndsWith('\\');
}
