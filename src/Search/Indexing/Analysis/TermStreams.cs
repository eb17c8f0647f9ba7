using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Search.Indexing.Analysis;

/// <summary>Feeds a paragraph's terms to the index: at each position the stem, the form as written, and what is stacked there. Reused paragraph by paragraph.</summary>
internal sealed class ParagraphTerms : TokenStream
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private AnalysedText? paragraph;
    private int position;
    private int step;
    private int stacked;

    public ParagraphTerms()
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public void Set(AnalysedText text)
    {
        paragraph = text;
        Reset();
    }

    public override void Reset() => (position, step, stacked) = (0, 0, 0);

    public override bool IncrementToken()
    {
        var words = paragraph!.Words;
        if (position >= words.Length) return false;
        switch (step)
        {
            case 0:
                Emit(words[position].Stem, 1);
                step = 1;
                return true;
            case 1:
                Emit(words[position].Exact, 0);
                step = 2;
                SkipEmpty();
                return true;
            default:
                Emit(paragraph.Stacked[stacked++].Term, 0);
                SkipEmpty();
                return true;
        }
    }

    /// <summary>On to the next position when nothing more is stacked on this one.</summary>
    private void SkipEmpty()
    {
        if (stacked < paragraph!.Stacked.Count && paragraph.Stacked[stacked].Position == position) return;
        position++;
        step = 0;
    }

    private void Emit(string text, int by)
    {
        term.SetEmpty().Append(text);
        increment.PositionIncrement = by;
    }
}

/// <summary>Feeds an article's stems to its scoring field.</summary>
internal sealed class ArticleTerms : TokenStream
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private IReadOnlyList<AnalysedText> paragraphs = [];
    private int paragraph;
    private int word;

    public ArticleTerms()
    {
        term = AddAttribute<ICharTermAttribute>();
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
                term.SetEmpty().Append(words[word++].Stem);
                increment.PositionIncrement = 1; // the end of the stream before left 0 in it
                return true;
            }
            paragraph++;
            word = 0;
        }
        return false;
    }
}
