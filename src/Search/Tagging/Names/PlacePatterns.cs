using Search.Tagging.Words;

namespace Search.Tagging.Names;

/// <summary>Places that no list knows: "Leichhardt River", "Lake Eyre", and "in Dubbo, Australia".</summary>
internal sealed class PlacePatterns : INameProposer
{
    public void Propose(Passage passage, List<Candidate> into)
    {
        if (passage.Words.Style != CaseStyle.Mixed) return;
        for (var at = 0; at < passage.Count; at++)
        {
            if (!passage.IsNameWord(at)) continue;
            if (passage.Words[at].Is(WordTraits.PlaceWord)) WithPlaceWord(passage, at, into);
            else if (passage.Words[at].Gap == Gap.Space && at > 0 && passage.Words[at - 1].Is(WordTraits.PlacePreposition)) BeforeKnown(passage, at, into);
        }
    }

    private static void WithPlaceWord(Passage passage, int at, List<Candidate> into)
    {
        var start = at;
        while (start > 0 && at - start < 2 && passage.Words[start].Gap == Gap.Space && passage.IsNameWord(start - 1) && passage.TitleLength(start - 1) == 0) start--;
        var end = at + 1;
        if (start == at)
        {
            if (!passage.Words[at].Is(WordTraits.PlacePrefix) || !passage.Words.Follows(end) || !passage.IsNameWord(end) || passage.Name(end) != null) return;
            end++;
        }
        if (passage.Words.Follows(end) && passage.IsNameWord(end)) return;
        if (start < at && passage.Name(start) is { Kind: NameKind.Demonym } && at - start == 1) return;
        into.Add(new Candidate(start, end, ActorType.Place, null, 0.7f, "place: with a word for a place"));
    }

    private static void BeforeKnown(Passage passage, int at, List<Candidate> into)
    {
        var end = at + 1;
        while (end - at < 2 && passage.Words.Follows(end) && passage.IsNameWord(end)) end++;
        if (end >= passage.Count || passage.Words[end].Gap != Gap.Comma || passage.Name(at) != null) return;
        if (passage.Name(end) is not { Actor.Type: ActorType.Country or ActorType.Place } known || known.Kind == NameKind.Demonym) return;
        into.Add(new Candidate(at, end, ActorType.Place, null, 0.7f, "place: before the country or region where it lies"));
    }
}
