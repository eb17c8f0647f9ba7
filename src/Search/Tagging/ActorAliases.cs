using Search.Tagging.Names;
using Search.Text;

namespace Search.Tagging;

/// <summary>Another name of an actor.</summary>
internal sealed record ActorAlias(string Text, ActorName Actor);

/// <summary>
/// The other names that the gazetteers give to actors: by these people look for them. Demonyms and seats of power count, capitals do not: they
/// are places that people look for themselves.
/// </summary>
internal static class ActorAliases
{
    /// <summary>Reads them in the order of the files. A file that is missing is as good as empty.</summary>
    public static IEnumerable<ActorAlias> Read(DataFolder data) =>
    [
        .. data.Rows(NameData.Countries, 7).SelectMany(r => Of(r[1], ActorType.Country, r[3], r[4], r[6])),
        .. data.Rows(NameData.Organisations, 4).SelectMany(r => Of(r[0], ActorType.Org, r[1], r[2])),
        .. data.Rows(NameData.Places, 4).SelectMany(r => Of(r[0], ActorType.Place, r[1])),
        .. data.Rows(NameData.Groups, 2).SelectMany(r => Of(r[0], ActorType.Group, r[1])),
    ];

    private static IEnumerable<ActorAlias> Of(string label, ActorType type, params string[] cells)
    {
        var actor = new ActorName(label, type);
        return cells.SelectMany(DataFolder.Values).Where(text => text != label).Distinct().Select(text => new ActorAlias(text, actor));
    }
}
