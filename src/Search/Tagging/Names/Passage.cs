using Search.Tagging.Quotations;
using Search.Tagging.Words;

namespace Search.Tagging.Names;

/// <summary>A paragraph with the known names, titles and never-names that begin at each word.</summary>
internal sealed class Passage
{
    private readonly KnownName?[] names;
    private readonly byte[] nameLengths;
    private readonly byte[] titleLengths;
    private readonly bool[] person;
    private readonly bool[] never;

    public Passage(ParagraphWords words, Lexicon lexicon)
    {
        Words = words;
        var count = words.Count;
        names = new KnownName?[count];
        nameLengths = new byte[count];
        titleLengths = new byte[count];
        person = new bool[count];
        never = new bool[count];
        MarkTitlesOfWorks();
        for (var at = 0; at < count; at++)
        {
            if (never[at]) continue;
            var node = lexicon.Root(words[at].Id);
            if (node != 0) Walk(lexicon, at, node);
        }
        for (var at = 0; at < count;) at += names[at] != null ? Keep(at) : 1;
    }

    public ParagraphWords Words { get; }
    public int Count => Words.Count;

    /// <summary>The longest known name that begins at the word and does not lie inside an earlier one.</summary>
    public KnownName? Name(int at) => names[at];
    public int NameEnd(int at) => at + nameLengths[at];

    /// <summary>The number of words of the title that begins here; 0 for none.</summary>
    public int TitleLength(int at) => titleLengths[at];

    /// <summary>Whether that title is one of a person (Mr) rather than of an office (President).</summary>
    public bool IsPersonTitle(int at) => person[at];

    /// <summary>Whether the word belongs to something that is never an actor.</summary>
    public bool IsNever(int at) => never[at];

    /// <summary>A capitalised word that can be part of a name; the first word of a sentence only when it is no common word.</summary>
    public bool IsNameWord(int at)
    {
        if (at < 0 || at >= Count) return false;
        ref readonly var word = ref Words[at];
        return word.IsCapital && !never[at] && (!word.Is(WordTraits.Function) || names[at] != null);
    }

    /// <summary>Two to eight words in quotation marks, all capitalised but the small ones, are the title of a work: no names in it.</summary>
    private void MarkTitlesOfWorks()
    {
        if (Words.Style != CaseStyle.Mixed || Words.Text.AsSpan().IndexOfAny('“', '"', '‘') < 0) return;
        var marks = new List<Quoted>();
        QuoteMarks.Find(Words.Text, marks);
        var at = 0;
        foreach (var mark in marks)
        {
            while (at < Count && Words[at].Start < mark.Start) at++;
            var (start, capitals) = (at, 0);
            var title = true;
            for (; at < Count && Words[at].End <= mark.End; at++)
            {
                if (Words[at].IsCapital) capitals++;
                else title &= Words[at].Is(WordTraits.Function | WordTraits.Joiner | WordTraits.Preposition);
            }
            if (title && capitals > 1 && at - start <= 8) never.AsSpan(start, at - start).Fill(true);
        }
    }

    private void Walk(Lexicon lexicon, int at, int node)
    {
        var neverEnd = 0;
        for (var end = at + 1; ; end++)
        {
            if (lexicon.Name(node) is { } name && KnownNames.IsWrittenAs(Words, at, end, name))
            {
                names[at] = name;
                nameLengths[at] = (byte)(end - at);
            }
            var marks = lexicon.Marks(node);
            if ((marks & (NodeMarks.PersonTitle | NodeMarks.OfficeTitle)) != NodeMarks.None)
            {
                titleLengths[at] = (byte)(end - at);
                person[at] = (marks & NodeMarks.PersonTitle) != NodeMarks.None;
            }
            if ((marks & NodeMarks.Never) != NodeMarks.None) neverEnd = end;
            if (end - at >= 20 || end >= Count || Words[end].Gap is not (Gap.Space or Gap.Hyphen or Gap.Stop or Gap.Comma or Gap.Ampersand)) break;
            node = lexicon.Step(node, Words[end].Id);
            if (node == 0) break;
        }
        if (neverEnd == 0 || neverEnd < at + nameLengths[at] || names[at] is { Kind: NameKind.Acronym } && neverEnd == at + 1) return;
        names[at] = null;
        nameLengths[at] = 0;
        for (var i = at; i < neverEnd; i++) never[i] = true;
    }

    /// <summary>Forgets the names inside the one that begins here; the number of its words.</summary>
    private int Keep(int at)
    {
        if (never[at])
        {
            names[at] = null;
            nameLengths[at] = 0;
            return 1;
        }
        for (var i = at + 1; i < at + nameLengths[at]; i++) names[i] = null;
        return nameLengths[at];
    }
}
