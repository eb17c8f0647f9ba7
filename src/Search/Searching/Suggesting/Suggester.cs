using Search.Searching.Query;
using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>
/// Suggests what somebody may mean who has typed so much: actors, topics, sources, phrases and headlines that the current filters leave. Each is
/// counted as a search with it would count. A typo is forgiven when but for headlines nothing is found as typed. When the time runs out, what was found until then is suggested.
/// </summary>
internal sealed class Suggester : IDisposable
{
    /// <summary>Headlines are read and counted one by one.</summary>
    private const int MostTitles = 4;

    private readonly Budget budget;
    private readonly SearchExecution filtered;
    private readonly ValueSuggestions values;
    private readonly PhraseSuggestions phrases;
    private readonly TitleSuggestions titles;

    /// <param name="snapshot">The index that is asked.</param>
    /// <param name="request">The current filters; its query, paging and facets do not count.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="now">What relative dates count from.</param>
    public Suggester(Snapshot snapshot, SearchRequest request, Budget budget, DateTimeOffset now)
    {
        this.budget = budget;
        filtered = new SearchExecution(snapshot, request with { Query = ParsedQuery.Empty, Text = null }, budget, now);
        values = new ValueSuggestions(snapshot.View, request, filtered, budget);
        phrases = new PhraseSuggestions(snapshot, filtered, budget);
        titles = new TitleSuggestions(snapshot.View, filtered, budget);
    }

    /// <summary>At most so many suggestions: first what was typed without a typo, and of that what is a whole label.</summary>
    public List<Suggestion> Suggest(string text, int limit)
    {
        var typed = TypedText.Of(text);
        if (typed.IsHopeless || limit == 0 || !filtered.IsExact) return [];
        var mix = new SuggestionMix(limit);
        try
        {
            mix.Add(Find(typed, limit));
            if (mix.HasHeadlinesOnly && typed.Forgiving() is { MayForgive: true } forgiving) mix.Add(Find(forgiving, limit));
        }
        catch (BudgetSpentException)
        {
            budget.Relax();
        }
        return mix.InOrder();
    }

    public void Dispose() => filtered.Dispose();

    /// <summary>By type, in the order of types; counted when they are asked for.</summary>
    private IEnumerable<IEnumerable<Suggested>> Find(TypedText typed, int limit)
    {
        yield return values.Of(FacetField.Actor, SuggestionType.Actor, typed, limit);
        yield return values.Of(FacetField.Topic, SuggestionType.Topic, typed, limit);
        yield return values.Of(FacetField.Source, SuggestionType.Source, typed, limit);
        yield return phrases.Of(typed);
        yield return titles.Of(typed, Math.Min(limit, MostTitles));
    }
}
