using Search.Searching.Matching;
using Search.Searching.Query;
using Search.Searching.Spelling;

namespace Search.Searching;

/// <summary>Counts what other readings of a search would find: another spelling, and wider ones. Nothing is changed by itself: an answer offers them as hints.</summary>
/// <param name="index">What was searched.</param>
/// <param name="request">The search.</param>
/// <param name="query">The same, bound.</param>
/// <param name="segments">What it found.</param>
/// <param name="budget">What is left of its time.</param>
/// <param name="find">Counts what another query finds under the same filters.</param>
internal sealed class OtherReadings(IndexView index, SearchRequest request, BoundQuery query, IReadOnlyList<MatchSets> segments, Budget budget, Func<ParsedQuery, Counts> find)
{
    /// <summary>Below so many articles hints are given unasked.</summary>
    private const int Few = 10;

    /// <summary>Those readings that find more articles than the asked one did, the spelling first; none when the time is up.</summary>
    public List<Hint> Offer(Counts found)
    {
        var hints = new List<Hint>();
        if (budget.IsRelaxed || request.Hints == HintMode.None || (request.Hints == HintMode.Auto && found.Articles >= Few)) return hints;
        try
        {
            if (Speller.Correct(index, request, query, budget) is { } spelling) Offer("spelling", "q", spelling, find(request.Parse(spelling)));
            foreach (var reading in Readings()) Offer(reading.Type, reading.Parameter, reading.Value, Count(reading));
        }
        catch (BudgetSpentException)
        {
            budget.Relax();
        }
        return hints;

        void Offer(string type, string parameter, string? value, Counts other)
        {
            if (other.Articles > found.Articles) hints.Add(new Hint(type, parameter, value, other.Articles, other.Paragraphs, SearchLinks.With(request, parameter, value)));
        }
    }

    private IEnumerable<Reading> Readings()
    {
        if (request.Scope == SearchScope.Paragraph && query.Clauses.Count > 0) yield return new Reading("scope", "scope", "article", query.Root, query.Filters, SearchScope.Article);
        if (query.Clauses.Count > 1 && request.Query.MatchUse == MatchUse.Counts)
        {
            if (request.Match == MatchMode.All) yield return Of(MatchMode.Most);
            if (request.Match != MatchMode.Any) yield return Of(MatchMode.Any);
        }
        foreach (var dropped in query.Filters)
        {
            if (dropped.Parameter is { } name) yield return new Reading("drop_filter", name, null, query.Root, [.. query.Filters.Where(f => f != dropped)], request.Scope);
        }
    }

    private Reading Of(MatchMode mode) => new("match", "match", mode.ToString().ToLowerInvariant(), Binder.Combine(query.Clauses, mode), query.Filters, request.Scope);

    private Counts Count(Reading reading)
    {
        var (paragraphs, articles) = (0, 0);
        foreach (var sets in segments)
        {
            var matches = MatchSets.Compute(sets.Matcher, reading.Root, reading.Filters, reading.Scope);
            paragraphs += matches.Count();
            articles += sets.Matcher.Segment.Lift(matches).Count();
        }
        return new Counts(paragraphs, articles);
    }

    private sealed record Reading(string Type, string Parameter, string? Value, Bound Root, IReadOnlyList<BoundFilter> Filters, SearchScope Scope);
}
