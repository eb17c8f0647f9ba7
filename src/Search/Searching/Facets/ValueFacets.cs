using Search.Articles;
using Search.Indexing;
using Search.Text;

namespace Search.Searching.Facets;

/// <summary>Turns counts into the values that an answer lists.</summary>
internal sealed class ValueFacets(IndexView index, SearchRequest request)
{
    /// <summary>The facet as the answer shows it: the first values of its order, and every chosen one.</summary>
    public ValueFacet Of(FacetRequest facet, FacetCounts counts)
    {
        var values = Values(facet, counts, typed: null);
        var listed = values.Take(facet.Limit).ToList();
        var beyond = Chosen(facet.Field).Where(c => listed.TrueForAll(v => v.Id != c.Key)).Select(c => Chosen(facet, counts, c.Key, c.Value));
        listed.AddRange(beyond);
        var counted = listed.Select(v => v.Id).ToHashSet();
        return new ValueFacet
        {
            Field = facet.Field,
            Values = listed,
            ValuesTotal = values.Count,
            Other = new FacetOther(values.Count(v => !counted.Contains(v.Id))),
        };
    }

    /// <summary>
    /// Every value that counts, in the facet's order; with <paramref name="typed"/> those with words that begin so, in the label or in another name, which
    /// is then told. <paramref name="step"/> is called for each small piece of work over what was typed, and may throw to stop.
    /// </summary>
    public List<FacetValue> Values(FacetRequest facet, FacetCounts counts, string? typed, Action? step = null)
    {
        var prefix = facet.Prefix is { Length: > 0 } p ? Fold.Word(p) : null;
        var begun = typed is null ? null : TypedText.OfBeginnings(typed);
        var fitting = begun is null or { Words.Count: 0 } ? null : TypedValues.Of(index, facet.Field, begun, step);
        var chosen = Chosen(facet.Field);
        var found = new List<(FacetValue Value, double Score)>();
        for (var number = 0; number < counts.Paragraphs.Length; number++)
        {
            var least = request.Unit == SearchUnit.Article ? counts.Articles[number] : counts.Paragraphs[number];
            if (counts.Paragraphs[number] == 0 || least < facet.Min) continue;
            if (facet.Type is not null && facet.Field is FacetField.Actor or FacetField.Speaker && index.Actors[number].Type != facet.Type) continue;
            var fits = default(TypedValue);
            if (fitting is not null && !fitting.TryGetValue(number, out fits)) continue;
            var value = Value(facet.Field, number, counts) with { MatchedAlias = fits.Alias };
            if (prefix is not null && !Fold.Word(value.Label).StartsWith(prefix, StringComparison.Ordinal)) continue;
            found.Add((value with { State = chosen.GetValueOrDefault(value.Id) }, counts.Scores[number]));
        }
        found.Sort((a, b) => Compare(facet.Sort, a, b));
        return found.ConvertAll(f => f.Value);
    }

    private int Compare(FacetSort sort, (FacetValue Value, double Score) a, (FacetValue Value, double Score) b)
    {
        var byKey = sort switch
        {
            FacetSort.Label => string.CompareOrdinal(Fold.Word(a.Value.Label), Fold.Word(b.Value.Label)),
            FacetSort.Score => b.Score.CompareTo(a.Score),
            _ when request.Unit == SearchUnit.Article => b.Value.Articles.CompareTo(a.Value.Articles),
            _ => b.Value.Paragraphs.CompareTo(a.Value.Paragraphs),
        };
        return byKey != 0 ? byKey : string.CompareOrdinal(a.Value.Id, b.Value.Id);
    }

    /// <summary>The chosen values of a field: those filtered for and those excluded.</summary>
    private Dictionary<string, FacetState> Chosen(FacetField field)
    {
        var chosen = new Dictionary<string, FacetState>();
        foreach (var filter in request.Filters.Where(f => f.Field == field))
        {
            foreach (var value in filter.Values) chosen[CurrentId(field, value)] = filter.Mode == FilterMode.None ? FacetState.Not : FacetState.On;
        }
        return chosen;
    }

    /// <summary>An actor that was merged away is listed as the one it means now.</summary>
    private string CurrentId(FacetField field, string id) =>
        field is FacetField.Actor or FacetField.Speaker && index.Actors.ById.TryGetValue(id, out var actor) ? index.Actors[actor].Id : id;

    private FacetValue Chosen(FacetRequest facet, FacetCounts counts, string id, FacetState state)
    {
        for (var number = 0; number < counts.Paragraphs.Length; number++)
        {
            if (Id(facet.Field, number) == id) return Value(facet.Field, number, counts) with { State = state };
        }
        return new FacetValue(id, id, 0, 0, state);
    }

    private string? Id(FacetField field, int number) => field switch
    {
        FacetField.Actor or FacetField.Speaker => index.Actors[number].Id,
        FacetField.Topic => index.Values.Topics[number].Key,
        FacetField.Kind => number <= (int)ParagraphKind.Boilerplate ? ((ParagraphKind)number).ToString().ToLowerInvariant() : null,
        FacetField.Author => index.Values.Authors[number].Key,
        FacetField.Source => index.Values.Sources[number].Key,
        FacetField.Lang => index.Values.Langs[number].Key,
        _ => throw FacetColumns.NoValues(field),
    };

    private FacetValue Value(FacetField field, int number, FacetCounts counts)
    {
        var id = Id(field, number)!;
        var value = new FacetValue(id, id, counts.Articles[number], counts.Paragraphs[number], FacetState.Off);
        return field switch
        {
            FacetField.Actor or FacetField.Speaker => value with { Label = index.Actors[number].Label, Type = index.Actors[number].Type },
            FacetField.Topic => value with
            {
                Label = index.Values.Topics[number].Label,
                Path = index.Values.TopicTree.Path(id),
                HasChildren = index.Values.TopicTree.HasChildren(id),
            },
            _ => value,
        };
    }
}
