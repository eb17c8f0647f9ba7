using System.Text.Json;
using Search.Articles;
using Search.Text;

namespace Search.Reading.Json.Ninjs;

/// <summary>Whom and where the item names.</summary>
internal static class NinjsActors
{
    public static List<FeedActor> Of(JsonMembers item)
    {
        var actors = new List<FeedActor>();
        Add(item, ["person", "people"], "person", actors);
        Add(item, ["organisation", "organisations"], "org", actors);
        Add(item, ["place", "places"], "place", actors);
        return [.. actors.Distinct()];
    }

    private static void Add(JsonMembers item, string[] lists, string type, List<FeedActor> actors)
    {
        foreach (var entry in lists.SelectMany(item.List))
        {
            var actor = new JsonMembers(entry);
            var name = Clean.Line(entry.ValueKind == JsonValueKind.Object ? actor.Text("name") : JsonMembers.TextOf(entry));
            if (name.Length > 0) actors.Add(new FeedActor(name, type == "place" && IsCountry(actor) ? "country" : type));
        }
    }

    /// <summary>Whether a place says that it is a country: by a code of ISO 3166, which is without a hyphen for countries, or by its kind.</summary>
    private static bool IsCountry(JsonMembers place)
    {
        var code = place.First("code", "literal", "uri");
        var last = code[(code.AsSpan().LastIndexOfAny('/', ':') + 1)..];
        if (last.Length is 2 or 3 && (place.Text("scheme") + code).Contains("iso3166", StringComparison.OrdinalIgnoreCase)) return true;
        var kind = place.Object("locationtype").Text("name") + place.Text("type") + place.Text("rel");
        return kind.Equals("country", StringComparison.OrdinalIgnoreCase) || kind.Equals("nation", StringComparison.OrdinalIgnoreCase);
    }
}
