using Search.Indexing;

namespace Search.Searching.Matching;

/// <summary>The articles of some matching paragraphs, ascending, each with how many of the paragraphs are its own. One walk, shared by counts, hits and facets.</summary>
internal sealed class ArticleMatches
{
    private readonly int[] articles;
    private readonly int[] paragraphs;

    public ArticleMatches(SegmentColumns columns, DocSet matches)
    {
        var most = Math.Min(columns.ArticleDoc.Length, matches.Count());
        (articles, paragraphs) = (new int[most], new int[most]);
        for (var doc = matches.Next(0); doc >= 0;)
        {
            var article = columns.Article[doc];
            var end = columns.ArticleDoc[article];
            articles[Count] = article;
            paragraphs[Count++] = matches.Count(doc, end);
            doc = matches.Next(end);
        }
    }

    /// <summary>How many articles there are.</summary>
    public int Count { get; }

    /// <summary>Their numbers in the segment.</summary>
    public ReadOnlySpan<int> Numbers => articles.AsSpan(0, Count);

    /// <summary>How many matching paragraphs each has.</summary>
    public ReadOnlySpan<int> Paragraphs => paragraphs.AsSpan(0, Count);
}
