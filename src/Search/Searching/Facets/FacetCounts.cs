using Search.Indexing;
using Search.Searching.Matching;
using Search.Searching.Ranking;
using Search.Tagging;

namespace Search.Searching.Facets;

/// <summary>
/// Counts of one facet: for each value the matching paragraphs that carry it, and the articles that have such a paragraph. One pass over the
/// matches; whether a value was met before in this paragraph or article is told by the last one it was met in, so counts are exact without a
/// set per value. Values are stable numbers: no string is touched.
/// </summary>
internal sealed class FacetCounts
{
    private readonly int[] lastArticle;
    private readonly int[] lastParagraph;
    private int articleStamp;
    private int paragraphStamp;

    public FacetCounts(int values)
    {
        Articles = new int[values];
        Paragraphs = new int[values];
        Scores = new double[values];
        lastArticle = new int[values];
        lastParagraph = new int[values];
    }

    public int[] Articles { get; }

    public int[] Paragraphs { get; }

    /// <summary>Sum of the scores of the paragraphs that carry the value.</summary>
    public double[] Scores { get; }

    /// <summary>Counts values that belong to paragraphs. <paramref name="values"/> may name one several times.</summary>
    public void CountParagraphs(MatchSets sets, FacetField field, SegmentScores? scores, Func<SegmentColumns, int, List<int>, bool> values)
    {
        var columns = sets.Matcher.Segment.Columns;
        var article = -1;
        var of = new List<int>();
        foreach (var doc in sets.For(field))
        {
            if (columns.Article[doc] != article)
            {
                article = columns.Article[doc];
                articleStamp++;
            }
            paragraphStamp++;
            of.Clear();
            if (!values(columns, doc, of)) continue;
            foreach (var value in of)
            {
                if (lastParagraph[value] == paragraphStamp) continue;
                lastParagraph[value] = paragraphStamp;
                Paragraphs[value]++;
                if (scores is not null) Scores[value] += scores.Paragraphs[doc];
                if (lastArticle[value] == articleStamp) continue;
                lastArticle[value] = articleStamp;
                Articles[value]++;
            }
        }
    }

    /// <summary>Counts values that belong to whole articles: all its matching paragraphs carry them.</summary>
    public void CountArticles(MatchSets sets, FacetField field, SegmentScores? scores, Func<SegmentColumns, int, List<int>, bool> values)
    {
        var columns = sets.Matcher.Segment.Columns;
        var of = new List<int>();
        foreach (var (article, paragraphs) in PerArticle(columns, sets.For(field)))
        {
            of.Clear();
            if (!values(columns, article, of)) continue;
            foreach (var value in of)
            {
                Articles[value]++;
                Paragraphs[value] += paragraphs;
                if (scores is not null) Scores[value] += scores.Articles[article];
            }
        }
    }

    /// <summary>The articles of some paragraphs with how many of them each has.</summary>
    public static IEnumerable<(int Article, int Paragraphs)> PerArticle(SegmentColumns columns, DocSet matches)
    {
        for (var doc = matches.Next(0); doc >= 0;)
        {
            var article = columns.Article[doc];
            var end = columns.ArticleDoc[article];
            var count = 0;
            for (; doc >= 0 && doc < end; doc = matches.Next(doc + 1)) count++;
            yield return (article, count);
        }
    }
}

/// <summary>How each field's values are read from the columns.</summary>
internal static class FacetColumns
{
    /// <summary>Counts one field over all segments.</summary>
    public static FacetCounts Count(IndexView index, FacetField field, IReadOnlyList<MatchSets> segments, IReadOnlyList<SegmentScores>? scores, MentionFilter mentions)
    {
        var counts = new FacetCounts(Size(index, field));
        var actors = index.Actors;
        var test = MentionTest.Of(mentions, actors);
        for (var i = 0; i < segments.Count; i++)
        {
            var (sets, score) = (segments[i], scores?[i]);
            switch (field)
            {
                case FacetField.Actor:
                    counts.CountParagraphs(sets, field, score, (c, doc, into) => Actors(c.Names[doc], actors, test, into));
                    break;
                case FacetField.Speaker:
                    counts.CountParagraphs(sets, field, score, (c, doc, into) => Actors(c.Names[doc], actors, static u => u.Role == MentionRole.Speaker, into));
                    break;
                case FacetField.Topic:
                    counts.CountParagraphs(sets, field, score, static (c, doc, into) => All(c.Topics[doc], into));
                    break;
                case FacetField.Kind:
                    counts.CountParagraphs(sets, field, score, static (c, doc, into) => One(c.Kind[doc], into));
                    break;
                case FacetField.Author:
                    counts.CountArticles(sets, field, score, static (c, article, into) => All(c.Authors[article], into));
                    break;
                case FacetField.Source:
                    counts.CountArticles(sets, field, score, static (c, article, into) => One(c.Source[article], into));
                    break;
                case FacetField.Lang:
                    counts.CountArticles(sets, field, score, static (c, article, into) => One(c.Lang[article], into));
                    break;
                default:
                    throw NoValues(field);
            }
        }
        return counts;
    }

    private static int Size(IndexView index, FacetField field) => field switch
    {
        FacetField.Actor or FacetField.Speaker => index.Actors.Count,
        FacetField.Topic => index.Values.Topics.Count,
        FacetField.Kind => 256,
        FacetField.Author => index.Values.Authors.Count,
        FacetField.Source => index.Values.Sources.Count,
        FacetField.Lang => index.Values.Langs.Count,
        _ => throw NoValues(field),
    };

    /// <summary>A field that is counted in other ways than by value, such as by date.</summary>
    public static ArgumentOutOfRangeException NoValues(FacetField field) => new(nameof(field), field, "This field has no values to list.");

    private static bool Actors(ReadOnlySpan<uint> uses, ActorTable actors, Func<NameUse, bool> test, List<int> into)
    {
        foreach (var packed in uses)
        {
            var use = new NameUse(packed);
            if (test(use)) into.Add(actors.ActorOf(use.Name));
        }
        return into.Count > 0;
    }

    private static bool All(ReadOnlySpan<uint> values, List<int> into)
    {
        foreach (var value in values) into.Add((int)value);
        return into.Count > 0;
    }

    private static bool One(int value, List<int> into)
    {
        if (value >= 0) into.Add(value);
        return value >= 0;
    }
}
