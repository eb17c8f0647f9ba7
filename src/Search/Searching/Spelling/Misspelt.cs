using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Searching.Spelling;

/// <summary>A folded word that may be misspelt, and the words near it that were met in the index.</summary>
internal sealed class Misspelt(string form, long frequency)
{
    /// <summary>From so many letters on, two edits are looked for.</summary>
    private const int Long = 7;

    private readonly Dictionary<string, (int Edits, long Frequency)> near = [];

    public string Form { get; } = form;

    /// <summary>Takes notice of a word of the index; one that is too far away is passed over.</summary>
    public void Meet(string word, int documents)
    {
        if (word.Length < 3 || word == Form) return;
        var edits = Edits.Count(Form, word, Form.Length >= Long ? 2 : 1);
        if (edits > (Form.Length >= Long ? 2 : 1) || !word.All(char.IsLetter)) return;
        ref var met = ref CollectionsMarshal.GetValueRefOrAddDefault(near, word, out _);
        met = (edits, met.Frequency + documents);
    }

    /// <summary>The most frequent of the nearest words that are so many times likelier; null when there is none.</summary>
    public string? Best(long likelier) => near
        .Where(n => n.Value.Frequency >= frequency * likelier)
        .OrderBy(n => n.Value.Edits).ThenByDescending(n => n.Value.Frequency).ThenBy(n => n.Key, StringComparer.Ordinal)
        .Select(n => n.Key).FirstOrDefault();
}
