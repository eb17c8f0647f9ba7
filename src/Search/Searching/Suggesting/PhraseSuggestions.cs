using Search.Indexing;
using Search.Searching.Query;
using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>Suggests phrases that headlines and leads often use: those that segments know, counted truly under the current filters.</summary>
internal sealed class PhraseSuggestions(IndexView index, SearchExecution filtered, Budget budget)
{
    /// <summary>A phrase of a single article is none.</summary>
    private const int Fewest = 2;

    /// <summary>So many are counted for each that is shown.</summary>
    private const int CountsPerPhrase = 2;

    private readonly List<SegmentPhrases> segments = [];

    /// <summary>
    /// Makes ready what segments know, which is learnt once in a segment's life; no new one is begun past a share of the time, so that a large index is
    /// learnt over several keystrokes.
    /// </summary>
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public void Learn(TimeSpan share)
    {
        foreach (var sets in filtered.Segments)
        {
            var segment = sets.Matcher.Segment;
            if ((SegmentPhrases.Known(segment.Reader) ?? (budget.Spent < share ? SegmentPhrases.Learn(segment, index.Values, budget) : null)) is { } known) segments.Add(known);
        }
    }

    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public IEnumerable<Suggested> Of(TypedText typed, int most)
    {
        var found = new Dictionary<string, (string Phrase, TypedFit Fit, int Articles)>();
        foreach (var (phrase, articles, fit) in segments.SelectMany(s => s.Typed(typed, () => budget.Step())))
        {
            var key = Fold.Word(phrase);
            found[key] = found.TryGetValue(key, out var known) ? known with { Articles = known.Articles + articles } : (phrase, fit, articles);
        }
        var lead = string.Join(' ', typed.Words);
        var likely = found.Where(f => f.Value.Articles >= Fewest)
            .OrderByDescending(f => f.Value.Fit is TypedFit.Typo or TypedFit.Label ? f.Value.Fit : TypedFit.Words)
            .ThenByDescending(f => f.Key.StartsWith(lead, StringComparison.Ordinal))
            .ThenByDescending(f => f.Value.Articles)
            .ThenBy(f => f.Key, StringComparer.Ordinal)
            .Take(most * CountsPerPhrase);
        foreach (var phrase in likely.Select(f => f.Value.Phrase))
        {
            var query = $"\"{string.Join(' ', Tokenizer.Tokenize(phrase).Select(t => phrase[t.Start..t.End]))}\"";
            var articles = filtered.CountOf(QueryParser.Parse(query)).Articles;
            if (articles > 0 && Suggested.Of(typed, SuggestionType.Phrase, phrase, null, articles, new SuggestionApply("q", query)) is { } suggested) yield return suggested;
        }
    }
}
