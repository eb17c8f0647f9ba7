using System.Runtime.InteropServices;
using Search.Archive;
using Search.Tagging;
using Search.Text;

namespace Search.Indexing;

/// <summary>
/// The values of one facet field and their stable numbers. Grows, never changes: a number once given keeps its value, in every segment
/// and after every merge. Safe for several threads.
/// </summary>
internal sealed class ValueTable
{
    private readonly IArchive archive;
    private readonly string field;
    private readonly Lock growing = new();
    private readonly Dictionary<string, List<int>> byText = [];
    private readonly Lock folding = new();
    private int folded;
    private readonly LabelWords words = new();
    private FieldValue[] values;
    private volatile int count;

    /// <param name="label">What a key is called today, null where what it was called first still holds; labels of topics may be edited.</param>
    public ValueTable(IArchive archive, string field, Func<string, string?>? label = null)
    {
        this.archive = archive;
        this.field = field;
        values = [.. archive.Values(field).Select(v => label?.Invoke(v.Key) is { } today ? v with { Label = today } : v)];
        count = values.Length;
    }

    /// <summary>Numbers below this one are known.</summary>
    public int Count => count;

    public FieldValue this[int number] => Volatile.Read(ref values)[number];

    /// <summary>The numbers of the values with this key.</summary>
    /// <inheritdoc cref="Meant"/>
    public IEnumerable<int> Keyed(string key, Action? step = null) => Meant(key, step).Where(n => this[n].Key == key);

    /// <summary>The numbers of the values that a text may mean: by key or label, case and accents aside.</summary>
    /// <param name="text">As people write it.</param>
    /// <param name="step">Called for each value that had not been folded before; may throw to stop.</param>
    public IReadOnlyList<int> Meant(string text, Action? step = null)
    {
        lock (folding)
        {
            for (; folded < count; folded++)
            {
                step?.Invoke();
                var value = this[folded];
                var (label, key) = (Fold.Word(value.Label), Fold.Word(value.Key));
                Enter(label);
                if (key != label) Enter(key);
            }
            return byText.TryGetValue(Fold.Word(text), out var found) ? [.. found] : [];
        }

        void Enter(string name)
        {
            ref var numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(byText, name, out _);
            (numbers ??= []).Add(folded);
        }
    }

    /// <summary>The numbers of the values whose label fits what was typed, with how well. Each label is folded once, when it is first asked for.</summary>
    /// <inheritdoc cref="Meant"/>
    public List<(int Number, TypedFit Fit)> Typed(TypedText text, Action? step = null)
    {
        lock (words)
        {
            while (words.Count < count)
            {
                step?.Invoke();
                words.Add(this[words.Count].Label);
            }
            return words.Find(text, step);
        }
    }

    /// <summary>The numbers of values, in the order asked for; new values get one.</summary>
    public IReadOnlyList<int> Numbers(IReadOnlyList<FieldValue> wanted)
    {
        if (wanted.Count == 0) return [];
        lock (growing)
        {
            var numbers = archive.Numbers(field, wanted);
            for (var i = 0; i < numbers.Count; i++)
            {
                var number = numbers[i];
                if (number < count) continue;
                var room = values;
                if (number >= room.Length) Array.Resize(ref room, Math.Max(16, Math.Max(number + 1, room.Length * 2)));
                room[number] = wanted[i];
                Volatile.Write(ref values, room);
                count = number + 1;
            }
            return numbers;
        }
    }
}

/// <summary>How a value fits what was typed.</summary>
/// <param name="Fit">How well.</param>
/// <param name="Alias">The other name of it that fits; null when its label does.</param>
internal readonly record struct TypedValue(TypedFit Fit, string? Alias);

/// <summary>The tables of values that belong to an index.</summary>
internal sealed record ValueTables(ValueTable Topics, ValueTable Sources, ValueTable Langs, ValueTable Authors, TopicTable TopicTree)
{
    /// <summary>Small words, with which no phrase begins or ends.</summary>
    public StopWords StopWords { get; init; } = StopWords.None;

    /// <summary>Folded verbs of saying, with which none does either: what was said is the news.</summary>
    public IReadOnlySet<string> SayingVerbs { get; init; } = new HashSet<string>();
}
