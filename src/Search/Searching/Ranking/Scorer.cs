using Search.Indexing;
using Search.Searching.Matching;

namespace Search.Searching.Ranking;

/// <summary>A part of a query that scores: a word, a phrase, a near clause.</summary>
/// <param name="HasArticleTerms">Whether the article's own field scores it too.</param>
internal sealed record ScoringPart(Bound Node, string Name, double Idf, bool HasArticleTerms);

/// <summary>A stem in the articles' scoring field.</summary>
internal sealed record ArticleWord(string Term, double Idf);

/// <summary>
/// Scores what a query has matched: articles by their own field, paragraphs by theirs and their article's. It orders and decides nothing:
/// a match with score 0 stays a match.
/// </summary>
internal sealed class Scorer
{
    private readonly Bm25 paragraphs;
    private readonly Bm25 articles;
    private readonly IReadOnlyList<ScoringPart> parts;
    private readonly IReadOnlyList<ArticleWord> words;

    /// <summary>Reads how rare the words are in the articles' field; the terms of paragraphs carry it.</summary>
    public Scorer(IndexView index, BoundQuery query, Budget budget)
    {
        paragraphs = new Bm25(index.ParagraphCount, index.MeanParagraph);
        articles = new Bm25(index.ArticleCount, index.MeanArticle);
        var found = new List<ScoringPart>();
        foreach (var clause in query.Clauses) Collect(clause.Bound, clause.Node.ToString(), found);
        parts = found;
        var terms = index.Segments.Select(s => new SegmentTerms(s.Reader, Schema.ArticleText, budget)).ToList();
        words = [.. found.SelectMany(p => SegmentMatcher.Leaves(p.Node)).SelectMany(l => l.ArticleTerms).Distinct()
            .Select(t => new ArticleWord(t, articles.Idf(terms.Sum(s => (long)s.Frequency(t)))))];
    }

    /// <summary>The scores of a segment's matches. When the time is up, only parts that were counted in time give something.</summary>
    public SegmentScores Score(SegmentMatcher matcher, DocSet matches)
    {
        var segment = matcher.Segment;
        var scores = new SegmentScores(segment.Columns);
        if (parts.Count == 0 || matches.IsEmpty) return scores;
        var found = segment.Lift(matches);
        foreach (var word in words)
        {
            matcher.ArticleTerms.Each(word.Term, (doc, count) =>
            {
                var article = segment.Columns.Article[doc];
                if (found[article]) scores.Articles[article] += word.Idf * articles.Part(count, segment.Columns.Length[doc]);
            });
        }
        foreach (var part in parts)
        {
            if (matcher.FrequencyInTime(part.Node) is not { } frequencies) continue;
            for (var i = 0; i < frequencies.Documents.Count; i++)
            {
                var doc = frequencies.Documents[i];
                if (!matches[doc]) continue;
                var score = part.Idf * paragraphs.Part(frequencies.Counts[i], segment.Columns.Length[doc]);
                scores.Paragraphs[doc] += score;
                scores.Best[doc] += part.HasArticleTerms ? RankingWeights.BestParagraph * score : score;
            }
        }
        scores.Finish(matches);
        return scores;
    }

    /// <summary>What each part gave to a paragraph's own score, for people.</summary>
    public IReadOnlyList<ScorePart> Explain(SegmentMatcher matcher, int doc, SegmentScores scores)
    {
        var explanation = new List<ScorePart>();
        foreach (var part in parts)
        {
            if (matcher.FrequencyInTime(part.Node) is not { } frequencies) continue;
            var at = frequencies.Documents.BinarySearch(doc);
            if (at < 0) continue;
            var score = part.Idf * paragraphs.Part(frequencies.Counts[at], matcher.Segment.Columns.Length[doc]);
            explanation.Add(new ScorePart($"'{part.Name}' stands {frequencies.Counts[at]} times in this paragraph of {matcher.Segment.Columns.Length[doc]} words", score));
        }
        explanation.Add(new ScorePart("the words in the whole article", scores.ArticleOwn(matcher.Segment.Columns.Article[doc])));
        return explanation;
    }

    private void Collect(Bound node, string name, List<ScoringPart> into)
    {
        switch (node)
        {
            case BoundAll all:
                foreach (var member in all.Members) Collect(member, name, into);
                break;
            case BoundAny any:
                foreach (var member in any.Members) Collect(member, name, into);
                break;
            case BoundSome some:
                foreach (var member in some.Optional) Collect(member, name, into);
                break;
            case BoundPart part:
                Collect(part.Operand, name, into);
                break;
            case BoundLeaf or BoundPhrase or BoundNear or BoundQuoted:
                var leaves = SegmentMatcher.Leaves(node).ToList();
                into.Add(new ScoringPart(node, name, leaves.Sum(l => paragraphs.Idf(l.Terms.Sum(t => t.Frequency))), leaves.Exists(l => l.ArticleTerms.Count > 0)));
                break;
        }
    }
}

/// <summary>The scores of one segment's matches.</summary>
internal sealed class SegmentScores(SegmentColumns columns)
{
    private double[]? own;

    /// <summary>Per document.</summary>
    public double[] Paragraphs { get; } = new double[columns.Size];

    /// <summary>Per article.</summary>
    public double[] Articles { get; } = new double[columns.ArticleDoc.Length];

    /// <summary>Per document: what it adds to its article if it is the best.</summary>
    internal double[] Best { get; } = new double[columns.Size];

    /// <summary>The article's score without its best paragraph.</summary>
    public double ArticleOwn(int article) => own?[article] ?? 0;

    /// <summary>Gives paragraphs their article's part and articles their best paragraph's.</summary>
    internal void Finish(DocSet matches)
    {
        own = [.. Articles];
        var best = new double[Articles.Length];
        foreach (var doc in matches)
        {
            var article = columns.Article[doc];
            Paragraphs[doc] += RankingWeights.Article * own[article];
            best[article] = Math.Max(best[article], Best[doc]);
        }
        for (var article = 0; article < best.Length; article++) Articles[article] += best[article];
    }
}
