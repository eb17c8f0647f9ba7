using Search.Tagging.Words;

namespace Search.Tagging.Names;

/// <summary>
/// Persons that no list knows: a title and capitalised words; a given name and a surname; two or three capitalised words that speak or are
/// explained ("Trask Volub, the harbour master"). Only where capitals say something.
/// </summary>
internal sealed class PersonPatterns : INameProposer
{
    private const int MostNames = 4;

    public void Propose(Passage passage, List<Candidate> into)
    {
        if (passage.Words.Style != CaseStyle.Mixed) return;
        for (var at = 0; at < passage.Count; at++)
        {
            if (passage.TitleLength(at) > 0) AfterTitle(passage, at, into);
            if (!passage.Words[at].IsCapital || passage.IsNever(at)) continue;
            if (passage.Words[at].Is(WordTraits.GivenName)) GivenName(passage, at, into);
            else ByContext(passage, at, into);
        }
    }

    private static void AfterTitle(Passage passage, int at, List<Candidate> into)
    {
        var start = at + passage.TitleLength(at);
        if (!passage.Words.Follows(start) || passage.Words[start].Gap == Gap.Hyphen || passage.TitleLength(start) > 0 && IsTitleBeforeName(passage, start)) return;
        if (!passage.IsNameWord(start) && !(passage.Words[start].Shape == Shape.Initial && !passage.IsNever(start))) return;
        var end = End(passage, start);
        if (end <= start) return;
        var single = end - start == 1;
        if (single && passage.Words[start].Is(WordTraits.TitleWord)) return;
        if (single && passage.Words[start].Shape is Shape.Initial or Shape.Caps && passage.Words[at].Shape != Shape.Caps) return;
        if (single && !passage.IsPersonTitle(at) && (passage.Name(start) != null || passage.Words[start].Is(WordTraits.TitleWord) || passage.IsNameWord(end) && passage.Words.Follows(end))) return;
        if (IsOrganisation(passage, start, end) || passage.Name(start) is { Kind: NameKind.Demonym } && !single) return;
        into.Add(new Candidate(start, end, ActorType.Person, null, 0.9f, "person: name after a title"));
    }

    private static void GivenName(Passage passage, int at, List<Candidate> into)
    {
        if (passage.Words[at].Is(WordTraits.Function) || passage.Words[at].Shape == Shape.Initial || ContinuesName(passage, at)) return;
        var end = End(passage, at);
        if (end - at < 2 || IsOneWord(passage.Words, at, end) || IsOrganisation(passage, at, end) || GoesOn(passage, end)) return;
        into.Add(new Candidate(at, end, ActorType.Person, null, 0.85f, "person: given name and surname"));
    }

    private static void ByContext(Passage passage, int at, List<Candidate> into)
    {
        if (!passage.IsNameWord(at) || passage.Words[at].Shape == Shape.Caps || passage.Name(at) != null || ContinuesName(passage, at) || passage.TitleLength(at) > 0) return;
        var end = End(passage, at);
        if (end - at is not (2 or 3) || passage.IsNameWord(end) && passage.Words.Follows(end)) return;
        for (var i = at; i < end; i++)
        {
            if (i > at && end - i > 1 && passage.Words[i].Is(WordTraits.GivenName) && !IsOrganisation(passage, at, end))
            {
                into.Add(new Candidate(i, end, ActorType.Person, null, 0.8f, "person: given name and surname"));
                return;
            }
            if (passage.Name(i) != null || passage.Words[i].Is(WordTraits.OrganisationSuffix | WordTraits.OrganisationInside | WordTraits.OrganisationPrefix | WordTraits.PlaceWord | WordTraits.CompanySuffix | WordTraits.NoSurname | WordTraits.Thing)) return;
        }
        if (Explained(passage, end)) into.Add(new Candidate(at, end, ActorType.Person, null, 0.75f, "person: explained after the name"));
        else if (Speaks(passage.Words, at, end)) into.Add(new Candidate(at, end, ActorType.Person, null, 0.6f, "person: speaks"));
    }

    /// <summary>Past the last word of the person's name that begins here.</summary>
    private static int End(Passage passage, int start)
    {
        var words = passage.Words;
        var caps = words[start].Shape == Shape.Caps;
        var end = start + 1;
        for (var names = 1; names < MostNames && words.Follows(end); names++)
        {
            var at = end;
            while (at < words.Count && at - end < 2 && words[at].Follows && words[at].Shape == Shape.Lower && words[at].Is(WordTraits.NameParticle)) at++;
            if (at > end && at < words.Count && words[at].Is(WordTraits.GivenName)) break;
            if (at >= words.Count || !words[at].Follows || !IsPart(passage, start, at, caps)) break;
            end = at + 1;
        }
        if (end < words.Count && words[end].Gap is Gap.Space or Gap.Comma && words[end].Is(WordTraits.NameSuffix) && words[end].IsCapital) end++;
        while (end - start > 1 && words[end - 1].Shape == Shape.Initial) end--;
        return end;
    }

    private static bool IsPart(Passage passage, int start, int at, bool caps)
    {
        ref readonly var word = ref passage.Words[at];
        if (word.Shape == Shape.Initial) return word.Gap != Gap.Hyphen;
        if (!word.IsCapital || word.Gap == Gap.Ampersand || word.Shape == Shape.Caps != caps) return false;
        if (passage.IsNever(at)) return at == start + 1 && passage.Words[start].Is(WordTraits.GivenName) && !IsNumber(passage, at + 1);
        if (word.Is(WordTraits.Function | WordTraits.CompanySuffix)) return false;
        if (word.Gap == Gap.Stop && passage.Words[at - 1].Shape != Shape.Initial && !passage.Words[at - 1].Is(WordTraits.Abbreviation)) return false;
        if (passage.TitleLength(at) > 0 && IsTitleBeforeName(passage, at)) return false;
        if (passage.Name(at) is { } name && (passage.NameEnd(at) - at > 1 || name.Kind is NameKind.Demonym or NameKind.Acronym && at > start + 1)) return false;
        return at <= start + 1 || !word.Is(WordTraits.OrganisationSuffix | WordTraits.OrganisationPrefix);
    }

    private static bool IsNumber(Passage passage, int at) => at < passage.Count && passage.Words[at].Shape == Shape.Number;

    private static bool IsTitleBeforeName(Passage passage, int at) => passage.IsNameWord(at + passage.TitleLength(at)) && passage.Words.Follows(at + passage.TitleLength(at));

    /// <summary>The word before is part of a name as well, and neither a title nor a known name that ends there.</summary>
    private static bool ContinuesName(Passage passage, int at)
    {
        if (at == 0 || !passage.Words[at].Follows || !passage.IsNameWord(at - 1)) return false;
        if (passage.Words[at - 1] is { Opens: true, Shape: Shape.Capital } first && !first.Is(WordTraits.GivenName | WordTraits.OrganisationInside | WordTraits.OrganisationPrefix | WordTraits.OrganisationSuffix | WordTraits.PlaceWord)
            && passage.Name(at - 1) == null) return false;
        for (var i = at - 1; i >= 0 && at - i <= 6; i--)
        {
            if (passage.TitleLength(i) == at - i || passage.Name(i) is { } name && passage.NameEnd(i) == at && name.Kind is NameKind.Demonym or NameKind.Acronym) return false;
        }
        return true;
    }

    private static bool IsOrganisation(Passage passage, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (i > start && passage.Words[i].Is(WordTraits.NoSurname | WordTraits.Thing)) return true;
            if (passage.Words[i].Is(WordTraits.OrganisationSuffix | WordTraits.CompanySuffix | WordTraits.OrganisationInside) && (i > start || end - start == 1)
                && !passage.Words[i].Is(WordTraits.GivenName)) return true;
        }
        return false;
    }

    private static bool IsOneWord(ParagraphWords words, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (words[i].Gap != Gap.Hyphen) return false;
        }
        return true;
    }

    /// <summary>More of a name follows that is no person's: <c>Elizabeth Glaser Pediatric AIDS Foundation</c>.</summary>
    private static bool GoesOn(Passage passage, int end) =>
        passage.Words.Follows(end) && passage.Words[end].Gap == Gap.Space && passage.IsNameWord(end) && passage.Name(end) == null && passage.TitleLength(end) == 0
        && passage.Words[end].End - passage.Words[end].Start > 3;

    /// <summary>Before or after the name stands a verb of saying.</summary>
    private static bool Speaks(ParagraphWords words, int start, int end) =>
        (end < words.Count && words[end].Gap == Gap.Space && words[end].Shape == Shape.Lower && words[end].Is(WordTraits.SayingVerb))
        || (start > 0 && words[start].Gap == Gap.Space && words[start - 1].Shape == Shape.Lower && words[start - 1].Is(WordTraits.SayingVerb));

    /// <summary>A comma, and then an age, <c>who</c>, or a few words with a person's title among them.</summary>
    private static bool Explained(Passage passage, int end)
    {
        var words = passage.Words;
        if (end >= words.Count || words[end].Gap != Gap.Comma) return false;
        if (words[end].Shape == Shape.Number) return words[end].End - words[end].Start == 2 && end + 1 < words.Count && words[end + 1].Gap is Gap.Comma;
        if (words[end].Is(WordTraits.Who)) return true;
        if (words[end].Shape != Shape.Lower) return false;
        for (var i = end; i < words.Count && i - end < 6; i++)
        {
            if (i > end && !words[i].Follows && words[i].Gap != Gap.Possessive) return false;
            if (passage.TitleLength(i) > 0 && words[i].Shape == Shape.Lower) return true;
        }
        return false;
    }
}
