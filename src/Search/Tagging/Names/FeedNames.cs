using Search.Text;

namespace Search.Tagging.Names;

/// <summary>
/// What feeds call actors, as codes and words: <c>usa</c>, <c>el-salvador</c>, <c>fr</c> are countries; a name that the gazetteers
/// know is theirs; everything else stays as the feed wrote it.
/// </summary>
internal sealed class FeedNames
{
    private readonly Dictionary<string, ActorName> codes = [];

    /// <summary>Makes a code known; the first meaning stays.</summary>
    public void Add(string code, ActorName actor)
    {
        if (code.Length > 0) codes.TryAdd(Fold.Slug(code), actor);
    }

    /// <summary>Who a feed means. <paramref name="known"/> answers for a name of the gazetteers.</summary>
    public ActorName Resolve(string name, string? type, Func<string, KnownName?> known)
    {
        var kind = Type(type);
        var label = name.Trim();
        var placeLike = kind is null or ActorType.Country or ActorType.Place;
        if (placeLike && (label.Length > 2 || kind != null) && codes.TryGetValue(Fold.Slug(label), out var country)) return country;
        if (known(label) is { } found && Agree(found, kind)) return found.Actor;
        return new ActorName(label, kind ?? ActorType.Org);
    }

    private static bool Agree(KnownName found, ActorType? kind) =>
        kind == null || found.Actor.Type == kind || (kind is ActorType.Country or ActorType.Place && found.Actor.Type is ActorType.Country or ActorType.Place);

    private static ActorType? Type(string? type) => Fold.Word(type?.Trim() ?? "") switch
    {
        "person" or "persons" or "people" or "per" => ActorType.Person,
        "org" or "orgs" or "organisation" or "organization" or "organisations" or "organizations" or "company" or "companies" or "exchange" or "exchanges" => ActorType.Org,
        "country" or "countries" => ActorType.Country,
        "place" or "places" or "location" or "loc" or "city" or "geo" => ActorType.Place,
        "group" or "groups" => ActorType.Group,
        _ => null,
    };
}
