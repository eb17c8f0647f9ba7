using Search.Searching.Facets;
using Search.Text;

namespace Search.Searching.Suggesting;

/// <summary>Suggests values of facets: those that fit what was typed and that articles carry under the current filters, the most frequent first.</summary>
internal sealed class ValueSuggestions(IndexView index, SearchRequest request, SearchExecution filtered, Budget budget)
{
    /// <exception cref="BudgetSpentException">The time is used up.</exception>
    public IEnumerable<Suggested> Of(FacetField field, SuggestionType type, TypedText typed, int most)
    {
        var fitting = TypedValues.Of(index, field, typed, () => budget.Step());
        if (fitting.Count == 0) return [];
        var articles = FilteredCounts.Of(index).Articles(field, request, filtered);
        return fitting
            .Where(f => f.Key < articles.Length && articles[f.Key] > 0)
            .OrderBy(f => f.Value.Fit == TypedFit.Typo)
            .ThenByDescending(f => (long)articles[f.Key] * (f.Value.Fit == TypedFit.Label ? SuggestionMix.WholeLabel : 1))
            .ThenBy(f => f.Key)
            .Take(most)
            .Select(f => Read(field, type, typed, f.Key, f.Value.Alias, articles[f.Key]))
            .OfType<Suggested>();
    }

    private Suggested? Read(FacetField field, SuggestionType type, TypedText typed, int number, string? alias, int articles)
    {
        var names = new FacetNames(index, field);
        return Suggested.Of(typed, type, names.Label(number), alias, articles, new SuggestionApply(field.ToString().ToLowerInvariant(), names.Id(number)));
    }
}
