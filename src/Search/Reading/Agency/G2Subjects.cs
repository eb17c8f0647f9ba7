using Search.Articles;
using Search.Reading.Xml;

namespace Search.Reading.Agency;

/// <summary>What an item of NewsML-G2 is about, by its subjects: topics and actors.</summary>
internal static class G2Subjects
{
    /// <summary>What agencies write where a place is asked for and there is none.</summary>
    private static readonly string[] Everywhere = ["International", "Global", "Globaali", "Worldwide", "World"];

    public static void Read(XmlPart meta, G2Concepts concepts, AgencyArticle article)
    {
        foreach (var subject in meta.Children("subject")) Take(subject, concepts, article);
        foreach (var keyword in meta.Children("keyword").Select(k => k.OneLine).Where(SubjectCodes.IsLabel)) article.Topics.Add(new FeedTopic(null, keyword));
        foreach (var place in meta.Children("located"))
        {
            var name = AgencyArticle.First(concepts.Name(place), place.Attribute("literal"));
            if (name.Length > 1) article.Origins.Add(new FeedActor(name, G2Concepts.IsCountry(place) ? "country" : "place"));
        }
    }

    private static void Take(XmlPart subject, G2Concepts concepts, AgencyArticle article)
    {
        var name = concepts.Name(subject);
        if (concepts.Code(subject) is { Length: > 0 } code) article.Topics.AddRange(SubjectCodes.Topics(code, name));
        else if (ActorType(subject) is { } type)
        {
            if (name.Length > 1 && !Everywhere.Contains(name, StringComparer.OrdinalIgnoreCase)) article.Actors.Add(new FeedActor(name, type));
        }
        else if (name.Length > 0 && IsSection(subject))
        {
            if (article.Section.Length == 0) article.Section = name;
        }
        else if (SubjectCodes.IsLabel(name) && IsTopic(subject)) article.Topics.Add(new FeedTopic(null, name));
    }

    private static string? ActorType(XmlPart subject) => Kind(subject) switch
    {
        "person" => "person",
        "organisation" or "organization" or "company" or "team" => "org",
        "geoarea" or "city" or "statprov" or "country" => G2Concepts.IsCountry(subject) ? "country" : "place",
        _ => null,
    };

    /// <summary>A department of the agency, or its category.</summary>
    private static bool IsSection(XmlPart subject) => Kind(subject) == "category" || G2Concepts.Alias(subject).EndsWith("department", StringComparison.Ordinal);

    private static bool IsTopic(XmlPart subject) => Kind(subject) is "" or "abstract";

    /// <summary>The type of the concept without the alias of its scheme.</summary>
    private static string Kind(XmlPart subject)
    {
        var type = subject.Attribute("type");
        return type[(type.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
    }
}
