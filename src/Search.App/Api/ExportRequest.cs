using Search.App.Server;
using Search.App.Server.Reference;
using Search.Searching;

namespace Search.App.Api;

/// <summary>A search whose hits are all wanted, and the form in which.</summary>
internal sealed record ExportRequest(SearchRequest Search, bool IsCsv)
{
    private const string Format = "format";

    public string MediaType => IsCsv ? MediaTypes.Csv : MediaTypes.JsonLines;

    /// <summary>The same search without a hit: it tells whether the export can be carried out.</summary>
    public SearchRequest Trial => Search with { Limit = 0, Offset = 0, Cursor = null, Facets = [], Hints = HintMode.None };

    /// <summary>Reads <c>format</c> and the parameters of a search.</summary>
    public static Answer<ExportRequest> Read(IReadOnlyList<KeyValuePair<string, string>> parameters, TimeProvider clock)
    {
        var formats = parameters.Where(p => p.Key == Format).Select(p => p.Value).ToList();
        if (formats.Count > 1) return Problems.Parameter(Format, $"'{Format}' takes one value and was given twice.");
        if (formats is [not ("jsonl" or "csv")]) return Problems.Parameter(Format, $"'{Format}' is jsonl or csv, not '{formats[0]}'.");
        var search = SearchRoutes.Request([.. parameters.Where(p => p.Key != Format)], clock, ApiReference.Export);
        return search.Problem is { } refused ? refused : new ExportRequest(search.Value!, formats is ["csv"]);
    }
}
