using System.Buffers;
using Search.Indexing;
using Search.Searching.Matching;

namespace Search.Searching.Ranking;

/// <summary>The scores of one segment's matches; 0 for everything else. Dispose it: its tables are used again.</summary>
internal sealed class SegmentScores : IDisposable
{
    private readonly SegmentColumns columns;
    private readonly double[] own;
    private readonly double[] best;

    public SegmentScores(SegmentColumns columns)
    {
        this.columns = columns;
        Paragraphs = Rent(columns.Size);
        best = Rent(columns.Size);
        Articles = Rent(columns.ArticleDoc.Length);
        own = Rent(columns.ArticleDoc.Length);
    }

    /// <summary>Per document; may be longer than the segment.</summary>
    public double[] Paragraphs { get; }

    /// <summary>Per article; may be longer than the segment has articles.</summary>
    public double[] Articles { get; }

    /// <summary>The article's score without its best paragraph.</summary>
    public double ArticleOwn(int article) => own[article];

    public void Dispose()
    {
        foreach (var table in (double[][])[Paragraphs, best, Articles, own]) ArrayPool<double>.Shared.Return(table);
    }

    /// <summary>What a part of the query gives a paragraph, and what it gives the article if the paragraph is its best.</summary>
    internal void Add(int doc, double score, double asBest)
    {
        Paragraphs[doc] += score;
        best[doc] += asBest;
    }

    /// <summary>What a word gives an article.</summary>
    internal void AddOwn(int article, double score) => own[article] += score;

    /// <summary>Gives paragraphs their article's part and articles their best paragraph's.</summary>
    internal void Finish(DocSet matches, ArticleMatches articles)
    {
        foreach (var article in articles.Numbers)
        {
            var most = 0.0;
            var end = columns.ArticleDoc[article];
            for (var doc = matches.Next(columns.First(article)); doc >= 0 && doc < end; doc = matches.Next(doc + 1))
            {
                Paragraphs[doc] += RankingWeights.Article * own[article];
                most = Math.Max(most, best[doc]);
            }
            Articles[article] = own[article] + most;
        }
    }

    private static double[] Rent(int size)
    {
        var table = ArrayPool<double>.Shared.Rent(size);
        table.AsSpan(0, size).Clear();
        return table;
    }
}
