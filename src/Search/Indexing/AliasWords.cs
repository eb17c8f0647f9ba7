using Search.Tagging;
using Search.Text;

namespace Search.Indexing;

/// <summary>The aliases that the data files give, by their words: for type-ahead. Immutable, so safe for several threads.</summary>
internal sealed class AliasWords
{
    private readonly LabelWords words = new();
    private readonly List<string> actors = [];

    public AliasWords(IEnumerable<ActorAlias> aliases)
    {
        foreach (var alias in aliases)
        {
            words.Add(alias.Text);
            actors.Add(NameTable.Id(alias.Actor.Type, alias.Actor.Label));
        }
    }

    /// <summary>The aliases that fit what was typed, with the ids of the actors that bear them, whether the index has them or not.</summary>
    public IEnumerable<(string Actor, string Alias, TypedFit Fit)> Typed(TypedText text, Action? step = null) =>
        words.Find(text, step).Select(f => (actors[f.Label], words[f.Label], f.Fit));
}
