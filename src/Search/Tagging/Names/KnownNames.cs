using Search.Tagging.Words;

namespace Search.Tagging.Names;

/// <summary>Proposes the names that the gazetteers know.</summary>
internal sealed class KnownNames : INameProposer
{
    private const int ShortestShouted = 4;

    public void Propose(Passage passage, List<Candidate> into)
    {
        for (var at = 0; at < passage.Count; at++)
        {
            if (passage.Name(at) is not { } name) continue;
            into.Add(new Candidate(at, passage.NameEnd(at), name.Actor.Type, name, name.Kind == NameKind.Demonym ? 0.9f : 0.95f, name.Reason));
        }
    }

    /// <summary>
    /// Whether words that spell a known name are written as a name: capitalised, an acronym in capitals. In a shouted paragraph capitals say
    /// nothing, and short names are left out.
    /// </summary>
    public static bool IsWrittenAs(ParagraphWords words, int start, int end, KnownName name)
    {
        ref readonly var first = ref words[start];
        if (name.EndsInPossessive && !words.HasPossessive(end - 1)) return false;
        if (words.Style == CaseStyle.Shouted && words.EndOf(end - 1) - first.Start < ShortestShouted) return false;
        for (var i = start; i < end; i++)
        {
            ref readonly var word = ref words[i];
            if (word.Shape == Shape.Lower && !(i > start && (word.Is(WordTraits.Joiner | WordTraits.NameParticle) || word.Gap == Gap.Hyphen))) return false;
        }
        if (name.Kind != NameKind.Acronym || end - start > 1 || first.Shape is Shape.Caps or Shape.Number or Shape.Uncased) return true;
        return first.Shape == Shape.Capital && first.End - first.Start >= 4 && !first.Opens && words.Style == CaseStyle.Mixed
            && !first.Is(WordTraits.GivenName | WordTraits.Function);
    }
}
