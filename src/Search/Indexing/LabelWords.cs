using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Indexing;

/// <summary>
/// Labels by the words that they hold, so that a keystroke looks at words that begin alike and not at labels. Grows, never changes. Each distinct
/// word is kept once; labels are counted from 0 in the order added. Not safe for several threads.
/// </summary>
internal sealed class LabelWords
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<(string Form, List<int> Labels)> held = [];
    private readonly Dictionary<char, List<int>> byFirst = [];
    private readonly List<string> labels = [];
    private readonly List<bool> single = [];

    public int Count => labels.Count;

    public string this[int label] => labels[label];

    public void Add(string label)
    {
        var words = LabelWord.Of(label);
        foreach (var word in words)
        {
            if (word.Form.Length == 0) continue;
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word.Form, out var known);
            if (!known)
            {
                number = held.Count;
                held.Add((word.Form, []));
                ref var begins = ref CollectionsMarshal.GetValueRefOrAddDefault(byFirst, word.Form[0], out _);
                (begins ??= []).Add(number);
            }
            var of = held[number].Labels;
            if (of.Count == 0 || of[^1] != labels.Count) of.Add(labels.Count);
        }
        labels.Add(label);
        single.Add(words.Count(w => !w.IsPart) == 1);
    }

    /// <summary>The labels that fit, with how well.</summary>
    /// <param name="typed">What was typed; all of its words must be met.</param>
    /// <param name="step">Called for each word and label looked at; may throw to stop.</param>
    public List<(int Label, TypedFit Fit)> Find(TypedText typed, Action? step = null)
    {
        if (typed.IsHopeless) return [];
        var found = With(typed, 0, step);
        if (typed.Words.Count == 1) return [.. found.Select(f => (f.Key, f.Value == TypedFit.Words && single[f.Key] ? TypedFit.Label : f.Value))];
        var common = found.Keys.ToHashSet();
        for (var at = 1; at < typed.Words.Count && common.Count > 0; at++) common.IntersectWith(With(typed, at, step).Keys);
        var fitting = new List<(int, TypedFit)>();
        foreach (var label in common)
        {
            step?.Invoke();
            if (typed.Fit(labels[label]) is var fit and not TypedFit.None) fitting.Add((label, fit));
        }
        return fitting;
    }

    /// <summary>The labels with a word that the typed word at a place meets, with the best such fit.</summary>
    private Dictionary<int, TypedFit> With(TypedText typed, int at, Action? step)
    {
        var found = new Dictionary<int, TypedFit>();
        if (!byFirst.TryGetValue(typed.Words[at][0], out var begins)) return found;
        foreach (var number in begins)
        {
            step?.Invoke();
            var fit = typed.Fit(at, held[number].Form);
            if (fit == TypedFit.None) continue;
            foreach (var label in held[number].Labels)
            {
                ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(found, label, out _);
                if (fit > best) best = fit;
            }
        }
        return found;
    }
}
