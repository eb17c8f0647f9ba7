using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>
/// Suggests what somebody may mean who has typed so much: actors, topics, sources, phrases and headlines that the current filters leave. Each is
/// counted as a search with it would count. When the time runs out, what was found until then is suggested.
/// </summary>
internal sealed class Suggester
{
    /// <summary>While fewer are found as typed, a typo is forgiven.</summary>
    private const int Few = 3;

    /// <summary>Phrases and headlines are counted one by one.</summary>
    private const int MostCounted = 10;

    private readonly Budget budget;
    private readonly SearchExecution filtered;
    private readonly ValueSuggestions values;
    private readonly PhraseSuggestions phrases;
    private readonly TitleSuggestions titles;
    private readonly TimeSpan share;

    /// <param name="snapshot">The index that is asked.</param>
    /// <param name="request">The current filters; its query, paging and facets do not count.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="now">What relative dates count from.</param>
    public Suggester(Snapshot snapshot, SearchRequest request, Budget budget, DateTimeOffset now)
    {
        this.budget = budget;
        share = request.Timeout / 4;
        filtered = new SearchExecution(snapshot, request with { Query = Query.ParsedQuery.Empty, Text = null }, budget, now);
        values = new ValueSuggestions(snapshot.View, filtered, budget);
        phrases = new PhraseSuggestions(snapshot.View, filtered, budget);
        titles = new TitleSuggestions(snapshot.View, filtered, budget);
    }

    /// <summary>At most so many suggestions: first what was typed without a typo, and of that what is a whole label.</summary>
    public List<Suggestion> Suggest(string text, int limit)
    {
        var typed = TypedText.Of(text);
        if (typed.IsHopeless || limit == 0 || !filtered.IsExact) return [];
        var found = new List<Suggested>();
        try
        {
            phrases.Learn(share);
            Find(typed, limit, found);
            if (found.Count < Few && typed.Forgiving() is { MayForgive: true } forgiving) Find(forgiving, limit, found);
        }
        catch (BudgetSpentException)
        {
            budget.Relax();
        }
        return SuggestionMix.Of(found, limit);
    }

    private void Find(TypedText typed, int limit, List<Suggested> into)
    {
        var counted = Math.Min(MostCounted, (limit + 2) / 3);
        Add(values.Of(FacetField.Actor, SuggestionType.Actor, typed, limit), into);
        Add(values.Of(FacetField.Topic, SuggestionType.Topic, typed, limit), into);
        Add(values.Of(FacetField.Source, SuggestionType.Source, typed, limit), into);
        Add(phrases.Of(typed, counted), into);
        Add(titles.Of(typed, counted), into);
    }

    /// <summary>Adds what is not there yet; a phrase that is an actor's name is that actor.</summary>
    private static void Add(IEnumerable<Suggested> more, List<Suggested> into)
    {
        foreach (var one in more)
        {
            if (!into.Exists(known => known.Suggestion.Apply == one.Suggestion.Apply || (one.Suggestion.Type == SuggestionType.Phrase && IsNamed(known.Suggestion, one.Suggestion.Label)))) into.Add(one);
        }
    }

    private static bool IsNamed(Suggestion known, string phrase) =>
        known.Type != SuggestionType.Title && (Fold.Word(known.Label) == Fold.Word(phrase) || (known.MatchedAlias is { } alias && Fold.Word(alias) == Fold.Word(phrase)));
}
