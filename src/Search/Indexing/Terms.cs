using System.Globalization;
using Search.Tagging;

namespace Search.Indexing;

/// <summary>
/// The terms of the one field that decides what matches. Everything that can stand at a position is told apart by how the term begins:
/// <c>en=form</c> the word as written in a paragraph of that language, <c>en:stem</c> its stem where that is another, <c>+2en:stem</c> the stem of
/// two hyphenated words taken as one, <c>@1#17</c> a mention, one word long, of name 17, <c>@1person</c> a mention of a person.
/// A term that spans several positions says so in its second character. Most words are their own stems: leaving those out spares a third of the postings.
/// </summary>
internal static class Terms
{
    /// <summary>Mentions of more words count as so many.</summary>
    public const int LongestMention = 9;

    /// <summary>Hyphenated words of more parts are not joined.</summary>
    public const int LongestCompound = 4;

    /// <summary>A word as written; with the beginning of a word, what all such terms begin with.</summary>
    public static string Exact(string language, string form) => language + "=" + form;

    public static string Stem(string language, string stem) => language + ":" + stem;

    public static string Compound(int parts, string stemTerm) => string.Concat("+", Digit(parts), stemTerm);

    public static string Mention(int words, int name) => string.Concat("@", Digit(words), "#", name.ToString(CultureInfo.InvariantCulture));

    public static string Mention(int words, ActorType type) => "@" + Digit(words) + TypeName(type);

    /// <summary>The contract's word for a type.</summary>
    public static string TypeName(ActorType type) => type switch
    {
        ActorType.Person => "person",
        ActorType.Org => "org",
        ActorType.Country => "country",
        ActorType.Place => "place",
        _ => "group",
    };

    private static string Digit(int n) => Math.Clamp(n, 1, 9).ToString(CultureInfo.InvariantCulture);
}
