using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Search.Indexing;
using Search.Searching.Matching;

namespace Search.Searching;

/// <summary>A segment as one snapshot sees it: its columns, and which of its documents are alive.</summary>
internal sealed class SegmentView
{
    private static readonly ConditionalWeakTable<object, SegmentView> ByReader = [];

    private SegmentView(AtomicReader reader)
    {
        Reader = reader;
        Columns = SegmentColumns.Of(reader);
        var live = reader.LiveDocs;
        Paragraphs = new DocSet(Columns.Size);
        Searched = new DocSet(Columns.Size);
        Articles = new DocSet(Columns.ArticleDoc.Length);
        foreach (var doc in Columns.Paragraphs)
        {
            if (live is not null && !live.Get(doc)) continue;
            Paragraphs.Add(doc);
            if (Columns.IsSearched(doc)) Searched.Add(doc);
        }
        for (var article = 0; article < Columns.ArticleDoc.Length; article++)
        {
            if (live is null || live.Get(Columns.ArticleDoc[article])) Articles.Add(article);
        }
        var languages = new HashSet<int>();
        foreach (var article in Articles) languages.Add(Columns.Lang[article]);
        Languages = [.. languages];
    }

    public AtomicReader Reader { get; }

    public SegmentColumns Columns { get; }

    /// <summary>Live paragraphs of any kind.</summary>
    public DocSet Paragraphs { get; }

    /// <summary>Searchable: live, a paragraph, not boilerplate.</summary>
    public DocSet Searched { get; }

    /// <summary>Live articles, by their numbers in the segment.</summary>
    public DocSet Articles { get; }

    /// <summary>The numbers of the languages that live articles have.</summary>
    public IReadOnlyList<int> Languages { get; }

    /// <summary>About what it keeps in memory besides the columns: its sets, and the engine's own of what is deleted.</summary>
    public long Bytes => 1024 + (3L * Columns.Size / 8);

    public static SegmentView Of(AtomicReader reader) => ByReader.GetValue(reader.CombinedCoreAndDeletesKey, _ => new SegmentView(reader));

    /// <summary>The number of a live article in the segment; null when it is not there. <paramref name="ids"/> are the segment's terms of <see cref="Schema.ArticleId"/>.</summary>
    public int? ArticleOf(string id, SegmentTerms ids)
    {
        if (ids.Counted(id) is not var (postings, _)) return null;
        for (var doc = postings.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.NextDoc())
        {
            if (Articles[Columns.Article[doc]]) return Columns.Article[doc];
        }
        return null;
    }

    /// <summary>The articles of some documents.</summary>
    public DocSet Lift(DocSet documents)
    {
        var articles = new DocSet(Columns.ArticleDoc.Length);
        for (var doc = documents.Next(0); doc >= 0;)
        {
            var article = Columns.Article[doc];
            articles.Add(article);
            doc = documents.Next(Columns.ArticleDoc[article]);
        }
        return articles;
    }

    /// <summary>The paragraphs of <paramref name="among"/> that belong to some articles.</summary>
    public DocSet Spread(DocSet articles, DocSet among)
    {
        var documents = new DocSet(Columns.Size);
        foreach (var article in articles)
        {
            var end = Columns.ArticleDoc[article];
            for (var doc = among.Next(Columns.First(article)); doc >= 0 && doc < end; doc = among.Next(doc + 1)) documents.Add(doc);
        }
        return documents;
    }
}
