using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace Search.Benchmarks;

/// <summary>
/// Searches as Lucene.NET's users write them: a query of terms, BM25, the ten best. In this version the ten best always come with the number of all
/// matches: no match is skipped. One thread at a time.
/// </summary>
internal sealed class LuceneBaseline : IDisposable
{
    private const int Best = 10;
    private const int Listed = 20;

    private readonly Lucene.Net.Store.Directory directory;
    private readonly IndexSearcher searcher;
    private readonly LuceneFacet actors;

    public LuceneBaseline(string folder, bool inMemory)
    {
        directory = Open(folder, inMemory);
        Reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(Reader) { Similarity = new BM25Similarity() };
        actors = new LuceneFacet(Reader, LuceneIndex.Actor);
    }

    public DirectoryReader Reader { get; }

    /// <summary>Any of some words, each stemmed; everything when there are none.</summary>
    public static Query Any(IReadOnlyList<string> words)
    {
        if (words.Count == 0) return new MatchAllDocsQuery();
        if (words.Count == 1) return new TermQuery(Stem(words[0]));
        var any = new BooleanQuery();
        foreach (var word in words) any.Add(new TermQuery(Stem(word)), Occur.SHOULD);
        return any;
    }

    /// <summary>The ten best and the number of all.</summary>
    public TopDocs Top(Query query) => searcher.Search(query, Best);

    /// <summary>The same with the twenty commonest actors of all matches.</summary>
    public (TopDocs Top, IReadOnlyList<(string Id, int Count)> Actors) TopAndActors(Query query)
    {
        var top = TopScoreDocCollector.Create(Best, docsScoredInOrder: query is not BooleanQuery);
        var matches = new MatchCollector();
        searcher.Search(query, MultiCollector.Wrap(top, matches));
        return (top.GetTopDocs(), actors.Top(matches.Segments, Listed));
    }

    /// <summary>How many paragraphs have any of some words.</summary>
    public int Count(IReadOnlyList<string> words)
    {
        var all = new TotalHitCountCollector();
        searcher.Search(Any(words), all);
        return all.TotalHits;
    }

    public void Dispose()
    {
        Reader.Dispose();
        directory.Dispose();
    }

    private static Lucene.Net.Store.Directory Open(string folder, bool inMemory)
    {
        var files = new SimpleFSDirectory(folder);
        if (!inMemory) return files;
        using (files) return new RAMDirectory(files, IOContext.READ_ONCE);
    }

    private static Term Stem(string word)
    {
        using var stream = LuceneIndex.Analyzer.GetTokenStream(LuceneIndex.Text, word);
        var stem = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        stream.IncrementToken();
        return new Term(LuceneIndex.Text, stem.ToString());
    }
}
