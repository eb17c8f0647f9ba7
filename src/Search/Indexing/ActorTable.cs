using System.Collections.Immutable;
using Search.Tagging;
using Search.Text;

namespace Search.Indexing;

/// <summary>An actor: whoever some names mean.</summary>
/// <param name="Number">Its place in the table; stable within one version of the table and its successors.</param>
internal sealed record Actor(int Number, string Id, ActorType Type, string Label);

/// <summary>
/// Which name means which actor, at one moment: immutable, held by the snapshot. Counting, filtering and <c>@</c> tokens go through it, so an
/// edit acts at once on every segment without touching one.
/// </summary>
internal sealed class ActorTable
{
    private readonly Actor[] actors;
    private readonly int[] actorOfName;
    private readonly ActorType[] typeOfName;
    private readonly Lazy<(int[] Starts, int[] Names)> byActor;
    private readonly Labels labels;

    internal ActorTable(Actor[] actors, int count, int[] actorOfName, ActorType[] typeOfName, int names, ImmutableDictionary<string, int> byId, Labels labels)
    {
        this.actors = actors;
        this.labels = labels;
        this.actorOfName = actorOfName;
        this.typeOfName = typeOfName;
        Count = count;
        Names = names;
        ById = byId;
        byActor = new(GroupByActor);
    }

    /// <summary>How many actors there are, those that were merged away included.</summary>
    public int Count { get; }

    /// <summary>How many names there are.</summary>
    public int Names { get; }

    public ImmutableDictionary<string, int> ById { get; }

    public Actor this[int number] => actors[number];

    /// <summary>The actor that a name means.</summary>
    public int ActorOf(int name) => actorOfName[name];

    /// <summary>The actor of every name, by the name's number.</summary>
    public ReadOnlySpan<int> ActorOfName => actorOfName.AsSpan(0, Names);

    /// <summary>The type that the tagger gave the name; the index's type tokens follow it.</summary>
    public ActorType TypeOf(int name) => typeOfName[name];

    /// <summary>The names that mean an actor.</summary>
    public ArraySegment<int> NamesOf(int actor)
    {
        var (starts, names) = byActor.Value;
        return new ArraySegment<int>(names, starts[actor], starts[actor + 1] - starts[actor]);
    }

    /// <summary>
    /// The actors with a name that fits what was typed: a name that the index has, those of actors that were merged into them included, or one that
    /// the data files give them. A label that fits goes before another name that fits as well.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="step">Called for each small piece of work; may throw to stop.</param>
    public Dictionary<int, TypedValue> Typed(TypedText text, Action? step = null)
    {
        var found = new Dictionary<int, TypedValue>();
        foreach (var (name, fit) in labels.Names.Typed(text, step))
        {
            if (name < Names) Offer(actorOfName[name], fit, labels.Names[name].Label);
        }
        foreach (var (actor, alias, fit) in labels.Aliases.Typed(text, step))
        {
            if (ById.TryGetValue(actor, out var number)) Offer(number, fit, alias);
        }
        return found;

        void Offer(int actor, TypedFit fit, string name)
        {
            var offered = new TypedValue(fit, name == actors[actor].Label ? null : name);
            if (!found.TryGetValue(actor, out var known) || fit > known.Fit || (fit == known.Fit && Precedes(offered.Alias, known.Alias))) found[actor] = offered;
        }
    }

    /// <summary>The label before all others, then the shortest, then the one written with accents.</summary>
    private static bool Precedes(string? alias, string? other)
    {
        if (alias is null || other is null) return alias is null && other is not null;
        return alias.Length != other.Length ? alias.Length < other.Length : string.CompareOrdinal(alias, other) > 0;
    }

    /// <summary>The names sorted by actor, and where each actor's begin.</summary>
    private (int[] Starts, int[] Names) GroupByActor()
    {
        var starts = new int[Count + 1];
        foreach (var actor in ActorOfName) starts[actor + 1]++;
        for (var actor = 0; actor < Count; actor++) starts[actor + 1] += starts[actor];
        var (next, names) = (starts.ToArray(), new int[Names]);
        for (var name = 0; name < Names; name++) names[next[actorOfName[name]]++] = name;
        return (starts, names);
    }

    /// <summary>
    /// The actors that a person may mean by some text: an id, the part of an id after its colon, or a label, case and accents aside.
    /// </summary>
    public IReadOnlyList<int> Resolve(string text)
    {
        if (ById.TryGetValue(text, out var exact)) return [exact];
        var slug = Fold.Slug(text);
        var found = new List<int>();
        foreach (var type in Enum.GetValues<ActorType>())
        {
            if (ById.TryGetValue($"{Terms.TypeName(type)}:{slug}", out var actor) && !found.Contains(actor)) found.Add(actor);
        }
        return found;
    }

    /// <summary>What names and aliases read like; shared by all versions of the table.</summary>
    internal sealed record Labels(ValueTable Names, AliasWords Aliases);
}

/// <summary>
/// The names of the index and who is meant by them. Grows with the index; changed by edits. Readers take <see cref="Current"/> and keep it.
/// Safe for several threads.
/// </summary>
internal sealed class NameTable
{
    private readonly ValueTable names;
    private readonly ActorTable.Labels labels;
    private readonly Lock changing = new();
    private Actor[] actors = [];
    private int[] actorOfName = [];
    private ActorType[] typeOfName = [];
    private ImmutableDictionary<string, int> byId = ImmutableDictionary<string, int>.Empty;
    private int actorCount;
    private volatile ActorTable current;

    public NameTable(ValueTable names, IEnumerable<ActorAlias>? aliases = null)
    {
        this.names = names;
        labels = new ActorTable.Labels(names, new AliasWords(aliases ?? []));
        current = new ActorTable(actors, 0, actorOfName, typeOfName, 0, byId, labels);
        Grow();
    }

    public ActorTable Current => current;

    /// <summary>The key of a name: its type and its folded label.</summary>
    public static string Key(ActorName name) => $"{Terms.TypeName(name.Type)}:{Fold.Word(name.Label)}";

    /// <summary>The id of the actor that a name means unless an edit says otherwise.</summary>
    public static string Id(ActorType type, string label) => $"{Terms.TypeName(type)}:{Fold.Slug(label)}";

    /// <summary>Takes in the names that the index has learnt since.</summary>
    public void Grow()
    {
        lock (changing)
        {
            var count = names.Count;
            if (count == current.Names) return;
            if (count > actorOfName.Length)
            {
                Array.Resize(ref actorOfName, Math.Max(count, actorOfName.Length * 2));
                Array.Resize(ref typeOfName, actorOfName.Length);
                Array.Resize(ref actors, actorOfName.Length);
            }
            var builder = byId.ToBuilder();
            for (var name = current.Names; name < count; name++) Take(name, builder);
            byId = builder.ToImmutable();
            Publish(count);
        }
    }

    /// <summary>From now on every name of one actor means another. Unknown ids change nothing.</summary>
    /// <returns>Whether both were known and different.</returns>
    public bool Merge(string from, string into)
    {
        lock (changing)
        {
            if (!byId.TryGetValue(from, out var gone) || !byId.TryGetValue(into, out var stays) || gone == stays) return false;
            var changed = actorOfName.ToArray();
            for (var name = 0; name < current.Names; name++)
            {
                if (changed[name] == gone) changed[name] = stays;
            }
            actorOfName = changed;
            byId = byId.SetItems(byId.Where(id => id.Value == gone).Select(id => KeyValuePair.Create(id.Key, stays)));
            Publish(current.Names);
            return true;
        }
    }

    private void Take(int name, ImmutableDictionary<string, int>.Builder ids)
    {
        var value = names[name];
        var type = TypeOf(value.Key);
        var id = Id(type, value.Label);
        if (!ids.TryGetValue(id, out var actor))
        {
            actor = actorCount++;
            actors[actor] = new Actor(actor, id, type, value.Label);
            ids[id] = actor;
        }
        actorOfName[name] = actor;
        typeOfName[name] = type;
    }

    private void Publish(int count) => current = new ActorTable(actors, actorCount, actorOfName, typeOfName, count, byId, labels);

    private static ActorType TypeOf(string key)
    {
        var word = key.AsSpan(0, key.IndexOf(':'));
        foreach (var type in Enum.GetValues<ActorType>())
        {
            if (word.SequenceEqual(Terms.TypeName(type))) return type;
        }
        return ActorType.Group;
    }
}
