using Search.Tagging.Words;

namespace Search.Tagging.Names;

/// <summary>
/// Organisations that no list knows: capitalised words that end in an organisation's word ("Harbour Workers Union"), an organisation's word
/// with <c>of</c> and more ("Ministry of Finance"), a name with its acronym in brackets. Only where capitals say something.
/// </summary>
internal sealed class OrganisationPatterns : INameProposer
{
    private const int Longest = 10;
    private const WordTraits Ends = WordTraits.OrganisationSuffix | WordTraits.CompanySuffix;

    public void Propose(Passage passage, List<Candidate> into)
    {
        if (passage.Words.Style != CaseStyle.Mixed) return;
        for (var at = 0; at < passage.Count; at++)
        {
            ref readonly var word = ref passage.Words[at];
            if (word.Gap == Gap.Open && word.Shape == Shape.Caps) Defined(passage, at, into);
            if (!word.IsCapital || passage.IsNever(at)) continue;
            if (word.Is(WordTraits.OrganisationPrefix)) WithOf(passage, at, into);
            if (word.Is(Ends)) Suffixed(passage, at, into);
        }
    }

    private static void Suffixed(Passage passage, int at, List<Candidate> into)
    {
        ref readonly var word = ref passage.Words[at];
        var company = word.Is(WordTraits.CompanySuffix);
        if (!company && (word.Gap == Gap.Hyphen || word.Shape == Shape.Caps && word.End - word.Start < 4)) return;
        var start = company && word.Gap == Gap.Comma && passage.IsNameWord(at - 1) ? Left(passage, at - 1) : Left(passage, at);
        start = AcrossAnd(passage, start, at);
        if (start == at || passage.Words[start].Is(WordTraits.CompanySuffix) || at - start == 1 && passage.Words[start].Is(WordTraits.Determiner)) return;
        var end = at + 1;
        while (passage.Words.Follows(end) && passage.Words[end].IsCapital && passage.Words[end].Is(WordTraits.CompanySuffix)) end++;
        if (word.Is(WordTraits.WeakOrganisation) && end == at + 1) return;
        into.Add(new Candidate(start, WithCountry(passage, start, end), ActorType.Org, null, 0.8f, "organisation: ends in an organisation's word"));
    }

    private static void WithOf(Passage passage, int at, List<Candidate> into)
    {
        var start = Left(passage, at);
        var end = AfterJoiner(passage, at + 1, out var joined);
        if (!joined) return;
        var more = AfterAnd(passage, end);
        if (more == end && passage.Name(end - 1) == null) more = AfterJoiner(passage, end, out _);
        into.Add(new Candidate(start, WithCountry(passage, start, more), ActorType.Org, null, 0.8f, "organisation: an organisation's word and what it is for"));
    }

    /// <summary>The beginning of the capitalised words that end before this one. Titles, possessives and sentences end them.</summary>
    private static int Left(Passage passage, int at)
    {
        var start = at;
        while (start > 0 && at - start < Longest && (passage.Words[start].Follows || start < at && passage.Words[start].Gap == Gap.Ampersand) && passage.IsNameWord(start - 1) && !EndsTitle(passage, start))
        {
            start--;
        }
        return start;
    }

    /// <summary>Further left over one <c>and</c>: <c>Energy and Commerce Committee</c>, <c>Barker and Co</c>.</summary>
    private static int AcrossAnd(Passage passage, int start, int at)
    {
        var words = passage.Words;
        if (start < 2 || at - start > 3 || !words[start].Follows || !words[start - 1].Follows || !words[start - 1].Is(WordTraits.And) || words[start - 1].Shape != Shape.Lower) return start;
        if (start < at && !words[at].Is(WordTraits.TakesAnd) || !passage.IsNameWord(start - 2) || passage.Name(start - 2) != null) return start;
        return words[start - 2].Is(Ends | WordTraits.NoSurname) ? start : Left(passage, start - 1);
    }

    private static bool EndsTitle(Passage passage, int end)
    {
        for (var i = end - 1; i >= 0 && end - i <= 4; i--)
        {
            if (passage.TitleLength(i) == end - i && passage.IsPersonTitle(i)) return true;
        }
        return false;
    }

    /// <summary>Past the capitalised words after <c>of</c>, <c>of the</c>, <c>for</c>.</summary>
    private static int AfterJoiner(Passage passage, int at, out bool joined)
    {
        var words = passage.Words;
        var i = at;
        while (i < words.Count && i - at < 2 && words[i].Follows && words[i].Shape == Shape.Lower && words[i].Is(WordTraits.Joiner) && !words[i].Is(WordTraits.And)) i++;
        joined = i > at && words.Follows(i) && passage.IsNameWord(i);
        return joined ? Right(passage, i) : at;
    }

    private static int Right(Passage passage, int at)
    {
        var end = at + 1;
        while (end - at < Longest && passage.Words.Follows(end) && passage.IsNameWord(end) && passage.TitleLength(end) == 0) end++;
        return end;
    }

    private static int AfterAnd(Passage passage, int end)
    {
        if (end + 1 >= passage.Count || !passage.Words.Follows(end) || !passage.Words[end].Is(WordTraits.And) || !passage.Words.Follows(end + 1)) return end;
        if (!passage.IsNameWord(end + 1) || passage.Name(end + 1) != null || passage.Name(end - 1) != null || passage.TitleLength(end + 1) > 0) return end;
        var more = Right(passage, end + 1);
        for (var i = end + 1; i < more; i++)
        {
            if (passage.Words[i].Is(WordTraits.OrganisationPrefix | WordTraits.CompanySuffix | WordTraits.GivenName)) return end;
        }
        return more;
    }

    private static int WithCountry(Passage passage, int start, int end)
    {
        if (end + 1 >= passage.Count || !passage.Words.Follows(end) || passage.Words[end].Shape != Shape.Lower || !passage.Words[end].Is(WordTraits.PlacePreposition)) return end;
        if (!passage.Words.Follows(end + 1) || passage.Name(end + 1) is not { Actor.Type: ActorType.Country, Kind: NameKind.Name or NameKind.Alias }) return end;
        for (var i = start; i < end; i++)
        {
            if (passage.Words[i].Is(WordTraits.TakesCountry)) return passage.NameEnd(end + 1);
        }
        return end;
    }

    /// <summary>The words before the bracket whose initials spell what stands in it.</summary>
    private static void Defined(Passage passage, int acronym, List<Candidate> into)
    {
        var words = passage.Words;
        var text = words.Text;
        if (acronym == 0 || acronym + 1 < words.Count && words[acronym + 1].Gap is Gap.Space or Gap.Hyphen) return;
        var letters = words[acronym].End - 1;
        var at = acronym - 1;
        var matched = 0;
        for (; at >= 0; at--)
        {
            ref readonly var word = ref words[at];
            while (letters >= words[acronym].Start && !char.IsLetter(text[letters])) letters--;
            if (letters < words[acronym].Start || at < acronym - 1 && !words[at + 1].Follows) return;
            var initial = char.ToUpperInvariant(text[word.Start]);
            if (initial == char.ToUpperInvariant(text[letters]) && word.IsCapital)
            {
                matched++;
                if (--letters < words[acronym].Start) break;
            }
            else if (word.Shape != Shape.Lower || !word.Is(WordTraits.Joiner)) return;
            else if (initial == char.ToUpperInvariant(text[letters])) letters--;
        }
        if (at < 0 || matched < 2 || acronym - at < 2 || words[acronym - 1].Is(WordTraits.Thing)) return;
        into.Add(new Candidate(at, acronym, ActorType.Org, null, 0.85f, "organisation: defined with its acronym", acronym));
    }
}
