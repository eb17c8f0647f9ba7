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
        foreach (var (sets, score) in segments.Select((s, i) => (s, scores?[i])))
        {
            var columns = sets.Matcher.Segment.Columns;
            switch (field)
            {
                case FacetField.Actor or FacetField.Speaker: CountActors(counts, sets.For(field), columns, index.Actors.ActorOfName, uses, score?.Paragraphs, paragraphs, articles); break;
                case FacetField.Topic: CountTopics(counts, sets.For(field), columns, score?.Paragraphs, paragraphs, articles); break;
                case FacetField.Kind: CountKinds(counts, sets.For(field), columns, score?.Paragraphs, paragraphs, articles); break;
                case FacetField.Author: CountAuthors(counts, sets.ArticlesFor(field), columns.Authors, score?.Articles); break;
                case FacetField.Source: CountArticles(counts, sets.ArticlesFor(field), columns.Source, score?.Articles); break;
                case FacetField.Lang: CountArticles(counts, sets.ArticlesFor(field), columns.Lang, score?.Articles); break;
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

    private static void CountActors(FacetCounts counts, DocSet matches, SegmentColumns columns, ReadOnlySpan<int> actorOf, NameUses uses, double[]? scores, int firstParagraph, int firstArticle)
    {
        var tallies = counts.Open;
        var offsets = columns.Names.Offsets;
        var names = columns.Names.Values;
        var (sums, every) = (counts.Sums, uses.IsEvery);
        foreach (var doc in matches)
        {
            var (paragraph, article) = (firstParagraph + doc, firstArticle + columns.Article[doc]);
            var end = offsets[doc + 1];
            for (var i = offsets[doc]; i < end; i++)
            {
                var use = new NameUse(names[i]);
                if (!every && !uses.Passes(use)) continue;
                var actor = actorOf[use.Name];
                if (Add(ref tallies[actor], paragraph, article) && sums is not null) sums[actor] += scores![doc];
            }
        }
    }

    private static void CountTopics(FacetCounts counts, DocSet matches, SegmentColumns columns, double[]? scores, int firstParagraph, int firstArticle)
    {
        var tallies = counts.Open;
        var offsets = columns.Topics.Offsets;
        var topics = columns.Topics.Values;
        var sums = counts.Sums;
        foreach (var doc in matches)
        {
            var (paragraph, article) = (firstParagraph + doc, firstArticle + columns.Article[doc]);
            var end = offsets[doc + 1];
            for (var i = offsets[doc]; i < end; i++)
            {
                var topic = (int)topics[i];
                if (Add(ref tallies[topic], paragraph, article) && sums is not null) sums[topic] += scores![doc];
            }
        }
    }

    private static void CountKinds(FacetCounts counts, DocSet matches, SegmentColumns columns, double[]? scores, int firstParagraph, int firstArticle)
    {
        var tallies = counts.Open;
        var sums = counts.Sums;
        foreach (var doc in matches)
        {
            var kind = columns.Kind[doc];
            if (Add(ref tallies[kind], firstParagraph + doc, firstArticle + columns.Article[doc]) && sums is not null) sums[kind] += scores![doc];
        }
    }

    private static void CountAuthors(FacetCounts counts, ArticleMatches matches, IntColumn authors, double[]? scores)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            foreach (var author in authors[matches.Numbers[i]]) Add(counts, (int)author, matches, i, scores);
        }
    }

    private static void CountArticles(FacetCounts counts, ArticleMatches matches, int[] column, double[]? scores)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            if (column[matches.Numbers[i]] is >= 0 and var value) Add(counts, value, matches, i, scores);
        }
    }

    /// <summary>Counts a value in a paragraph; false when the paragraph has been counted for it.</summary>
    private static bool Add(ref Tally tally, int paragraph, int article)
    {
        if (tally.LastParagraph == paragraph) return false;
        tally.LastParagraph = paragraph;
        tally.Paragraphs++;
        if (tally.LastArticle == article) return true;
        tally.LastArticle = article;
        tally.Articles++;
        return true;
    }

    /// <summary>Counts a value of a whole article: all its matching paragraphs carry it.</summary>
    private static void Add(FacetCounts counts, int value, ArticleMatches matches, int i, double[]? scores)
    {
        ref var tally = ref counts.Open[value];
        tally.Articles++;
        tally.Paragraphs += matches.Paragraphs[i];
        if (counts.Sums is not null) counts.Sums[value] += scores![matches.Numbers[i]];
    }
}
