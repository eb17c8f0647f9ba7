using Lucene.Net.Index;
using Search.Articles;
using Search.Indexing;
using Search.Indexing.Analysis;
using Search.Searching.Highlighting;
using Search.Searching.Matching;
using Search.Searching.Ranking;

namespace Search.Searching;

/// <summary>Reads what a hit shows from the snapshot that found it, and marks the matches; when the time is long up, without marks.</summary>
internal sealed class HitReader(IndexView index, SearchRequest request, BoundQuery query, Budget budget)
{
    private const int MostActors = 10;

    private (SegmentView Segment, int Article, StoredArticle Head)? last;

    /// <summary>Whether marks were left out for lack of time.</summary>
    public bool LacksMarks { get; private set; }

    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public Hit Read(Candidate candidate, MatchSets sets, SegmentScores? scores, Scorer? explain) => request.Unit == SearchUnit.Article
        ? Article(candidate, sets, scores, explain)
        : Paragraph(candidate, sets, scores, explain);

    /// <summary>What the index stores of an article.</summary>
    public static StoredArticle StoredArticle(AtomicReader reader, int doc) => Indexing.StoredArticle.Unpack(Stored(reader, doc));

    /// <summary>What the index stores of a paragraph.</summary>
    public static StoredParagraph StoredParagraph(AtomicReader reader, int doc) => Indexing.StoredParagraph.Unpack(Stored(reader, doc));

    private ArticleHit Article(Candidate candidate, MatchSets sets, SegmentScores? scores, Scorer? explain)
    {
        var segment = sets.Matcher.Segment;
        var columns = segment.Columns;
        var article = candidate.Number;
        var head = StoredArticle(segment.Reader, columns.ArticleDoc[article]);
        var matching = new List<int>();
        for (var doc = sets.Matches.Next(columns.First(article)); doc >= 0 && doc < columns.ArticleDoc[article]; doc = sets.Matches.Next(doc + 1)) matching.Add(doc);
        var best = matching.OrderByDescending(d => scores?.Paragraphs[d] ?? 0).ThenBy(d => d).Take(request.Best).ToList();
        return new ArticleHit
        {
            Id = head.Id,
            Title = head.Title,
            TitleMatches = head.TitleDerived ? [] : TitleMatches(sets, article, head.Language),
            TitleDerived = head.TitleDerived,
            Url = head.Url,
            Source = head.Source,
            Published = head.Published,
            Revised = head.Revised,
            Version = head.Version,
            Language = head.Language,
            Authors = head.Authors,
            Score = candidate.Score > 0 ? candidate.Score : scores?.Articles[article] ?? 0,
            ParagraphCount = head.ParagraphCount,
            ParagraphMatches = matching.Count,
            MatchingOrdinals = matching.ConvertAll(columns.Ordinal),
            Paragraphs = best.ConvertAll(d => InArticle(sets, d, head, scores)),
            Actors = [.. head.Actors.Take(MostActors).Select(a => Actor(a.Name, a.Surface, a.Via, a.Role)).DistinctBy(a => a.Id)],
            ActorsTotal = head.Actors.Select(a => index.Actors.ActorOf(a.Name)).Distinct().Count(),
            Topics = [.. head.Topics.Select(Topic)],
            Explanation = explain is not null && best.Count > 0 && scores is not null ? explain.Explain(sets, best[0], scores) : null,
        };
    }

    /// <summary>An article's head; paragraphs of one article often come one after the other.</summary>
    private StoredArticle Head(SegmentView segment, int article)
    {
        if (last is { } known && known.Segment == segment && known.Article == article) return known.Head;
        var head = StoredArticle(segment.Reader, segment.Columns.ArticleDoc[article]);
        last = (segment, article, head);
        return head;
    }

    private HitParagraph InArticle(MatchSets sets, int doc, StoredArticle head, SegmentScores? scores)
    {
        var stored = StoredParagraph(sets.Matcher.Segment.Reader, doc);
        var (text, html, matches) = Show(stored.Text, Marks(sets, doc, stored, head.Language));
        return new HitParagraph($"{head.Id}#{stored.Ordinal}", stored.Ordinal, stored.Kind, scores?.Paragraphs[doc] ?? 0, text) { Html = html, Matches = matches };
    }

    private ParagraphHit Paragraph(Candidate candidate, MatchSets sets, SegmentScores? scores, Scorer? explain)
    {
        var segment = sets.Matcher.Segment;
        var columns = segment.Columns;
        var doc = candidate.Number;
        var head = Head(segment, columns.Article[doc]);
        var stored = StoredParagraph(segment.Reader, doc);
        var (text, html, matches) = Show(stored.Text, Marks(sets, doc, stored, head.Language));
        return new ParagraphHit
        {
            Id = $"{head.Id}#{stored.Ordinal}",
            Ordinal = stored.Ordinal,
            Kind = stored.Kind,
            Score = candidate.Score,
            Text = text,
            Html = html,
            Matches = matches,
            Actors = [.. stored.Mentions.Select(m => Actor(m.Name, stored.Text[m.Start..m.End], m.Via, m.Role)).DistinctBy(a => a.Id)],
            Topics = [.. columns.Topics[doc].ToArray().Select(t => Topic((int)t))],
            Article = new HitArticle(head.Id, head.Title, head.Url, head.Source, head.Published, head.Language)
            {
                Revised = head.Revised,
                Authors = head.Authors.Count > 0 ? head.Authors : null,
            },
            Explanation = explain is not null && scores is not null ? explain.Explain(sets, doc, scores) : null,
        };
    }

    /// <summary>The headline's marks: of the whole query when it is a match itself, else of what was asked of the headline.</summary>
    private IReadOnlyList<Match> TitleMatches(MatchSets sets, int article, string language)
    {
        var segment = sets.Matcher.Segment;
        var doc = segment.Columns.First(article);
        if (request.Highlight == HighlightMode.None || segment.Columns.Kind[doc] != (byte)ParagraphKind.Headline) return [];
        return Marks(sets, doc, StoredParagraph(segment.Reader, doc), language, partsOnly: !sets.Matches[doc]);
    }

    private IReadOnlyList<Match> Marks(MatchSets sets, int doc, StoredParagraph stored, string language, bool partsOnly = false)
    {
        if (request.Highlight == HighlightMode.None || query.Clauses.Count == 0) return [];
        LacksMarks |= budget.IsOverdue;
        if (LacksMarks) return [];
        var matcher = sets.Matcher;
        var analysed = AnalysedText.Of(stored.Text, language, stored.Mentions);
        return new ParagraphMatcher(analysed, stored.Mentions, matcher.Segment.Columns.Quoted[doc].ToArray(), stored.Kind, index.Actors).Marks(query.Clauses, node => request.Scope == SearchScope.Article
            ? matcher.Articles(node)[matcher.Segment.Columns.Article[doc]]
            : matcher.Paragraphs(node)[doc], partsOnly);
    }

    private (string Text, string? Html, IReadOnlyList<Match> Matches) Show(string text, IReadOnlyList<Match> matches)
    {
        if (request.Snippet is { } length) (text, matches) = Highlighter.Snippet(text, matches, length);
        return (text, request.Highlight == HighlightMode.Html ? Highlighter.Html(text, matches) : null, matches);
    }

    private HitActor Actor(int name, string surface, Tagging.MentionVia via, Tagging.MentionRole role)
    {
        var actor = index.Actors[index.Actors.ActorOf(name)];
        return new HitActor(actor.Id, actor.Type, actor.Label, surface, via, role);
    }

    private HitTopic Topic(int number) => new(index.Values.Topics[number].Key, index.Values.Topics[number].Label);

    private static ReadOnlySpan<byte> Stored(AtomicReader reader, int doc)
    {
        var bytes = reader.Document(doc).GetBinaryValue(Schema.Stored);
        return bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
    }
}
