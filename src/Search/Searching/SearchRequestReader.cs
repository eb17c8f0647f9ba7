namespace Search.Searching;

/// <summary>Makes a <see cref="SearchRequest"/> from the contract's parameters: the same names in URL, POST body, page and terminal.</summary>
public static class SearchRequestReader
{
    /// <summary>Reads parameters; a repeated name is several values. Unknown names are refused unless <paramref name="ignoreUnknown"/> (as the page does).</summary>
    public static Answer<SearchRequest> Read(IEnumerable<KeyValuePair<string, string>> parameters, DateTimeOffset now, bool ignoreUnknown = false, int maxQueryLength = 2048) =>
        throw new NotSupportedException($"{parameters} {now} {ignoreUnknown} {maxQueryLength}");
}
