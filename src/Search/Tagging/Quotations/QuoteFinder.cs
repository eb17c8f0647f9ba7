using Search.Tagging.Names;
using Search.Tagging.Words;

namespace Search.Tagging.Quotations;

/// <summary>
/// Finds the quotes of an article, passage by passage in reading order, and who said them. It remembers who spoke last, for
/// <c>he said</c> and for quotations that run over a paragraph's break.
/// </summary>
internal sealed class QuoteFinder
{
    private const int LongEnough = 6;
    private readonly List<Quoted> marks = [];
    private Speaker? last;
    private Identity? named;
    private Identity? introduced;
    private bool open;

    /// <summary>Appends the passage's quotes, and tells which of its names (by index) speak.</summary>
    public void Find(Passage passage, List<FoundName> names, List<Quote> into, HashSet<int> speaking)
    {
        var words = passage.Words;
        if (words.Paragraph.Kind is Articles.ParagraphKind.Heading) return;
        marks.Clear();
        QuoteMarks.Find(words.Text, marks);
        var reading = new SpeechReading(words, names, marks, last, named);
        var continued = open;
        open = false;
        Speaker? here = null;
        for (var m = 0; m < marks.Count; m++)
        {
            var mark = marks[m];
            var attribution = reading.Attribution(m);
            if (!IsQuote(words, mark, attribution)) continue;
            var confidence = attribution?.Confidence ?? 0.5f;
            var speaker = attribution?.Speaker ?? (attribution != null ? here : null);
            if (attribution == null && mark.End - mark.Start > 20) speaker = here ?? Unattributed(reading, m, continued, ref confidence);
            into.Add(new Quote(words.Paragraph.Ordinal, mark.Start, mark.End, true, speaker?.Identity.Name, speaker?.Surface, confidence));
            if (speaker == null) continue;
            if (speaker.Name >= 0) speaking.Add(speaker.Name);
            here = last = speaker;
            open = !mark.Closed;
        }
        ReportedSpeech.Find(words, reading, into, speaking);
        last = here ?? reading.LastSpeaker ?? last;
        named = names.Find(n => n.IsPerson)?.Identity ?? named;
        introduced = words.Text.EndsWith(':') ? named : null;
    }

    /// <summary>Whom a paragraph that ends in a colon introduces; who spoke last, or is spoken of, when the quotation opens the paragraph; else the first person before it.</summary>
    private Speaker? Unattributed(SpeechReading reading, int mark, bool continued, ref float confidence)
    {
        if (continued) return last;
        confidence = 0.4f;
        if (!reading.BeginsWith(mark)) return reading.FirstPersonBefore(mark);
        return introduced != null ? new Speaker(introduced, introduced.Name.Label, -1) : last ?? (named != null ? new Speaker(named, named.Name.Label, -1) : null);
    }

    /// <summary>Long enough, a whole sentence, near a verb of saying, or a part of what <c>X said,</c> stands in.</summary>
    private static bool IsQuote(ParagraphWords words, Quoted mark, Attribution? attribution)
    {
        var count = 0;
        for (var i = words.FirstAt(mark.Start); i < words.Count && words[i].End <= mark.End && count < LongEnough; i++) count++;
        if (count >= LongEnough) return true;
        if (count == 0) return false;
        var end = words.Text[mark.End - 1];
        if (attribution != null && (count > 3 || end is ',' or '.' or '?' or '!' || attribution.Parenthetical && count > 1)) return true;
        return count > 1 && end is '.' or '?' or '!' && char.IsUpper(words.Text[mark.Start]);
    }
}
