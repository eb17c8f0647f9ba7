using Search.Indexing;
using Search.Tagging;

namespace Search.Searching.Matching;

/// <summary>Which uses of names count: by the kind of name, the role, and the name itself. Three looks at bits, for loops over whole columns.</summary>
internal sealed class NameUses
{
    private const uint Any = uint.MaxValue;

    private readonly DocSet? names;
    private readonly uint vias;
    private readonly uint roles;

    private NameUses(DocSet? names, uint vias, uint roles)
    {
        this.names = names;
        this.vias = vias;
        this.roles = roles;
    }

    /// <summary>Every use.</summary>
    public static NameUses Every { get; } = new(null, Any, Any);

    /// <summary>Uses in which somebody speaks.</summary>
    public static NameUses Speaking { get; } = new(null, Any, Bit((int)MentionRole.Speaker));

    /// <summary>Whether every use counts.</summary>
    public bool IsEvery => names is null && vias == Any && roles == Any;

    /// <summary>The uses that a request lets count as mentions.</summary>
    public static NameUses Of(MentionFilter filter, ActorTable actors)
    {
        if (filter.IsEvery) return Every;
        return new NameUses(
            filter.Types.Count == 0 ? null : Names(actors, Enumerable.Range(0, actors.Count).Where(a => filter.Types.Contains(actors[a].Type))),
            filter.Vias.Count == 0 ? Any : filter.Vias.Aggregate(0u, (bits, via) => bits | Bit((int)via)),
            filter.Roles.Count == 0 ? Any : filter.Roles.Aggregate(0u, (bits, role) => bits | Bit((int)role)));
    }

    /// <summary>Those of these uses that mean one of some actors.</summary>
    public NameUses For(ActorTable actors, HashSet<int> wanted)
    {
        var among = Names(actors, wanted.Where(a => a >= 0));
        return new NameUses(names is null ? among : among.And(names), vias, roles);
    }

    /// <summary>Whether a use counts.</summary>
    public bool Passes(NameUse use) =>
        (vias & Bit((int)use.Via)) != 0 && (roles & Bit((int)use.Role)) != 0 && (names is null || (use.Name < names.Size && names[use.Name]));

    /// <summary>Whether one of some packed uses counts.</summary>
    public bool PassAny(ReadOnlySpan<uint> uses)
    {
        foreach (var packed in uses)
        {
            if (Passes(new NameUse(packed))) return true;
        }
        return false;
    }

    private static DocSet Names(ActorTable actors, IEnumerable<int> wanted)
    {
        var names = new DocSet(actors.Names);
        foreach (var actor in wanted)
        {
            foreach (var name in actors.NamesOf(actor)) names.Add(name);
        }
        return names;
    }

    private static uint Bit(int number) => 1u << number;
}
