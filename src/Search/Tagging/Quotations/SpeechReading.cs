using Search.Tagging.Names;
using Search.Tagging.Words;

namespace Search.Tagging.Quotations;

/// <summary>Who speaks. <paramref name="Name"/> is the index among the passage's names, -1 for a pronoun.</summary>
internal sealed record Speaker(Identity Identity, string Surface, int Name);

/// <summary>To whom a verb of saying gives a quotation; <paramref name="Parenthetical"/>: "…, he said, …" inside its sentence.</summary>
internal sealed record Attribution(Speaker? Speaker, float Confidence, bool Parenthetical);

/// <summary>Reads the verbs of saying of one passage: which quotation belongs to which verb, and who its subject is.</summary>
internal sealed class SpeechReading(ParagraphWords words, List<FoundName> names, List<Quoted> marks, Speaker? before, Identity? named)
{
    private const int Reach = 14;
    private readonly bool[] quoted = Inside(words, marks);
    private readonly int[] starting = Index(words.Count, names, n => n.Start);
    private readonly int[] ending = Index(words.Count, names, n => n.End);
    private readonly FoundName? firstPerson = names.Find(n => n.IsPerson);

    /// <summary>The last to speak in this passage as far as it was asked for.</summary>
    public Speaker? LastSpeaker { get; set; }

    /// <summary>Whether the word stands in a quotation.</summary>
    public bool IsQuoted(int word) => quoted[word];

    /// <summary>Whether nothing but space stands before the quotation's mark.</summary>
    public bool BeginsWith(int mark) => mark < marks.Count && words.Text.AsSpan(0, marks[mark].Start - 1).IsWhiteSpace();

    /// <summary>The first person named before the quotation.</summary>
    public Speaker? FirstPersonBefore(int mark)
    {
        return firstPerson != null && words[firstPerson.Start].Start < marks[mark].Start ? Named(starting[firstPerson.Start] - 1) : null;
    }

    /// <summary>Who said it; null when no verb of saying is near.</summary>
    public Attribution? Attribution(int mark)
    {
        var (start, end) = (marks[mark].Start, marks[mark].End);
        var first = words.FirstAt(end);
        var parenthetical = false;
        var verb = GoesOn(end) ? VerbAfter(first) : -1;
        if (verb < 0) verb = VerbBefore(words.FirstAt(start) - 1, out parenthetical);
        if (verb < 0 && words.Text[end - 1] is not '.') verb = VerbAfter(first);
        if (verb < 0) return null;
        var speaker = Subject(verb, verb >= first && FollowsQuote(verb, first));
        if (speaker != null) LastSpeaker = speaker;
        return new Attribution(speaker, speaker == null ? 0.4f : speaker.Name < 0 ? 0.6f : 0.85f, parenthetical);
    }

    /// <summary>The quotation ends in a comma or the like, so that its verb should follow.</summary>
    private bool GoesOn(int end) => words.Text[end - 1] is ',' or '?' or '!' || end + 1 < words.Text.Length && words.Text[end + 1] is ',' or '–' or '—' || end + 2 < words.Text.Length && words.Text[end + 2] is '–' or '—';

    private int VerbAfter(int first)
    {
        for (var i = first; i < words.Count && i - first < Reach; i++)
        {
            if (quoted[i] || i > first && words[i].Gap == Gap.Sentence) return -1;
            if (IsVerb(i)) return i;
        }
        return -1;
    }

    private int VerbBefore(int from, out bool parenthetical)
    {
        parenthetical = false;
        if (from + 1 < words.Count && words[from + 1].Gap == Gap.Sentence) return -1;
        for (var i = from; i >= 0 && from - i < Reach * 2; i--)
        {
            if (quoted[i]) return -1;
            if (IsVerb(i))
            {
                parenthetical = i + 1 < words.Count && words[i + 1].Gap == Gap.Comma;
                return i;
            }
            if (words[i].Gap == Gap.Sentence) return -1;
        }
        return -1;
    }

    private bool FollowsQuote(int verb, int first) => verb == first || verb == first + 1 && words[first].Shape == Shape.Lower && !words[first].Is(WordTraits.He | WordTraits.She | WordTraits.It);

    /// <summary>The nearest name or pronoun before the verb in its sentence that no preposition governs; after the verb when the two are inverted.</summary>
    public Speaker? Subject(int verb, bool inverted)
    {
        if (inverted)
        {
            for (var n = NextName(verb + 1); n < names.Count; n++)
            {
                if (names[n].Name.Type == ActorType.Place) continue;
                if (names[n].Start - verb > 10 || Broken(verb + 1, names[n].Start)) break;
                if (!names[n].IsPerson && PersonBefore(n + 1, verb + 10) is var later and >= 0 && !Broken(verb + 1, names[later].Start)) n = later;
                if (names[n].IsPerson || !IsGoverned(n)) return Named(n);
            }
            if (verb + 1 < words.Count && words[verb + 1].Follows && Pronoun(verb + 1) is { } pronoun) return pronoun;
            return null;
        }
        for (var i = verb - 1; i >= 0 && verb - i <= Reach && !quoted[i]; i--)
        {
            if (Pronoun(i) is { } pronoun) return pronoun;
            var n = ending[i + 1] - 1;
            if (n >= 0)
            {
                var possessive = names[n].End < words.Count && words[names[n].End].Gap == Gap.Possessive;
                if (!IsGoverned(n) && !possessive && names[n].Known?.Kind != NameKind.Demonym && names[n].Name.Type != ActorType.Place) return Named(n);
                i = names[n].Start;
            }
            if (words[i].Gap == Gap.Sentence) break;
        }
        return null;
    }

    /// <summary>A preposition stands before the name, or before its title or article.</summary>
    private bool IsGoverned(int n)
    {
        var head = names[n].Start;
        while (head > 0 && words[head].Follows && words[head - 1].Is(WordTraits.TitleWord | WordTraits.Determiner) && !words[head - 1].Is(WordTraits.Preposition)) head--;
        return head > 0 && words[head].Follows && words[head - 1].Is(WordTraits.Preposition);
    }

    private int NextName(int word)
    {
        for (var i = word; i < words.Count && i - word <= 10; i++)
        {
            if (starting[i] > 0) return starting[i] - 1;
        }
        return names.Count;
    }

    private int PersonBefore(int from, int limit)
    {
        for (var n = from; n < names.Count && names[n].Start <= limit; n++)
        {
            if (names[n].IsPerson) return n;
        }
        return -1;
    }

    private bool Broken(int from, int to)
    {
        for (var i = from; i <= to && i < words.Count; i++)
        {
            if (words[i].Gap == Gap.Sentence || quoted[i]) return true;
        }
        return false;
    }

    private Speaker Named(int n) => new(names[n].Identity, words.Text[words[names[n].Start].Start..words.EndOf(names[n].End - 1)], n);

    private Speaker? Pronoun(int at)
    {
        if (!words[at].Is(WordTraits.He | WordTraits.She)) return null;
        var meant = LastSpeaker ?? before;
        var identity = meant is { Identity.Name.Type: ActorType.Person } ? meant.Identity : (firstPerson is { } first && first.End <= at ? first.Identity : named);
        return identity == null ? null : new Speaker(identity, words.Text[words[at].Start..words[at].End], -1);
    }

    public bool IsVerb(int at) => words[at].Shape == Shape.Lower && words[at].Is(WordTraits.SayingVerb) && !quoted[at];

    /// <summary>For each word the name there, counted from 1; 0 for none.</summary>
    private static int[] Index(int words, List<FoundName> names, Func<FoundName, int> place)
    {
        var index = new int[words + 1];
        for (var n = 0; n < names.Count; n++) index[place(names[n])] = n + 1;
        return index;
    }

    private static bool[] Inside(ParagraphWords words, List<Quoted> marks)
    {
        var inside = new bool[words.Count];
        if (marks.Count == 0) return inside;
        var m = 0;
        for (var i = 0; i < inside.Length; i++)
        {
            while (m < marks.Count && marks[m].End <= words[i].Start) m++;
            if (m == marks.Count) break;
            inside[i] = words[i].Start >= marks[m].Start;
        }
        return inside;
    }
}
