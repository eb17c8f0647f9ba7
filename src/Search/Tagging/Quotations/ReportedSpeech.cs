using Search.Tagging.Words;

namespace Search.Tagging.Quotations;

/// <summary>
/// What is said without quotation marks: "X said (that) …", "…, X said.", "according to X, …". Whoever is not named is no speaker, yet
/// the words were said.
/// </summary>
internal static class ReportedSpeech
{
    private const int Shortest = 3;
    private const int LongestSentence = 300;

    public static void Find(ParagraphWords words, SpeechReading reading, List<Quote> into, HashSet<int> speaking)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Is(WordTraits.According) && !reading.IsQuoted(at)) According(words, reading, at, into, speaking);
            if (!reading.IsVerb(at)) continue;
            var inverted = words[at].Gap == Gap.Comma;
            var speaker = reading.Subject(at, inverted);
            if (speaker != null) reading.LastSpeaker = speaker;
            var (start, end) = at > 0 && reading.IsQuoted(at - 1) ? (-1, -1) : ClauseAfter(words, reading, at);
            if (start < 0 && speaker != null) (start, end) = ClauseBefore(words, reading, at, inverted);
            if (start < 0) { Speaks(speaker, speaking); continue; }
            Add(words, start, end, speaker, into, speaking);
            at = Math.Max(at, end);
        }
    }

    private static void According(ParagraphWords words, SpeechReading reading, int at, List<Quote> into, HashSet<int> speaking)
    {
        var speaker = reading.Subject(at, inverted: true);
        var (start, end) = (-1, -1);
        if (words[at].Opens)
        {
            for (var i = at + 2; i < words.Count && i - at < 12 && words[i].Gap != Gap.Sentence; i++)
            {
                if (words[i].Gap != Gap.Comma) continue;
                (start, end) = (i, SentenceEnd(words, i));
                break;
            }
        }
        else if (words[at].Gap is Gap.Comma or Gap.Space)
        {
            (start, end) = (SentenceStart(words, at), at - 1);
        }
        if (start >= 0 && end - start >= Shortest && !AnyQuoted(reading, start, end)) Add(words, start, end, speaker, into, speaking);
    }

    /// <summary>After <c>said</c>, or after <c>that</c> within a few words of any verb of saying, to the sentence's end.</summary>
    private static (int Start, int End) ClauseAfter(ParagraphWords words, SpeechReading reading, int verb)
    {
        var start = -1;
        for (var i = verb + 1; i < words.Count && i - verb <= 6 && start < 0; i++)
        {
            if (words[i].Gap is Gap.Sentence or Gap.Other || reading.IsQuoted(i)) break;
            if (words[i].Is(WordTraits.That) && words[i].Gap == Gap.Space && i + 1 < words.Count) start = i + 1;
        }
        if (start < 0 && verb + 1 < words.Count && words[verb].Is(WordTraits.BareSaying) && words[verb + 1].Gap == Gap.Space
            && !words[verb + 1].Is(WordTraits.Preposition) && words[verb].Gap != Gap.Comma) start = verb + 1;
        if (start < 0) return (-1, -1);
        var end = SentenceEnd(words, start);
        return end - start < Shortest || AnyQuoted(reading, start, end) ? (-1, -1) : (start, end);
    }

    /// <summary>The sentence before ", X said."</summary>
    private static (int Start, int End) ClauseBefore(ParagraphWords words, SpeechReading reading, int verb, bool inverted)
    {
        if (!inverted && verb + 1 < words.Count && (words[verb + 1].Gap != Gap.Sentence && !words[verb + 1].IsCapital || reading.IsQuoted(verb + 1))) return (-1, -1);
        var comma = verb;
        while (comma > 0 && verb - comma < 9 && words[comma].Gap is not (Gap.Comma or Gap.Sentence)) comma--;
        if (words[comma].Gap != Gap.Comma || verb - comma > 4 && !words[comma].IsCapital) return (-1, -1);
        var start = SentenceStart(words, comma);
        return comma - start <= Shortest || AnyQuoted(reading, start, comma - 1) ? (-1, -1) : (start, comma - 1);
    }

    private static int SentenceStart(ParagraphWords words, int at)
    {
        var start = at - 1;
        while (start > 0 && at - start < LongestSentence && words[start].Gap != Gap.Sentence) start--;
        return Math.Max(start, 0);
    }

    private static int SentenceEnd(ParagraphWords words, int at)
    {
        var end = at;
        while (end + 1 < words.Count && end - at < LongestSentence && words[end + 1].Gap != Gap.Sentence) end++;
        return end;
    }

    private static bool AnyQuoted(SpeechReading reading, int start, int end)
    {
        for (var i = start; i <= end; i++)
        {
            if (reading.IsQuoted(i)) return true;
        }
        return false;
    }

    private static void Add(ParagraphWords words, int start, int end, Speaker? speaker, List<Quote> into, HashSet<int> speaking)
    {
        Speaks(speaker, speaking);
        into.Add(new Quote(words.Paragraph.Ordinal, words[start].Start, words.EndOf(end), false, speaker?.Identity.Name, speaker?.Surface, speaker == null ? 0.4f : 0.6f));
    }

    private static void Speaks(Speaker? speaker, HashSet<int> speaking)
    {
        if (speaker is { Name: >= 0 }) speaking.Add(speaker.Name);
    }
}
