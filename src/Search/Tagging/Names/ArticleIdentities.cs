using Search.Tagging.Words;

namespace Search.Tagging.Names;

/// <summary>
/// Who is who in one article. First it learns every full name; then it resolves each passage in reading order, and finds the surnames,
/// acronyms and short names that no proposer could know.
/// </summary>
internal sealed class ArticleIdentities
{
    private readonly PersonIdentities persons = new();
    private readonly OrganisationIdentities organisations = new();
    private readonly Dictionary<ActorName, Identity> known = new(ReferenceEqualityComparer.Instance);
    private int mentions;

    public void Learn(ParagraphWords words, Candidate candidate)
    {
        if (candidate.Type == ActorType.Person && candidate.Known == null)
        {
            if (candidate.Length > 1) persons.Add(words, candidate.Start, candidate.End);
            return;
        }
        var identity = candidate.Known != null ? Known(candidate.Known) : organisations.Add(words, candidate);
        if (candidate.Type != ActorType.Org) return;
        var acronym = candidate.Acronym;
        if (acronym < 0 && candidate.End < words.Count && words[candidate.End] is { Gap: Gap.Open, Shape: Shape.Caps } && InitialsAgree(words, candidate)) acronym = candidate.End;
        if (acronym >= 0) organisations.Define(words[acronym].Key, identity);
    }

    /// <summary>The names of one passage; passages come in reading order.</summary>
    public List<FoundName> Resolve(Passage passage, List<Candidate> candidates)
    {
        var found = new List<FoundName>(candidates.Count + 2);
        var next = 0;
        for (var at = 0; at < passage.Count;)
        {
            if (next < candidates.Count && candidates[next].Start == at)
            {
                var candidate = candidates[next++];
                if (Resolve(passage, candidate) is { } name) Keep(found, name);
                at = candidate.End;
                continue;
            }
            if (passage.Words[at].IsCapital && Short(passage, at, found, next < candidates.Count && candidates[next].Start == at + 1) is { } shorter) Keep(found, shorter);
            at++;
        }
        return found;
    }

    private void Keep(List<FoundName> found, FoundName name)
    {
        name.Identity.LastSeen = mentions++;
        found.Add(name);
    }

    private FoundName? Resolve(Passage passage, Candidate candidate)
    {
        var words = passage.Words;
        if (candidate.Known is { } name)
        {
            if (candidate.Length == 1 && name.Kind != NameKind.Demonym && name.Actor.Type is ActorType.Country or ActorType.Place
                && persons.ByWord(words[candidate.Start].Key, surnameOnly: true) is { Keys.Length: > 1 } bearer)
            {
                return new FoundName(candidate.Start, candidate.End, bearer, null, MentionVia.Alias, 0.7f, $"surname of {bearer.Name.Label}");
            }
            if (name.Actor.Type == ActorType.Place && passage.Words.Style == CaseStyle.Mixed && IsPartOfUnknown(passage, candidate)) return null;
            return new FoundName(candidate.Start, candidate.End, Known(name), name, name.Via, candidate.Confidence, candidate.Reason);
        }
        if (candidate.Type != ActorType.Person)
        {
            var own = organisations.Add(words, candidate);
            var longer = organisations.Longest(own);
            return new FoundName(candidate.Start, candidate.End, longer, null, longer == own ? MentionVia.Name : MentionVia.Alias, candidate.Confidence, candidate.Reason);
        }
        var person = candidate.Length == 1 ? persons.ByWord(words[candidate.Start].Key) : null;
        person ??= persons.Add(words, candidate.Start, candidate.End);
        var via = person.Keys.Length > candidate.Length ? MentionVia.Alias : MentionVia.Name;
        return new FoundName(candidate.Start, candidate.End, person, null, via, candidate.Confidence, candidate.Reason);
    }

    /// <summary>A capitalised word that nothing explains follows a place's name: <c>Sheffield Wednesdays</c>, <c>Sydney Morning Star</c>.</summary>
    private static bool IsPartOfUnknown(Passage passage, Candidate candidate)
    {
        var next = candidate.End;
        return next < passage.Count && passage.Words[next].Gap == Gap.Space && passage.IsNameWord(next) && passage.Words[next].Shape == Shape.Capital && passage.Name(next) == null && passage.TitleLength(next) == 0
            && !passage.Words[next].Is(WordTraits.GivenName);
    }

    /// <summary>A single word that names somebody whose full name the article gives.</summary>
    private FoundName? Short(Passage passage, int at, List<FoundName> found, bool beforeName)
    {
        ref readonly var word = ref passage.Words[at];
        if (passage.IsNever(at) || word.Is(WordTraits.Function) || word.Shape == Shape.Initial) return null;
        var mixed = passage.Words.Style == CaseStyle.Mixed;
        if (passage.Words.Style == CaseStyle.Shouted && word.End - word.Start < 4) return null;
        if (mixed && (beforeName && passage.Words.Follows(at + 1) && passage.Words[at + 1].Gap == Gap.Space && passage.TitleLength(at) == 0 || IsInLongerName(passage, at, found))) return null;
        if (persons.ByWord(word.Key) is { } person)
        {
            return new FoundName(at, at + 1, person, null, MentionVia.Alias, 0.8f, $"short for {person.Name.Label}");
        }
        if (word.Shape == Shape.Caps && passage.Words.Style != CaseStyle.Shouted && organisations.ByAcronym(word.Key) is { } defined)
        {
            return new FoundName(at, at + 1, defined, null, MentionVia.Alias, 0.85f, $"acronym of {defined.Name.Label}");
        }
        if (mixed && organisations.ByFirstWord(word.Key) is { } organisation)
        {
            return new FoundName(at, at + 1, organisation, null, MentionVia.Alias, 0.7f, $"short for {organisation.Name.Label}");
        }
        return null;
    }

    /// <summary>Beside it stands another capitalised word that nothing explains: it is part of a name that we do not know.</summary>
    private static bool IsInLongerName(Passage passage, int at, List<FoundName> found)
    {
        var words = passage.Words;
        if (words.Follows(at + 1) && passage.IsNameWord(at + 1) && passage.Name(at + 1) == null && passage.TitleLength(at + 1) == 0) return true;
        if (at == 0 || !words[at].Follows || !passage.IsNameWord(at - 1)) return false;
        if (found.Count > 0 && found[^1].End == at) return found[^1].Known == null;
        for (var i = at - 1; i >= 0 && at - i <= 5; i--)
        {
            if (passage.TitleLength(i) == at - i) return false;
        }
        return true;
    }

    private Identity Known(KnownName name)
    {
        if (!known.TryGetValue(name.Actor, out var identity)) known.Add(name.Actor, identity = new Identity(name.Actor, []));
        return identity;
    }

    private static bool InitialsAgree(ParagraphWords words, Candidate candidate)
    {
        var acronym = words.Text.AsSpan(words[candidate.End].Start, words[candidate.End].End - words[candidate.End].Start);
        return candidate.Length > 1 && char.ToUpperInvariant(acronym[0]) == char.ToUpperInvariant(words.Text[words[candidate.Start].Start]);
    }
}
