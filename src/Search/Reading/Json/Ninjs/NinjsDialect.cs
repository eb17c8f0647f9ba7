namespace Search.Reading.Json.Ninjs;

/// <summary>
/// IPTC ninjs 1.x to 3.x (<see href="https://iptc.org/standards/ninjs/"/>), and what Superdesk makes of it (<c>guid</c>, <c>service</c>, <c>authors</c>).
/// The versions differ in names and in their case only, so one reader takes them all.
/// </summary>
internal sealed class NinjsDialect : IJsonDialect
{
    /// <summary>Members that only items have; an object of any other kind has none of them beside a <c>uri</c>.</summary>
    private static readonly string[] Signs =
    [
        "versioncreated", "versionedcreated", "pubstatus", "representationtype", "headlines", "bodies", "descriptions", "renditions", "eventdetails", "copyrightholder",
        "usageterms", "mimetype", "urgency", "byline", "slugline", "body_text", "body_html", "body_xhtml",
    ];
    private static readonly string[] Prefixes = ["body_", "description_", "headline_"];

    public string Name => "ninjs";

    public bool Recognises(JsonMembers root, Source source) => IsItem(root);

    public static bool IsItem(JsonMembers root) =>
        root.First("uri", "guid").Length > 0
        && (Signs.Any(root.Has) || root.Names.Any(n => Prefixes.Any(p => n.StartsWith(p, StringComparison.OrdinalIgnoreCase))) || Standard(root).Contains("ninjs", StringComparison.OrdinalIgnoreCase));

    public IEnumerable<ReadItem> Read(Source source, string place, JsonMembers root)
    {
        var item = new NinjsItem(root);
        var members = NinjsMembers.Of(root);
        // A package may hold nothing but its members.
        if (item.Problem is { } problem)
        {
            if (members.Count == 0 || !item.IsEmpty) yield return source.Problem(place, problem);
        }
        else yield return source.Article(place, item.Draft());
        foreach (var (name, member) in members) yield return source.Article(place.Length > 0 ? $"{place}, {name}" : name, member.Draft());
    }

    private static string Standard(JsonMembers root)
    {
        var standard = root.Object(root.Has("standard") ? "standard" : "$standard");
        return standard.Text("name") + standard.Text("schema");
    }
}
