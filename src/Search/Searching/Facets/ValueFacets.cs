using Search.Indexing;
using Search.Text;

namespace Search.Searching.Facets;

/// <summary>Turns the counts of one facet into the values that an answer lists. Only these are named: the rest stays numbers.</summary>
internal sealed class ValueFacets
{
    private readonly IndexView index;
    private readonly SearchRequest request;
    private readonly FacetRequest facet;
    private readonly FacetCounts counts;
    private readonly FacetNames names;
    private readonly FacetOrder order;
    private readonly Dictionary<int, FacetState> chosen = [];
    private readonly List<FacetValue> unknown = [];

    public ValueFacets(IndexView index, SearchRequest request, FacetRequest facet, FacetCounts counts)
    {
        this.index = index;
        this.request = request;
        this.facet = facet;
        this.counts = counts;
        names = new FacetNames(index, facet.Field);
        order = new FacetOrder(facet.Sort, request.Unit, counts, names);
        foreach (var filter in request.Filters.Where(f => f.Field == facet.Field))
        {
            var state = filter.Mode == FilterMode.None ? FacetState.Not : FacetState.On;
            foreach (var id in filter.Values)
            {
                if (names.Number(id) is { } number && number < counts.Size) chosen[number] = state;
                else if (unknown.TrueForAll(v => v.Id != id)) unknown.Add(new FacetValue(id, id, 0, 0, state));
            }
        }
    }

    /// <summary>The facet as a search shows it: the first values of its order, and behind them the chosen ones that are not among these.</summary>
    public ValueFacet List()
    {
        var passing = Passing(fitting: null);
        var listed = order.First(passing, facet.Limit);
        var beyond = chosen.Keys.Except(listed).ToList();
        var shown = listed.Count + (beyond.Count == 0 ? 0 : passing.Intersect(beyond).Count());
        return new ValueFacet
        {
            Field = facet.Field,
            Values = [.. listed.Concat(beyond).Select(Value), .. unknown],
            ValuesTotal = passing.Count,
            Other = new FacetOther(passing.Count - shown),
        };
    }

    /// <summary>
    /// Some of all values that count, in the facet's order, the offset behind them and how many there are; with <paramref name="typed"/> those with words that begin so, in the
    /// label or in another name, which is then told. <paramref name="step"/> is called for each small piece of work over what was typed, and may throw to stop.
    /// </summary>
    public (IReadOnlyList<FacetValue> Values, int Next, int Total) Page(string? typed, int offset, Action? step)
    {
        var begun = typed is null ? null : TypedText.OfBeginnings(typed);
        var fitting = begun is null or { Words.Count: 0 } ? null : TypedValues.Of(index, facet.Field, begun, step);
        var passing = Passing(fitting);
        var first = order.First(passing, (int)Math.Min(passing.Count, (long)offset + facet.Limit));
        var page = first.Skip(offset).ToList();
        // Chosen values stand on the first page, behind its own, and on no other.
        if (typed is null) page = offset == 0 ? [.. page, .. chosen.Keys.Except(page)] : [.. page.Where(n => !chosen.ContainsKey(n))];
        var values = page.ConvertAll(n => Value(n) with { MatchedAlias = fitting?.GetValueOrDefault(n).Alias });
        if (typed is null && offset == 0) values.AddRange(unknown);
        return (values, first.Count, passing.Count);
    }

    private FacetValue Value(int number) => names.Value(number, counts[number], chosen.GetValueOrDefault(number));

    /// <summary>The values that have enough matches, are of the asked kind and among those that fit, in no order.</summary>
    private List<int> Passing(IReadOnlyDictionary<int, TypedValue>? fitting)
    {
        var prefix = facet.Prefix is { Length: > 0 } p ? Fold.Word(p) : null;
        var byArticles = request.Unit == SearchUnit.Article;
        var passing = new List<int>();
        foreach (var number in counts.Met)
        {
            if ((byArticles ? counts[number].Articles : counts[number].Paragraphs) < facet.Min) continue;
            if (facet.Type is { } type && names.Type(number) is { } own && own != type) continue;
            if (prefix is not null && !Fold.Word(names.Label(number)).StartsWith(prefix, StringComparison.Ordinal)) continue;
            if (fitting is null || fitting.ContainsKey(number)) passing.Add(number);
        }
        return passing;
    }
}
