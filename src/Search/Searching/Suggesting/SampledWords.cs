using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Articles;
using Search.Indexing;

namespace Search.Searching.Suggesting;

/// <summary>A text of a sample: its words are those from <paramref name="First"/> on.</summary>
internal readonly record struct SampledText(int Doc, int Article, int First, int Length);

/// <summary>
/// The words of headlines and leads of some articles of a segment, put together from the index's own postings. Words are numbers; 0 is a gap.
/// </summary>
internal sealed class SampledWords
{
    /// <summary>Articles looked at, at most: what is frequent is frequent in so many.</summary>
    public const int Most = 8192;

    private readonly List<SampledText> texts = [];
    private readonly List<(string Form, bool IsEnd)> words = [("", false)];
    private readonly Dictionary<int, int> textOf = [];
    private int[] at = [];

    private SampledWords(int every) => Every = every;

    /// <summary>One article of so many was looked at.</summary>
    public int Every { get; }

    /// <summary>Articles looked at.</summary>
    public int Articles { get; private set; }

    /// <summary>Headlines and leads, those of one article side by side.</summary>
    public IReadOnlyList<SampledText> Texts => texts;

    /// <summary>The words of all texts, one behind the other.</summary>
    public ReadOnlySpan<int> Words => at;

    public string Form(int word) => words[word].Form;

    /// <summary>Whether a phrase may begin and end with the word: it is no small word, no verb of saying, no number and no single letter.</summary>
    public bool IsEnd(int word) => words[word].IsEnd;

    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public static SampledWords Of(SegmentView segment, ValueTables values, Budget budget)
    {
        var columns = segment.Columns;
        var sample = new SampledWords(Math.Max(1, (columns.ArticleDoc.Length + Most - 1) / Most));
        var languages = new HashSet<int>();
        for (var article = 0; article < columns.ArticleDoc.Length; article += sample.Every)
        {
            sample.Articles++;
            languages.Add(columns.Lang[article]);
            for (var doc = columns.First(article); doc < columns.ArticleDoc[article] && columns.Kind[doc] is (byte)ParagraphKind.Headline or (byte)ParagraphKind.Lead; doc++) sample.Add(doc, article, columns.Length[doc]);
        }
        sample.at = new int[sample.texts.Sum(t => t.Length)];
        if (segment.Reader.GetTerms(Schema.Text)?.GetEnumerator() is not { } terms) return sample;
        foreach (var language in languages) sample.Read(terms, values.Langs[language].Key, values, budget);
        return sample;
    }

    private void Add(int doc, int article, int length)
    {
        textOf[doc] = texts.Count;
        texts.Add(new SampledText(doc, article, texts.Count == 0 ? 0 : texts[^1].First + texts[^1].Length, length));
    }

    /// <summary>Puts every word of a language, as written, where it stands.</summary>
    private void Read(TermsEnum terms, string language, ValueTables values, Budget budget)
    {
        var lead = new BytesRef(Indexing.Terms.Exact(language, ""));
        if (terms.SeekCeil(lead) == TermsEnum.SeekStatus.END) return;
        DocsAndPositionsEnum? places = null;
        do
        {
            if (!StringHelper.StartsWith(terms.Term, lead)) return;
            budget.Step(1 + (terms.DocFreq / 32));
            var form = terms.Term.Utf8ToString()[lead.Length..];
            words.Add((form, form.Length > 1 && char.IsLetter(form[0]) && !values.StopWords.Has(language, form) && !values.SayingVerbs.Contains(form)));
            places = terms.DocsAndPositions(null, places, DocsAndPositionsFlags.NONE);
            for (var doc = places.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = places.NextDoc())
            {
                if (!textOf.TryGetValue(doc, out var number)) continue;
                var text = texts[number];
                for (var i = places.Freq; i > 0; i--)
                {
                    var position = places.NextPosition();
                    if (position < text.Length) at[text.First + position] = words.Count - 1;
                }
            }
        }
        while (terms.MoveNext());
    }
}
