using Lucene.Net.Search;
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
    private readonly Budget budget;
    private readonly Bm25 paragraphs;
    private readonly Bm25 articles;
    private readonly IReadOnlyList<ScoringPart> parts;
    private readonly IReadOnlyList<ArticleWord> words;

    /// <summary>Reads how rare the words are in the articles' field; the terms of paragraphs carry it.</summary>
    public Scorer(IndexView index, BoundQuery query, Budget budget)
    {
        this.budget = budget;
        paragraphs = new Bm25(index.ParagraphCount, index.MeanParagraph);
        articles = new Bm25(index.ArticleCount, index.MeanArticle);
        var found = new List<ScoringPart>();
        foreach (var clause in query.Clauses) Collect(clause.Bound, clause.Node.ToString(), found);
        parts = found;
        var terms = index.Segments.Select(s => new SegmentTerms(s.Reader, Schema.ArticleText, budget)).ToList();
        words = [.. found.SelectMany(p => SegmentMatcher.Leaves(p.Node)).SelectMany(l => l.ArticleTerms).Distinct()
            .Select(t => new ArticleWord(t, articles.Idf(terms.Sum(s => (long)s.Frequency(t)))))];
    }

    /// <summary>The scores of a segment's matches. What the time does not reach any more scores nothing.</summary>
    public SegmentScores Score(MatchSets sets)
    {
        var scores = new SegmentScores(sets);
        if (parts.Count == 0 || sets.Matches.IsEmpty || budget.IsRelaxed) return scores;
        foreach (var word in words) Score(word, sets, scores);
        var counts = new PartCounts(sets);
        foreach (var part in parts) Score(part, sets, counts, scores);
        counts.Done();
        scores.Finish();
        return scores;
    }

    /// <summary>What each part gave to a paragraph's own score, for people.</summary>
    public IReadOnlyList<ScorePart> Explain(MatchSets sets, int doc, SegmentScores scores)
    {
        var columns = sets.Matcher.Segment.Columns;
        var explanation = new List<ScorePart>();
        foreach (var part in parts)
        {
            var count = PartCounts.At(sets.Matcher, part.Node, doc);
            if (count > 0) explanation.Add(new ScorePart($"'{part.Name}' stands {count} times in this paragraph of {columns.Length[doc]} words", part.Idf * paragraphs.Part(count, columns.Length[doc])));
        }
        explanation.Add(new ScorePart("the words in the whole article", scores.ArticleOwn(columns.Article[doc])));
        return explanation;
    }

    private void Score(ArticleWord word, MatchSets sets, SegmentScores scores)
    {
        var columns = sets.Matcher.Segment.Columns;
        var terms = sets.Matcher.ArticleTerms;
        if (terms.Counted(word.Term) is not var (postings, _)) return;
        foreach (var article in sets.Articles.Numbers)
        {
            var doc = columns.ArticleDoc[article];
            var at = postings.DocID;
            if (at < doc) at = postings.Advance(doc);
            if (at == DocIdSetIterator.NO_MORE_DOCS) return;
            if (at == doc) scores.AddOwn(article, word.Idf * articles.Part(postings.Freq, columns.Length[doc]));
        }
    }

    private void Score(ScoringPart part, MatchSets sets, PartCounts counts, SegmentScores scores)
    {
        var length = sets.Matcher.Segment.Columns.Length;
        var share = part.HasArticleTerms ? RankingWeights.BestParagraph : 1;
        var of = counts.Of(part.Node);
        foreach (var doc in sets.Matches)
        {
            if (of[doc] == 0) continue;
            var score = part.Idf * paragraphs.Part(of[doc], length[doc]);
            scores.Add(doc, score, share * score);
            of[doc] = 0;
        }
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
