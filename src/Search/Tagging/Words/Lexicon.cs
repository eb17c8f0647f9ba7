using Search.Tagging.Names;
using Search.Text;

namespace Search.Tagging.Words;

/// <summary>
/// Every word that a data file knows, numbered; the traits of each; and a trie over those numbers that leads to the known names.
/// Immutable once built.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<ulong, int> ids;
    private readonly WordTraits[] traits;
    private readonly int[] roots;
    private readonly Dictionary<long, int> edges;
    private readonly KnownName?[] names;
    private readonly NodeMarks[] marks;

    internal Lexicon(Dictionary<ulong, int> ids, WordTraits[] traits, Dictionary<long, int> edges, KnownName?[] names, NodeMarks[] marks)
    {
        this.ids = ids;
        this.traits = traits;
        this.edges = edges;
        this.names = names;
        this.marks = marks;
        roots = new int[traits.Length];
        for (var id = 1; id < roots.Length; id++) roots[id] = edges.GetValueOrDefault(id);
    }

    /// <summary>The word's number; 0 when no list knows it.</summary>
    public int Id(ulong key) => ids.GetValueOrDefault(key);

    public WordTraits Traits(int id) => traits[id];

    /// <summary>The node after the first word of a name; 0 when no name begins so.</summary>
    public int Root(int id) => roots[id];

    /// <summary>The node one word further; 0 when no name goes on so.</summary>
    public int Step(int node, int id) => edges.GetValueOrDefault(((long)node << 32) | (uint)id);

    /// <summary>The actor whose name ends at this node.</summary>
    public KnownName? Name(int node) => names[node];

    /// <summary>The actor that a whole text names; null for a text that is no known name.</summary>
    public KnownName? Known(string text)
    {
        var node = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            node = Id(WordKey.Of(text, token)) is var id and > 0 ? Step(node, id) : 0;
            if (node == 0) return null;
        }
        return names[node];
    }

    public NodeMarks Marks(int node) => marks[node];
}

/// <summary>What else ends at a node of the trie.</summary>
[Flags]
internal enum NodeMarks : byte
{
    None = 0,
    /// <summary>A title of a person: Mr, Dr.</summary>
    PersonTitle = 1,
    /// <summary>The name of an office that precedes a person's name: President, Foreign Minister.</summary>
    OfficeTitle = 2,
    /// <summary>A word sequence that is never an actor, nor part of one.</summary>
    Never = 4,
}
