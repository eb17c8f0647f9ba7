using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Search.Searching.Query;

namespace Search.Searching.Suggesting;

/// <summary>
/// How many articles carry each value of a field, by filters: whoever types asks for the same counts at every key. Kept as long as the view they were
/// counted in, for the filters last used. Safe for several threads.
/// </summary>
internal sealed class FilteredCounts
{
    private const int Most = 16;

    private static readonly ConditionalWeakTable<IndexView, FilteredCounts> ByView = [];

    private readonly ConcurrentDictionary<(FacetField Field, string Filters), int[]> counts = [];

    public static FilteredCounts Of(IndexView view) => ByView.GetValue(view, static _ => new FilteredCounts());

    /// <summary>The counts by the values' numbers; counted when they are not known.</summary>
    public int[] Articles(FacetField field, SearchRequest filters, SearchExecution filtered)
    {
        if (filters.PublishedText is { } published && DateForms.IsRelative(published)) return Count(field, filtered);
        var key = (field, Key(filters));
        if (counts.TryGetValue(key, out var known)) return known;
        var counted = Count(field, filtered);
        if (counts.Count >= Most) counts.Clear();
        counts[key] = counted;
        return counted;
    }

    private static int[] Count(FacetField field, SearchExecution filtered)
    {
        using var met = filtered.Counted(field);
        return met.ToArticles();
    }

    /// <summary>Everything of a request that narrows what is counted when there is no query.</summary>
    private static string Key(SearchRequest request) => string.Join('\n',
    [
        request.Scope.ToString(), request.IncludeBoilerplate ? "all" : "", string.Join(',', request.Mentions.Types), string.Join(',', request.Mentions.Vias), string.Join(',', request.Mentions.Roles),
        string.Create(CultureInfo.InvariantCulture, $"{request.Published?.From?.UtcTicks}..{request.Published?.To?.UtcTicks}"),
        .. request.Filters.Select(f => $"{f.Field} {f.Mode} {string.Join('\t', f.Values.Select(Uri.EscapeDataString))}"), "", .. request.Articles.Select(Uri.EscapeDataString),
    ]);
}
