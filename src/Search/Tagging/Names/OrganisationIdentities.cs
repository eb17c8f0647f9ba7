using Search.Tagging.Words;

namespace Search.Tagging.Names;

/// <summary>The organisations and places of one article that no list knows, and the acronyms that it defines.</summary>
internal sealed class OrganisationIdentities
{
    /// <summary>So many names that begin or end alike are compared; it bounds the time that an article can take.</summary>
    private const int MostAlike = 50;

    private readonly Dictionary<ulong, List<Identity>> byEdge = [];
    private readonly Dictionary<ulong, Identity?> acronyms = [];
    private readonly Dictionary<ulong, Identity?> firstWords = [];

    /// <summary>The identity of these words; a company's suffix is no part of it. Call for all of them before any acronym is asked for.</summary>
    public Identity Add(ParagraphWords words, Candidate candidate)
    {
        var end = candidate.End;
        while (end - candidate.Start > 1 && words[end - 1].Is(WordTraits.CompanySuffix) && candidate.Type == ActorType.Org) end--;
        if (end > candidate.Start && words[end - 1].Is(WordTraits.Joiner)) end = candidate.End;
        var keys = new ulong[end - candidate.Start];
        for (var i = 0; i < keys.Length; i++) keys[i] = words[candidate.Start + i].Key;
        var identity = byEdge.GetValueOrDefault(keys[0])?.Find(o => o.Name.Type == candidate.Type && o.Keys.AsSpan().SequenceEqual(keys));
        if (identity != null) return identity;
        identity = new Identity(new ActorName(words.Text[words[candidate.Start].Start..words[end - 1].End], candidate.Type), keys);
        Into(keys[0], identity);
        if (keys[^1] != keys[0]) Into(keys[^1], identity);
        if (candidate.Type == ActorType.Org) Abbreviate(words, candidate, end, identity);
        return identity;
    }

    /// <summary>A definition in brackets: <c>Name (ABC)</c>.</summary>
    public void Define(ulong acronym, Identity identity) => acronyms[acronym] = identity;

    /// <summary>Whose acronym it is: as defined, else the only name with these initials.</summary>
    public Identity? ByAcronym(ulong key) => acronyms.GetValueOrDefault(key);

    /// <summary>The only organisation whose name begins with this word.</summary>
    public Identity? ByFirstWord(ulong key) => firstWords.GetValueOrDefault(key);

    /// <summary>The longer name, of the same kind, that begins or ends with this one; itself when there is none or several.</summary>
    public Identity Longest(Identity identity)
    {
        if (identity.Keys.Length < 2) return identity;
        Identity? longer = null;
        foreach (var edge in (ReadOnlySpan<ulong>)[identity.Keys[0], identity.Keys[^1]])
        {
            foreach (var other in byEdge.GetValueOrDefault(edge) ?? [])
            {
                if (other == longer || other.Name.Type != identity.Name.Type || other.Keys.Length <= identity.Keys.Length) continue;
                if (!other.Keys.AsSpan().StartsWith(identity.Keys) && !other.Keys.AsSpan().EndsWith(identity.Keys)) continue;
                if (longer != null) return identity;
                longer = other;
            }
        }
        return longer ?? identity;
    }

    private void Into(ulong key, Identity identity)
    {
        if (!byEdge.TryGetValue(key, out var list)) byEdge.Add(key, list = []);
        if (list.Count < MostAlike) list.Add(identity);
    }

    private void Abbreviate(ParagraphWords words, Candidate candidate, int end, Identity identity)
    {
        var key = WordKey.Empty;
        var letters = 0;
        for (var i = candidate.Start; i < end; i++)
        {
            if (!words[i].IsCapital) continue;
            key = WordKey.Add(key, char.ToLowerInvariant(words.Text[words[i].Start]));
            letters++;
        }
        if (letters >= 3) Unique(acronyms, key, identity);
        ref readonly var first = ref words[candidate.Start];
        if (end - candidate.Start > 1 || end < candidate.End)
        {
            var named = first.Shape is Shape.Capital or Shape.Caps
                && !first.Is(WordTraits.Function | WordTraits.GivenName | WordTraits.OrganisationInside | WordTraits.OrganisationPrefix | WordTraits.OrganisationSuffix | WordTraits.PlaceWord | WordTraits.TitleWord);
            if (named && end < candidate.End) Unique(firstWords, first.Key, identity);
        }
    }

    private static void Unique(Dictionary<ulong, Identity?> index, ulong key, Identity identity)
    {
        if (!index.TryAdd(key, identity) && index[key] != identity) index[key] = null;
    }
}
