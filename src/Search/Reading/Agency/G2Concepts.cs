using Search.Reading.Xml;

namespace Search.Reading.Agency;

/// <summary>
/// The concepts that an item of NewsML-G2 names by codes: what their aliases stand for, as far as catalogs in the item itself say so, and
/// what it asserts of them.
/// </summary>
internal sealed class G2Concepts
{
    private const string MediaTopics = "newscodes/mediatopic/";
    private const string Subjects = "newscodes/subjectcode/";
    private readonly Dictionary<string, string> schemes = [];
    private readonly Dictionary<string, XmlPart> asserted = [];
    /// <summary>By the last part of their codes, as some providers assert a place in another scheme than they name it.</summary>
    private readonly Dictionary<string, XmlPart> places = [];

    public G2Concepts(XmlPart item, IReadOnlyDictionary<string, string> outer)
    {
        foreach (var (alias, uri) in outer) schemes[alias] = uri;
        Schemes(item, schemes);
        foreach (var assert in item.Children("assert"))
        {
            asserted.TryAdd(Key(assert), assert);
            if (assert.Parts.Any(p => p.Name == "geoAreaDetails")) places.TryAdd(Tail(Key(assert)), assert);
        }
    }

    /// <summary>Adds what catalogs inside an element say: alias to address.</summary>
    public static void Schemes(XmlPart part, IDictionary<string, string> into)
    {
        foreach (var scheme in part.Children("catalog").SelectMany(c => c.Children("scheme"))) into[scheme.Attribute("alias")] = scheme.Attribute("uri");
    }

    /// <summary>The code of an IPTC scheme that the concept has, or is the same as; empty when it has none.</summary>
    public string Code(XmlPart concept) => concept.Children("sameAs").Prepend(concept).Select(Own).FirstOrDefault(c => c.Length > 0) ?? "";

    /// <summary>The concept's name, English if it has one, and one that is shown before others; empty when it has none.</summary>
    public string Name(XmlPart concept)
    {
        var names = concept.Children("name").Where(n => n.OneLine.Length > 0).ToList();
        if (names.Count == 0 && concept.Name != "assert")
        {
            var isPlace = concept.Attribute("type").EndsWith(":geoArea", StringComparison.Ordinal);
            var assert = asserted.GetValueOrDefault(Key(concept)) ?? (isPlace ? places.GetValueOrDefault(Tail(Key(concept))) : null);
            return assert is null ? "" : Name(assert);
        }
        return names.OrderBy(Rank).Select(n => n.OneLine).FirstOrDefault() ?? "";
    }

    /// <summary>The part of a qcode before the colon.</summary>
    public static string Alias(XmlPart part) => Split(part.Attribute("qcode")).Alias;

    /// <summary>The part of a qcode behind the colon, whatever the scheme.</summary>
    public static string Value(XmlPart part) => Split(part.Attribute("qcode")).Code;

    /// <summary>Whether the concept is a state, by its type or by a code of ISO 3166.</summary>
    public static bool IsCountry(XmlPart concept) => concept.Attribute("type").EndsWith(":country", StringComparison.Ordinal)
        || concept.Children("sameAs").Prepend(concept).Any(c => Alias(c).StartsWith("iso3166-1", StringComparison.Ordinal) && !Value(c).Contains('-', StringComparison.Ordinal));

    private string Own(XmlPart concept)
    {
        if (concept.Attribute("uri") is { Length: > 8 } uri && (uri.Contains(MediaTopics, StringComparison.Ordinal) || uri.Contains(Subjects, StringComparison.Ordinal))) return SubjectCodes.Is(uri[^8..]) ? uri[^8..] : "";
        var (alias, code) = Split(concept.Attribute("qcode"));
        if (!SubjectCodes.Is(code)) return "";
        var known = schemes.TryGetValue(alias, out var scheme)
            ? scheme.Contains(MediaTopics, StringComparison.Ordinal) || scheme.Contains(Subjects, StringComparison.Ordinal)
            : alias is "medtop" || alias.EndsWith("subj", StringComparison.Ordinal);
        return known ? code : "";
    }

    /// <summary>Providers write their names of languages with regions, and the same name for other uses.</summary>
    private static int Rank(XmlPart name)
    {
        var language = name.Attribute("lang");
        var role = name.Attribute("role");
        var isEnglish = language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        var isCode = role.EndsWith("mnemonic", StringComparison.Ordinal) || role.EndsWith("short", StringComparison.Ordinal) && !isEnglish;
        return (isCode ? 4 : 0) + (isEnglish ? 0 : language.Length == 0 ? 1 : 2);
    }

    private static string Key(XmlPart part) => AgencyArticle.First(part.Attribute("qcode"), part.Attribute("uri"), part.Attribute("literal"));

    private static string Tail(string code) => code[(code.LastIndexOf(':') + 1)..];

    private static (string Alias, string Code) Split(string qcode) => qcode.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? (qcode[..colon], qcode[(colon + 1)..]) : ("", qcode);
}
