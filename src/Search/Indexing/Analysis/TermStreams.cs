using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Search.Indexing.Analysis;

/// <summary>A term that is bytes already: the lexicon made them once, the index copies them. The index holds on to <see cref="BytesRef"/>, so that it is always the same object.</summary>
internal sealed class TermBytesAttribute : Attribute, ITermToBytesRefAttribute
{
    public BytesRef BytesRef { get; } = new();

    public void Set(BytesRef term)
    {
        BytesRef.Bytes = term.Bytes;
        BytesRef.Offset = term.Offset;
        BytesRef.Length = term.Length;
    }

    public void FillBytesRef()
    {
    }

    public override void Clear()
    {
    }

    public override void CopyTo(IAttribute target) => ((TermBytesAttribute)target).Set(BytesRef);
}

/// <summary>
/// Feeds a paragraph's terms to the index: at each position the word as written, its stem where that is another, and what is stacked there.
/// Reused paragraph by paragraph.
/// </summary>
internal sealed class ParagraphTerms : TokenStream
{
    private readonly TermBytesAttribute term = new();
    private readonly IPositionIncrementAttribute increment;
    private AnalysedText? paragraph;
    private int position;
    private bool stemIsNext;
    private int stacked;

    public ParagraphTerms()
    {
        AddAttributeImpl(term);
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public void Set(AnalysedText text)
    {
        paragraph = text;
        Reset();
    }

    public override void Reset() => (position, stemIsNext, stacked) = (-1, false, 0);

    public override bool IncrementToken()
    {
        var words = paragraph!.Words;
        if (stemIsNext)
        {
            stemIsNext = false;
            return Emit(words[position].StemBytes, 0);
        }
        if (stacked < paragraph.Stacked.Count && paragraph.Stacked[stacked].Position == position) return Emit(new BytesRef(paragraph.Stacked[stacked++].Term), 0);
        if (++position >= words.Length) return false;
        stemIsNext = !words[position].IsOwnStem;
        return Emit(words[position].ExactBytes, 1);
    }

    private bool Emit(BytesRef bytes, int by)
    {
        term.Set(bytes);
        increment.PositionIncrement = by;
        return true;
    }
}

/// <summary>Feeds an article's stems to its scoring field.</summary>
internal sealed class ArticleTerms : TokenStream
{
    private readonly TermBytesAttribute term = new();
    private readonly IPositionIncrementAttribute increment;
    private IReadOnlyList<AnalysedText> paragraphs = [];
    private int paragraph;
    private int word;

    public ArticleTerms()
    {
        AddAttributeImpl(term);
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public void Set(IReadOnlyList<AnalysedText> texts)
    {
        paragraphs = texts;
        Reset();
    }

    public override void Reset() => (paragraph, word) = (0, 0);

    public override bool IncrementToken()
    {
        while (paragraph < paragraphs.Count)
        {
            var words = paragraphs[paragraph].Words;
            if (word < words.Length)
            {
                term.Set(words[word++].StemBytes);
                increment.PositionIncrement = 1; // the end of the stream before left 0 in it
                return true;
            }
            paragraph++;
            word = 0;
        }
        return false;
    }
}
