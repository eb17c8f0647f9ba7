using Search.Tagging;

namespace Search.Searching;

/// <summary>The contract's words for the kinds of actors.</summary>
internal static class ActorTypes
{
    /// <summary>The type that a word names; null for any other word.</summary>
    public static ActorType? Read(string word) => word switch
    {
        "person" => ActorType.Person,
        "org" => ActorType.Org,
        "country" => ActorType.Country,
        "place" => ActorType.Place,
        "group" => ActorType.Group,
        _ => null,
    };
}
