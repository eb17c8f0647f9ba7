using Search.Tagging.Words;
using Search.Text;

namespace Search.Tagging.Names;

/// <summary>
/// Proposes the actors that an article's source tagged, where the text names them in full. A code in small letters is no name. A capital that the
/// source tagged as a place may still stand for its state.
/// </summary>
internal sealed class FeedMentions : INameProposer
{
    private const string Why = "tagged by the source and named here";
    private readonly Dictionary<ulong, List<(ulong[] Keys, KnownName Name)>> byFirst = [];

    /// <param name="actors">Whom the source tagged.</param>
    /// <param name="known">Answers for a name of the gazetteers.</param>
    public FeedMentions(IEnumerable<ActorName> actors, Func<string, KnownName?> known)
    {
        foreach (var actor in actors)
        {
            var keys = Tokenizer.Tokenize(actor.Label).Select(t => WordKey.Of(actor.Label, t)).ToArray();
            if (keys.Length == 0 || !actor.Label.Any(char.IsUpper)) continue;
            if (!byFirst.TryGetValue(keys[0], out var names)) byFirst.Add(keys[0], names = []);
            names.Add((keys, new KnownName(actor, NameKind.Name, Why, known(actor.Label) is { } name && name.Actor == actor ? name.State : null)));
        }
    }

    public void Propose(Passage passage, List<Candidate> into)
    {
        for (var at = 0; at < passage.Count; at++)
        {
            if (!passage.Words[at].IsCapital || !byFirst.TryGetValue(passage.Words[at].Key, out var names)) continue;
            foreach (var (keys, name) in names)
            {
                if (!Holds(passage.Words, at, keys)) continue;
                into.Add(new Candidate(at, at + keys.Length, name.Actor.Type, name.Actor.Type == ActorType.Person ? null : name, 0.97f, Why));
            }
        }
    }

    private static bool Holds(ParagraphWords words, int at, ulong[] keys)
    {
        if (at + keys.Length > words.Count) return false;
        for (var i = 1; i < keys.Length; i++)
        {
            if (words[at + i].Key != keys[i] || words[at + i].Gap == Gap.Sentence) return false;
        }
        return true;
    }
}
