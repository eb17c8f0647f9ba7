using Search.Tagging.Words;

namespace Search.Tagging.Names;

/// <summary>
/// Decides whether a capital or a seat of power stands for its state: only where it acts, is acted on, or has what states have. Where
/// something happens there, and in doubt, it is a place.
/// </summary>
internal static class Metonyms
{
    /// <summary>Why the name stands for the state; null when it is a place.</summary>
    public static string? Reason(ParagraphWords words, int start, int end)
    {
        if (IsPlace(words, start, end)) return null;
        if (ActsOn(words, start, end) is { } verb) return verb;
        if (end < words.Count && words[end].Gap == Gap.Space && words[end].Shape == Shape.Lower && words[end].Is(WordTraits.Official)) return "its officials follow";
        if (end < words.Count && words[end].Gap == Gap.Possessive && HasStateNoun(words, end, 3)) return "what belongs to a state follows";
        return Relation(words, start, end);
    }

    /// <summary>The subject of an auxiliary: too little by itself, enough beside a clear case in the same article.</summary>
    public static bool IsSubject(ParagraphWords words, int start, int end) =>
        !IsPlace(words, start, end) && !AfterPreposition(words, start) && end < words.Count && words[end].Follows && words[end].Is(WordTraits.Auxiliary);

    private static bool IsPlace(ParagraphWords words, int start, int end)
    {
        if (start > 0 && words[start].Gap is Gap.Space && words[start - 1].Is(WordTraits.PlacePreposition)) return true;
        if (start > 0 && words[start].Gap is Gap.Space && words[start - 1].IsCapital && !words[start - 1].Opens && !words[start - 1].Is(WordTraits.Function)) return true;
        if (IsDetermined(words, start)) return true;
        if (end >= words.Count) return false;
        if (words[end].Gap == Gap.Hyphen) return true;
        return words[end].Gap == Gap.Space && words[end].IsCapital;
    }

    /// <summary>An article, or an article and an adjective, before it: a ship, a team, a meeting that bears the name.</summary>
    private static bool IsDetermined(ParagraphWords words, int start)
    {
        if (start == 0 || words[start].Gap != Gap.Space) return false;
        ref readonly var before = ref words[start - 1];
        if (before.Is(WordTraits.Determiner) && !before.Is(WordTraits.That)) return true;
        return start > 1 && before.Follows && before.Shape == Shape.Lower && words[start - 2].Is(WordTraits.Determiner) && before.Is(WordTraits.Function)
            && !before.Is(WordTraits.Preposition | WordTraits.That | WordTraits.And);
    }

    /// <summary>A present participle with something after it.</summary>
    private static bool IsDoing(ParagraphWords words, int at)
    {
        var word = words.Text.AsSpan(words[at].Start, words[at].End - words[at].Start);
        return word.Length > 5 && word.EndsWith("ing") && at + 1 < words.Count && words[at + 1].Follows && !words[at + 1].Is(WordTraits.PlacePreposition);
    }

    private static bool AfterPreposition(ParagraphWords words, int start) => start > 0 && words[start].Gap == Gap.Space && words[start - 1].Is(WordTraits.Preposition);

    private static string? ActsOn(ParagraphWords words, int start, int end)
    {
        if (AfterPreposition(words, start) || end >= words.Count) return null;
        if (start > 1 && words[start].Gap == Gap.Space && words[start - 1].Is(WordTraits.And) && words[start - 1].Gap == Gap.Comma) return null;
        var at = end;
        var modal = false;
        var auxiliary = false;
        if (words[at].Gap == Gap.Comma && !Skip(words, ref at)) return null;
        for (var steps = 0; at < words.Count && steps < 4 && (words[at].Follows || at > end); steps++, at++)
        {
            ref readonly var word = ref words[at];
            if (word.Shape != Shape.Lower) return null;
            if (word.Is(WordTraits.Auxiliary))
            {
                auxiliary = true;
                modal |= word.Is(WordTraits.Modal);
                if (at + 1 < words.Count && words[at + 1].Gap == Gap.Comma && !words[at + 1].Is(WordTraits.AgentVerb))
                {
                    var past = at + 1;
                    if (Skip(words, ref past)) at = past - 1;
                }
                continue;
            }
            if (word.Is(WordTraits.AgentVerb | WordTraits.SayingVerb)) return "it acts";
            if (IsAdverb(words, at)) continue;
            if (word.Is(WordTraits.Function | WordTraits.Preposition)) return null;
            if (auxiliary && word.Is(WordTraits.StateAdjective)) return "it is disposed as states are";
            var done = auxiliary || words.Text.AsSpan(word.Start, word.End - word.Start) is [.., 'e', 'd'];
            return modal || done && HasStateNoun(words, at + 1, 3) || auxiliary && IsDoing(words, at) ? "it acts" : null;
        }
        return null;
    }

    /// <summary>Past the comma that closes what the comma before opened, within six words.</summary>
    private static bool Skip(ParagraphWords words, ref int at)
    {
        for (var i = at + 1; i < words.Count && i - at <= 5; i++)
        {
            if (words[i].Gap is Gap.Sentence or Gap.Other) return false;
            if (words[i].Gap != Gap.Comma) continue;
            at = i;
            return true;
        }
        return false;
    }

    private static bool IsAdverb(ParagraphWords words, int at)
    {
        var word = words.Text.AsSpan(words[at].Start, words[at].End - words[at].Start);
        return word.Length > 3 && word.EndsWith("ly") || words[at].Is(WordTraits.Function) && !words[at].Is(WordTraits.Preposition | WordTraits.Determiner | WordTraits.And);
    }

    private static bool HasStateNoun(ParagraphWords words, int from, int most)
    {
        for (var i = from; i < words.Count && i - from < most; i++)
        {
            if (i > from && words[i].Gap is not (Gap.Space or Gap.Hyphen or Gap.Other)) return false;
            if (words[i].Is(WordTraits.StateNoun)) return true;
            if (words[i].Is(WordTraits.Preposition | WordTraits.Auxiliary)) return false;
        }
        return false;
    }

    private static string? Relation(ParagraphWords words, int start, int end)
    {
        if (start < 2 || words[start].Gap != Gap.Space) return null;
        ref readonly var before = ref words[start - 1];
        if (before.Is(WordTraits.Between) && end + 1 < words.Count && words[end].Is(WordTraits.And) && words[end + 1].IsCapital && NounBefore(words, start - 1, 9)) return "a party to what is between two states";
        if (before.Is(WordTraits.And) && words[start - 2].IsCapital)
        {
            for (var i = start - 3; i >= 0 && start - i <= 5; i--)
            {
                if (words[i].Is(WordTraits.Between) && NounBefore(words, i, 9)) return "a party to what is between two states";
                if (words[i].Shape == Shape.Lower) break;
            }
        }
        if (before.Is(WordTraits.RelationPreposition) && NounBefore(words, start - 1, 2) && !(end < words.Count && words[end].Gap == Gap.Comma && words[end].IsCapital)) return "a party to a relation";
        var objectOf = before.Shape == Shape.Lower && before.Is(WordTraits.AgentVerb | WordTraits.SayingVerb);
        if (objectOf && end < words.Count && words[end].Gap == Gap.Space && words[end].Is(WordTraits.ObjectLink)) return "it is spoken to";
        return null;
    }

    /// <summary>One of the last words before the preposition is what states have with each other.</summary>
    private static bool NounBefore(ParagraphWords words, int preposition, int reach)
    {
        for (var i = preposition - 1; i >= 0 && preposition - i <= reach; i--)
        {
            if (words[i + 1].Gap == Gap.Sentence) return false;
            if (words[i].Is(WordTraits.StateNoun)) return true;
        }
        return false;
    }
}
