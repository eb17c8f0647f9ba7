using Search.Indexing;
using Search.Searching.Matching;
using Search.Searching.Ranking;

namespace Search.Searching.Facets;

/// <summary>Counts a field's column over the matches of all segments: one loop for each shape of column, without a call per value.</summary>
internal static class FacetColumns
{
    /// <summary>Counts one field. <paramref name="scores"/> are those of the segments when they are to be summed up.</summary>
    public static FacetCounts Count(IndexView index, FacetField field, IReadOnlyList<MatchSets> segments, IReadOnlyList<SegmentScores>? scores, MentionFilter mentions)
    {
        var counts = new FacetCounts(Size(index, field), scores is not null);
        var uses = field == FacetField.Speaker ? NameUses.Speaking : NameUses.Of(mentions, index.Actors);
        var (paragraphs, articles) = (1, 1);
        for (var i = 0; i < segments.Count; i++)
        {
            var columns = segments[i].Matcher.Segment.Columns;
            var matches = new FacetMatches(columns, segments[i].For(field), segments[i].ArticlesFor(field), scores?[i], paragraphs, articles);
            switch (field)
            {
                case FacetField.Actor or FacetField.Speaker: CountActors(counts, matches, index.Actors.ActorOfName, uses); break;
                case FacetField.Topic: CountTopics(counts, matches); break;
                case FacetField.Kind: CountKinds(counts, matches); break;
                case FacetField.Author: CountAuthors(counts, matches); break;
                case FacetField.Source: CountArticles(counts, matches, columns.Source); break;
                case FacetField.Lang: CountArticles(counts, matches, columns.Lang); break;
                default: throw NoValues(field);
            }
            paragraphs += columns.Size;
            articles += columns.ArticleDoc.Length;
        }
        return counts;
    }

    /// <summary>A field that is counted in other ways than by value, such as by date.</summary>
    public static ArgumentOutOfRangeException NoValues(FacetField field) => new(nameof(field), field, "This field has no values to list.");

    private static int Size(IndexView index, FacetField field) => field switch
    {
        FacetField.Actor or FacetField.Speaker => index.Actors.Count,
        FacetField.Topic => index.Values.Topics.Count,
        FacetField.Kind => Schema.ArticleKind,
        FacetField.Author => index.Values.Authors.Count,
        FacetField.Source => index.Values.Sources.Count,
        FacetField.Lang => index.Values.Langs.Count,
        _ => throw NoValues(field),
    };

    private static void CountActors(FacetCounts counts, FacetMatches matches, ReadOnlySpan<int> actorOf, NameUses uses)
    {
        var offsets = matches.Columns.Names.Offsets;
        var names = matches.Columns.Names.Values;
        var every = uses.IsEvery;
        var walk = new ArticleWalk(matches);
        foreach (var doc in matches.Paragraphs)
        {
            walk.MoveTo(doc);
            var end = offsets[doc + 1];
            for (var i = offsets[doc]; i < end; i++)
            {
                var use = new NameUse(names[i]);
                if (every || uses.Passes(use)) counts.Add(actorOf[use.Name], matches.FirstParagraph + doc, walk.Article, matches.Score(doc));
            }
        }
    }

    /// <summary>
    /// Topics come in few distinct sets: paragraphs are counted by set, and a set is opened once for each article that has it, and once at the end.
    /// </summary>
    private static void CountTopics(FacetCounts counts, FacetMatches matches)
    {
        var column = matches.Columns.Topics;
        var setOf = column.RowOf;
        var sets = ZeroedArrays<TopicSetTally>.Rent(column.Rows.Count);
        var walk = new ArticleWalk(matches);
        foreach (var doc in matches.Paragraphs)
        {
            walk.MoveTo(doc);
            var number = setOf[doc];
            ref var set = ref sets[number];
            set.Paragraphs++;
            set.Score += matches.Score(doc);
            if (set.LastArticle == walk.Article) continue;
            set.LastArticle = walk.Article;
            foreach (var topic in column.Rows[number]) counts.AddToArticle((int)topic, walk.Article);
        }
        for (var number = 0; number < column.Rows.Count; number++)
        {
            if (sets[number].Paragraphs == 0) continue;
            foreach (var topic in column.Rows[number]) counts.AddParagraphs((int)topic, sets[number].Paragraphs, sets[number].Score);
            sets[number] = default;
        }
        ZeroedArrays<TopicSetTally>.Return(sets);
    }

    private static void CountKinds(FacetCounts counts, FacetMatches matches)
    {
        var walk = new ArticleWalk(matches);
        foreach (var doc in matches.Paragraphs)
        {
            walk.MoveTo(doc);
            counts.Add(matches.Columns.Kind[doc], matches.FirstParagraph + doc, walk.Article, matches.Score(doc));
        }
    }

    private static void CountAuthors(FacetCounts counts, FacetMatches matches)
    {
        for (var i = 0; i < matches.Articles.Count; i++)
        {
            var article = matches.Articles.Numbers[i];
            foreach (var author in matches.Columns.Authors[article]) counts.AddArticle((int)author, matches.Articles.Paragraphs[i], matches.ArticleScore(article));
        }
    }

    private static void CountArticles(FacetCounts counts, FacetMatches matches, int[] column)
    {
        for (var i = 0; i < matches.Articles.Count; i++)
        {
            var article = matches.Articles.Numbers[i];
            if (column[article] is >= 0 and var value) counts.AddArticle(value, matches.Articles.Paragraphs[i], matches.ArticleScore(article));
        }
    }

    private struct TopicSetTally
    {
        public int Paragraphs;
        public int LastArticle;
        public double Score;
    }

    /// <summary>The matches of one segment that a facet counts, numbered through all segments.</summary>
    private sealed record FacetMatches(SegmentColumns Columns, DocSet Paragraphs, ArticleMatches Articles, SegmentScores? Scores, int FirstParagraph, int FirstArticle)
    {
        public double Score(int doc) => Scores is null ? 0 : Scores.Paragraphs[doc];

        public double ArticleScore(int article) => Scores is null ? 0 : Scores.Articles[article];
    }

    /// <summary>Tells each paragraph's article, paragraphs ascending, from the list of articles: nothing is looked up per paragraph.</summary>
    private ref struct ArticleWalk(FacetMatches matches)
    {
        private readonly ReadOnlySpan<int> articles = matches.Articles.Numbers;
        private readonly ReadOnlySpan<int> ends = matches.Columns.ArticleDoc;
        private readonly int first = matches.FirstArticle;
        private int at = -1;
        private int end;

        /// <summary>The article, numbered through all segments.</summary>
        public int Article { get; private set; }

        public void MoveTo(int doc)
        {
            if (doc < end) return;
            var number = articles[++at];
            end = ends[number];
            Article = first + number;
        }
    }
}
