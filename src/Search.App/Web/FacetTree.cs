using Search.Searching;

namespace Search.App.Web;

/// <summary>Puts the values of a facet below their nearest listed ancestor.</summary>
internal static class FacetTree
{
    private const int Deepest = 4;

    /// <summary>
    /// Values with how many listed ancestors they stand below, at most 4. Selected and excluded ones come first among their siblings; else the order
    /// is kept. Values without a path are all roots.
    /// </summary>
    public static List<(FacetValue Value, int Depth)> Order(IReadOnlyList<FacetValue> values)
    {
        var listed = values.Select(v => v.Id).ToHashSet();
        var below = values.ToLookup(v => (v.Path ?? []).LastOrDefault(id => id != v.Id && listed.Contains(id)));
        var ordered = new List<(FacetValue, int)>(values.Count);
        var open = new Stack<(FacetValue Value, int Depth)>();
        Open(null, 0);
        while (open.TryPop(out var next))
        {
            ordered.Add(next);
            if (ordered.Count <= values.Count) Open(next.Value.Id, Math.Min(next.Depth + 1, Deepest));
        }
        return ordered;

        void Open(string? parent, int depth)
        {
            foreach (var value in below[parent].OrderBy(v => v.State == FacetState.Off).Reverse()) open.Push((value, depth));
        }
    }
}
