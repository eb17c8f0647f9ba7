using Search.Articles;
using Search.Text;

namespace Search.Tagging.Words;

/// <summary>How a whole paragraph is written, which decides how much a capital says.</summary>
internal enum CaseStyle : byte { Mixed, Headline, Shouted }

/// <summary>A paragraph as words.</summary>
internal sealed class ParagraphWords
{
    private readonly Word[] words;

    private ParagraphWords(Paragraph paragraph, Word[] words, CaseStyle style)
    {
        Paragraph = paragraph;
        this.words = words;
        Style = style;
    }

    public Paragraph Paragraph { get; }
    public string Text => Paragraph.Text;
    public CaseStyle Style { get; }
    public int Count => words.Length;
    public ref readonly Word this[int at] => ref words[at];

    /// <summary>Whether the word exists and nothing but a space parts it from the one before.</summary>
    public bool Follows(int at) => at > 0 && at < words.Length && words[at].Follows;

    /// <summary>The offset where a mention that ends with this word ends: the last stop of <c>U.S.</c> and <c>Jr.</c> belongs to it.</summary>
    public int EndOf(int at)
    {
        var end = words[at].End;
        if (end >= Text.Length || Text[end] != '.') return end;
        return words[at].Is(WordTraits.Abbreviation) || Text.AsSpan(words[at].Start, end - words[at].Start).Contains('.') ? end + 1 : end;
    }

    /// <summary>The first word that begins at the offset or later.</summary>
    public int FirstAt(int offset)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Whether a possessive <c>'s</c> follows the word.</summary>
    public bool HasPossessive(int at)
    {
        var end = words[at].End;
        return end + 1 < Text.Length && Text[end] is '\'' or '’' && Text[end + 1] == 's';
    }

    public static ParagraphWords Read(Paragraph paragraph, Lexicon lexicon, List<Token> tokens)
    {
        tokens.Clear();
        Tokenizer.Tokenize(paragraph.Text, tokens);
        var read = new Word[tokens.Count];
        for (var i = 0; i < read.Length; i++)
        {
            var token = tokens[i];
            var key = WordKey.Of(paragraph.Text, token);
            var id = lexicon.Id(key);
            var (gap, opens) = i == 0 ? (Gap.Sentence, true) : Gaps.Between(paragraph.Text, read[i - 1], token, lexicon.Traits(id));
            read[i] = new Word(token.Start, token.End, key, id, lexicon.Traits(id), ShapeOf(paragraph.Text.AsSpan(token.Start, token.End - token.Start)), gap, opens);
        }
        return new ParagraphWords(paragraph, read, StyleOf(read, paragraph.Text));
    }

    private static Shape ShapeOf(ReadOnlySpan<char> word)
    {
        var first = word[0];
        if (char.IsDigit(first)) return Shape.Number;
        if (char.IsLower(first)) return Shape.Lower;
        if (!char.IsUpper(first)) return Shape.Uncased;
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c)) return Shape.Capital;
            if (char.IsLetter(c)) letters++;
        }
        return letters == 1 ? Shape.Initial : Shape.Caps;
    }

    /// <summary>A headline is short and does not end as a sentence does.</summary>
    private static CaseStyle StyleOf(Word[] words, string text)
    {
        int lower = 0, caps = 0, capital = 0;
        foreach (ref readonly var word in words.AsSpan())
        {
            if (word.Shape == Shape.Lower) lower++;
            else if (word.Shape == Shape.Caps) caps++;
            else if (word.Shape == Shape.Capital) capital++;
        }
        var all = lower + caps + capital;
        if (all == 0) return CaseStyle.Mixed;
        if (caps * 10 >= all * 6 && lower * 5 <= all && caps > 1) return CaseStyle.Shouted;
        return text[^1] is not ('.' or '!' or '?' or '"' or '”') && all is >= 4 and <= 30 && (caps + capital) * 10 >= all * 6 && lower * 100 <= all * 34 ? CaseStyle.Headline : CaseStyle.Mixed;
    }
}
