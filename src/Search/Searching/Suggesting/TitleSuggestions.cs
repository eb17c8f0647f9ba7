using Search.Articles;
using Search.Indexing;
using Search.Searching.Matching;
using Search.Searching.Query;
using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>
/// Suggests headlines, the newest first. The index itself finds them: the paragraphs that hold the words typed, of which the headlines are kept; only
/// the few that are shown are read.
/// </summary>
internal sealed class TitleSuggestions(IndexView index, SearchExecution filtered, Budget budget)
{
    /// <summary>So many are read for each that is shown: headlines come in copies, and a lead may hold what its beginning, the title, does not.</summary>
    private const int ReadsPerTitle = 4;

    /// <summary>A longer headline is found by its first words.</summary>
    private const int LongestQuery = 40;

    /// <summary>The best first; each is counted when it is asked for.</summary>
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public IEnumerable<Suggested> Of(TypedText typed, int most)
    {
        var found = new List<(long Published, int Segment, int Doc)>();
        for (var i = 0; i < filtered.Segments.Count; i++) Find(typed, i, found);
        var seen = new HashSet<string>();
        var read = new List<Suggested>();
        foreach (var (_, segment, doc) in found.OrderByDescending(f => f).Take(most * ReadsPerTitle))
        {
            if (Read(typed, filtered.Segments[segment].Matcher.Segment, doc) is { } title && seen.Add(Fold.Word(title.Suggestion.Label))) read.Add(title);
        }
        foreach (var title in read.OrderByDescending(t => t.Fit == TypedFit.Label).ThenByDescending(t => t.Suggestion.Matches[0].Start == 0))
        {
            var articles = filtered.Find(QueryParser.Parse(title.Suggestion.Apply.Value)).Counts.Articles;
            if (articles > 0) yield return title with { Suggestion = title.Suggestion with { Articles = articles } };
        }
    }

    private void Find(TypedText typed, int number, List<(long, int, int)> into)
    {
        var sets = filtered.Segments[number];
        var segment = sets.Matcher.Segment;
        DocSet? holding = null;
        for (var at = 0; at < typed.Words.Count; at++)
        {
            var with = Holding(sets.Matcher.Terms, typed, at, segment.Columns.Size);
            holding = holding is null ? with : holding.And(with);
            if (holding.IsEmpty) return;
        }
        var articles = segment.Lift(sets.Matches);
        foreach (var doc in holding!)
        {
            if (!IsTitle(segment.Columns, doc) || !articles[segment.Columns.Article[doc]]) continue;
            budget.Step();
            into.Add((segment.Columns.Published[doc], number, doc));
        }
    }

    /// <summary>The documents with a word that the typed word at a place fits.</summary>
    private DocSet Holding(SegmentTerms terms, TypedText typed, int at, int size)
    {
        var documents = new DocSet(size);
        var lead = typed.Lead(at);
        foreach (var language in index.Languages)
        {
            foreach (var (form, _) in terms.Forms(language, lead).Where(f => typed.Fit(at, f.Form) != TypedFit.None).ToList()) terms.AddDocuments(Terms.Exact(language, form), documents);
        }
        return documents;
    }

    /// <summary>A headline, or the lead that a title was derived from.</summary>
    private static bool IsTitle(SegmentColumns columns, int doc) => columns.Kind[doc] switch
    {
        (byte)ParagraphKind.Headline => true,
        (byte)ParagraphKind.Lead => columns.Kind[columns.First(columns.Article[doc])] != (byte)ParagraphKind.Headline,
        _ => false,
    };

    private static Suggested? Read(TypedText typed, SegmentView segment, int doc)
    {
        var article = HitReader.StoredArticle(segment.Reader, segment.Columns.ArticleDoc[segment.Columns.Article[doc]]);
        var words = Tokenizer.Tokenize(article.Title).Take(LongestQuery).Select(t => article.Title[t.Start..t.End]);
        var query = $"{(article.TitleDerived ? "lead" : "title")}:\"{string.Join(' ', words)}\"";
        return Suggested.Of(typed, SuggestionType.Title, article.Title, null, 0, new SuggestionApply("q", query));
    }
}
