using Search.Indexing;
using Search.Searching.Matching;

namespace Search.Searching.Ranking;

/// <summary>The scores of one segment's matches; 0 for everything else. Dispose it: its tables are used again.</summary>
internal sealed class SegmentScores : IDisposable
{
    private readonly SegmentColumns columns;
    private readonly MatchSets sets;
    private readonly double[] own;
    private readonly double[] best;

    public SegmentScores(MatchSets sets)
    {
        this.sets = sets;
        columns = sets.Matcher.Segment.Columns;
        Paragraphs = ZeroedArrays<double>.Rent(columns.Size);
        best = ZeroedArrays<double>.Rent(columns.Size);
        Articles = ZeroedArrays<double>.Rent(columns.ArticleDoc.Length);
        own = ZeroedArrays<double>.Rent(columns.ArticleDoc.Length);
    }

    /// <summary>Per document; may be longer than the segment.</summary>
    public double[] Paragraphs { get; }

    /// <summary>Per article; may be longer than the segment has articles.</summary>
    public double[] Articles { get; }

    /// <summary>The article's score without its best paragraph.</summary>
    public double ArticleOwn(int article) => own[article];

    public void Dispose()
    {
        foreach (var doc in sets.Matches) Paragraphs[doc] = best[doc] = 0;
        foreach (var article in sets.Articles.Numbers) Articles[article] = own[article] = 0;
        foreach (var table in (double[][])[Paragraphs, best, Articles, own]) ZeroedArrays<double>.Return(table);
    }

    /// <summary>What a part of the query gives a paragraph that matches, and what it gives the article if the paragraph is its best.</summary>
    internal void Add(int doc, double score, double asBest)
    {
        Paragraphs[doc] += score;
        best[doc] += asBest;
    }

    /// <summary>What a word gives an article that matches.</summary>
    internal void AddOwn(int article, double score) => own[article] += score;

    /// <summary>Gives paragraphs their article's part and articles their best paragraph's.</summary>
    internal void Finish()
    {
        var matches = sets.Matches;
        foreach (var article in sets.Articles.Numbers)
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
}
