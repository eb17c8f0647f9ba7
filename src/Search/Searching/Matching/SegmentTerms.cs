using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Search.Indexing;

namespace Search.Searching.Matching;

/// <summary>Postings of one field of a segment by term; every look at a term or a posting is taken from the budget. Belongs to one thread.</summary>
internal sealed class SegmentTerms(AtomicReader reader, string field, Budget? budget = null)
{
    private const int PostingsPerStep = 32;

    private readonly TermsEnum? terms = reader.GetTerms(field)?.GetEnumerator();
    private DocsEnum? documents;
    private DocsEnum? counted;

    /// <summary>Moves to a term; false when the segment lacks it.</summary>
    public bool Seek(string term)
    {
        budget?.Step();
        return terms is not null && terms.SeekExact(new BytesRef(term));
    }

    /// <summary>Documents that hold the term, deleted ones included.</summary>
    public int Frequency(string term) => Seek(term) ? terms!.DocFreq : 0;

    /// <summary>Adds the documents of a term.</summary>
    public void AddDocuments(string term, DocSet into)
    {
        if (!Seek(term)) return;
        budget?.Step(terms!.DocFreq / PostingsPerStep);
        documents = terms!.Docs(null, documents, DocsFlags.NONE);
        for (var doc = documents.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.NextDoc()) into.Add(doc);
    }

    /// <summary>
    /// The term's postings with how often it stands in each document, and in how many documents; null when the segment lacks it. The caller's own until
    /// the next call.
    /// </summary>
    public (DocsEnum Postings, int Frequency)? Counted(string term)
    {
        if (!Seek(term)) return null;
        budget?.Step(terms!.DocFreq / PostingsPerStep);
        counted = terms!.Docs(null, counted, DocsFlags.FREQS);
        return (counted, terms.DocFreq);
    }

    /// <summary>The term's postings with positions; null when the segment lacks it.</summary>
    public DocsAndPositionsEnum? Positions(string term) => Seek(term) ? terms!.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE) : null;

    /// <summary>The words of a language, as written, that begin so, with their document frequencies.</summary>
    public IEnumerable<(string Form, int Frequency)> Forms(string language, string beginning)
    {
        var mark = Indexing.Terms.Exact(language, "").Length;
        foreach (var (term, frequency) in Beginning(Indexing.Terms.Exact(language, beginning))) yield return (term[mark..], frequency);
    }

    /// <summary>The terms from <paramref name="prefix"/> on that begin with it, with their document frequencies.</summary>
    public IEnumerable<(string Term, int Frequency)> Beginning(string prefix)
    {
        if (terms is null) yield break;
        var start = new BytesRef(prefix);
        if (terms.SeekCeil(start) == TermsEnum.SeekStatus.END) yield break;
        do
        {
            budget?.Step();
            if (!StringHelper.StartsWith(terms.Term, start)) yield break;
            yield return (terms.Term.Utf8ToString(), terms.DocFreq);
        }
        while (terms.MoveNext());
    }
}
