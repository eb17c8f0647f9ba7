using Search.Articles;
using Search.Indexing;
using Search.Text;

namespace Search.Searching.Facets;

/// <summary>Which values of a field fit what was typed, by label or alias. What is folded for it is folded once and kept beside the values.</summary>
internal static class TypedValues
{
    private static readonly LabelWords Kinds = KindWords();

    /// <summary>The numbers of the values that fit, whether anything in the index carries them or not.</summary>
    /// <param name="index">The view that is asked.</param>
    /// <param name="field">A field that has values.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="step">Called for each small piece of work; may throw to stop.</param>
    public static Dictionary<int, TypedValue> Of(IndexView index, FacetField field, TypedText typed, Action? step = null) => field switch
    {
        FacetField.Actor or FacetField.Speaker => index.Actors.Typed(typed, step),
        FacetField.Topic => ByLabel(index.Values.Topics.Typed(typed, step)),
        FacetField.Source => ByLabel(index.Values.Sources.Typed(typed, step)),
        FacetField.Author => ByLabel(index.Values.Authors.Typed(typed, step)),
        FacetField.Lang => ByLabel(index.Values.Langs.Typed(typed, step)),
        FacetField.Kind => ByLabel(Kinds.Find(typed, step)),
        _ => throw FacetColumns.NoValues(field),
    };

    private static Dictionary<int, TypedValue> ByLabel(List<(int Number, TypedFit Fit)> found) => found.ToDictionary(f => f.Number, f => new TypedValue(f.Fit, null));

    private static LabelWords KindWords()
    {
        var words = new LabelWords();
        for (var kind = 0; kind <= (int)ParagraphKind.Boilerplate; kind++) words.Add(((ParagraphKind)kind).ToString());
        return words;
    }
}
