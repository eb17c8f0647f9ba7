using Search.Tagging.Names;
using Search.Text;

namespace Search.Tagging.Words;

/// <summary>Collects words, traits and names, and makes the <see cref="Lexicon"/>. Earlier names win over later ones that are written alike.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<ulong, int> ids = [];
    private readonly List<WordTraits> traits = [WordTraits.None];
    private readonly Dictionary<long, int> edges = [];
    private readonly List<KnownName?> names = [null];
    private readonly List<NodeMarks> marks = [NodeMarks.None];
    private readonly List<Token> tokens = [];

    /// <summary>Gives every word of the text a trait.</summary>
    public void Trait(string text, WordTraits trait)
    {
        foreach (var id in Ids(text)) traits[id] |= trait;
    }

    /// <summary>Gives the trait to the last word that is no joiner: <c>Bank</c> of <c>National Bank of</c>. Call after the grammar was read.</summary>
    public void TraitOfHead(string text, WordTraits trait)
    {
        var own = Ids(text);
        for (var i = own.Count - 1; i >= 0; i--)
        {
            if (i > 0 && (traits[own[i]] & (WordTraits.Joiner | WordTraits.Preposition | WordTraits.Function)) != WordTraits.None) continue;
            traits[own[i]] |= trait;
            return;
        }
    }

    /// <summary>Marks a word sequence.</summary>
    public void Mark(string text, NodeMarks mark)
    {
        if (Node(text) is var node and > 0) marks[node] |= mark;
    }

    /// <summary>Whether the sequence names an actor already.</summary>
    public KnownName? Known(string text) => Node(text) is var node and > 0 ? names[node] : null;

    /// <summary>Adds a name; false when the sequence names another actor already.</summary>
    public bool Name(string text, KnownName name)
    {
        var node = Node(text);
        if (node == 0) return false;
        if (names[node] is { } other) return other.Actor == name.Actor;
        names[node] = name;
        return true;
    }

    public Lexicon Build() => new(ids, [.. traits], edges, [.. names], [.. marks]);

    private int Node(string text)
    {
        var node = 0;
        foreach (var id in Ids(text))
        {
            var edge = ((long)node << 32) | (uint)id;
            if (!edges.TryGetValue(edge, out var next))
            {
                next = names.Count;
                names.Add(null);
                marks.Add(NodeMarks.None);
                edges.Add(edge, next);
            }
            node = next;
        }
        return node;
    }

    private List<int> Ids(string text)
    {
        tokens.Clear();
        Tokenizer.Tokenize(text, tokens);
        var result = new List<int>(tokens.Count);
        foreach (var token in tokens)
        {
            var key = WordKey.Of(text, token);
            if (!ids.TryGetValue(key, out var id))
            {
                id = traits.Count;
                traits.Add(WordTraits.None);
                ids.Add(key, id);
            }
            result.Add(id);
        }
        return result;
    }
}
