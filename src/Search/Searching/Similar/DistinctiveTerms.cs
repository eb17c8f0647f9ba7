using Search.Indexing;
using Search.Searching.Matching;
using Search.Searching.Query;
using Search.Searching.Ranking;
using Search.Text;

namespace Search.Searching.Similar;

/// <summary>A term that tells an article from others, with what it is bound to in the view that it was chosen for.</summary>
/// <param name="Node">The word, or the actor by its id.</param>
/// <param name="Bound">The same in the index.</param>
/// <param name="Actor">The actor; null for a word.</param>
/// <param name="Weight">How telling it is.</param>
internal sealed record DistinctiveTerm(QueryNode Node, Bound Bound, Actor? Actor, double Weight);

/// <summary>
/// Decides by which terms articles like one are searched: those that stand often in it, in headline and lead above all, and seldom in the index
/// (tf-idf: <c>(1 + ln weight) * idf</c>, with the idf that scores them). Words count in the article's own language, actors by identity, in any.
/// </summary>
internal static class DistinctiveTerms
{
    /// <summary>More terms cost time and blur what the article is about.</summary>
    public const int Most = 25;
    private const int MostActors = 10;

    /// <summary>So many words are looked at closely; a look costs a dozen seeks in every segment.</summary>
    private const int MostLookedAt = 2 * Most;

    /// <summary>A term in more than one of so many paragraphs tells nothing; a small index knows too little to say so.</summary>
    private const int Commonness = 4;
    private const int SmallIndex = 200;

    /// <summary>The terms, the most telling first. None when the index has nothing of the article.</summary>
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public static IReadOnlyList<DistinctiveTerm> Choose(IndexView index, ArticleProfile article, Budget budget)
    {
        var binder = new WordBinder(index, [article.Language], budget);
        var paragraphs = new Bm25(index.ParagraphCount, index.MeanParagraph);
        var most = index.ParagraphCount > SmallIndex ? index.ParagraphCount / Commonness : long.MaxValue;
        var isIndexed = index.Segments.Any(s => Holds(s, article));
        var words = Promising(index, article, budget).Select(w => Word(w)).OfType<DistinctiveTerm>();
        var actors = Actors().OrderByDescending(t => t.Weight).Take(MostActors);
        return [.. words.Concat(actors).OrderByDescending(t => t.Weight).ThenBy(t => t.Node.ToString(), StringComparer.Ordinal).Take(Most)];

        DistinctiveTerm? Word(ProfileWord word)
        {
            var node = new WordNode(word.Surface);
            return binder.Word(node) is { } bound ? Term(node, bound, null, word.Weight, word.Paragraphs) : null;
        }

        IEnumerable<DistinctiveTerm> Actors()
        {
            foreach (var names in article.Names.GroupBy(n => NumberOf(n)).Where(g => g.Key >= 0))
            {
                var actor = index.Actors[names.Key];
                var node = new ActorTokenNode(actor.Id);
                if (Term(node, binder.Leaf(node), actor, names.Sum(n => n.Weight), names.Max(n => n.Paragraphs)) is { } term) yield return term;
            }
        }

        int NumberOf(ProfileName name) => index.Actors.ById.GetValueOrDefault($"{Terms.TypeName(name.Name.Type)}:{Fold.Slug(name.Name.Label)}", -1);

        DistinctiveTerm? Term(QueryNode node, Bound bound, Actor? actor, double weight, int own)
        {
            var frequency = SegmentMatcher.Leaves(bound).Sum(l => l.Terms.Sum(t => t.Frequency));
            if (frequency == 0 || frequency > most || (isIndexed && frequency <= own)) return null;
            return new DistinctiveTerm(node, bound, actor, Weigh(weight, paragraphs.Idf(frequency)));
        }
    }

    /// <summary>The words that weigh most by one seek each, in the articles' scoring field.</summary>
    private static IEnumerable<ProfileWord> Promising(IndexView index, ArticleProfile article, Budget budget)
    {
        var articles = new Bm25(index.ArticleCount, index.MeanArticle);
        var terms = index.Segments.Select(s => new SegmentTerms(s.Reader, Schema.ArticleText, budget)).ToList();
        return article.Words.Select(w => (Word: w, Frequency: terms.Sum(s => (long)s.Frequency(w.Stem)))).Where(w => w.Frequency > 0)
            .OrderByDescending(w => Weigh(w.Word.Weight, articles.Idf(w.Frequency))).Select(w => w.Word).Take(MostLookedAt);
    }

    /// <summary>Whether this version of the article is in the segment: what stands nowhere but there is shared with nobody.</summary>
    private static bool Holds(SegmentView segment, ArticleProfile article) =>
        segment.ArticleOf(article.Id, new SegmentTerms(segment.Reader, Schema.ArticleId)) is { } number
        && HitReader.StoredArticle(segment.Reader, segment.Columns.ArticleDoc[number]).Version == article.Version;

    private static double Weigh(double weight, double idf) => (1 + Math.Log(weight)) * idf;
}
