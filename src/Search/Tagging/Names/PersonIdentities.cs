using Search.Tagging.Words;

namespace Search.Tagging.Names;

/// <summary>
/// The persons of one article. The same first and last name, or a surname after the full name, is the same person; accents and case do not
/// count. Where several bear a surname, the one named last is meant.
/// </summary>
internal sealed class PersonIdentities
{
    /// <summary>So many persons of one surname are told apart; it bounds the time that an article can take.</summary>
    private const int MostBearers = 50;

    private readonly Dictionary<ulong, List<Identity>> byLast = [];
    private readonly Dictionary<ulong, List<Identity>> byWord = [];

    /// <summary>Makes a full name (two words or more) known; call for all of them before any is resolved.</summary>
    public Identity Add(ParagraphWords words, int start, int end)
    {
        var keys = Keys(words, start, end);
        var label = Label(words, start, end);
        foreach (var other in byLast.GetValueOrDefault(keys[^1]) ?? [])
        {
            if (!Same(other, keys, label)) continue;
            other.Offer(label, keys);
            Register(other, keys);
            return other;
        }
        return Register(new Identity(new ActorName(label, ActorType.Person), keys), keys);
    }

    /// <summary>Who bears this surname; else, who has this word in the name, if only one has. Null for nobody.</summary>
    public Identity? ByWord(ulong key, bool surnameOnly = false)
    {
        if (byLast.GetValueOrDefault(key) is { } bearers) return bearers.MaxBy(b => b.LastSeen);
        return !surnameOnly && byWord.GetValueOrDefault(key) is [var one] ? one : null;
    }

    private static bool Same(Identity other, ulong[] keys, string label)
    {
        if (other.Keys.Length == 1 || keys.Length == 1) return true;
        if (other.Keys[0] == keys[0] || Ends(other.Keys, keys) || Ends(keys, other.Keys)) return true;
        return char.ToUpperInvariant(other.Name.Label[0]) == char.ToUpperInvariant(label[0]) && (IsInitial(other.Name.Label) || IsInitial(label));
    }

    private static bool Ends(ulong[] full, ulong[] part) => full.Length > part.Length && full.AsSpan().EndsWith(part);

    private static bool IsInitial(string label) => label.Length > 2 && (label[1] == '.' || label[1] == ' ');

    private Identity Register(Identity identity, ulong[] keys)
    {
        Into(byLast, keys[^1], identity);
        foreach (var key in keys) Into(byWord, key, identity);
        return identity;
    }

    private static void Into(Dictionary<ulong, List<Identity>> index, ulong key, Identity identity)
    {
        if (!index.TryGetValue(key, out var list)) index.Add(key, list = []);
        if (list.Count < MostBearers && !list.Contains(identity)) list.Add(identity);
    }

    /// <summary>The keys without a trailing Jr or III.</summary>
    private static ulong[] Keys(ParagraphWords words, int start, int end)
    {
        if (end - start > 1 && words[end - 1].Is(WordTraits.NameSuffix)) end--;
        var keys = new ulong[end - start];
        for (var i = start; i < end; i++) keys[i - start] = words[i].Key;
        return keys;
    }

    private static string Label(ParagraphWords words, int start, int end) => words.Text[words[start].Start..words[end - 1].End];
}
