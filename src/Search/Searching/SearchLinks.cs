using System.Text;

namespace Search.Searching;

/// <summary>Links to other views of a search: the same parameters but one.</summary>
public static class SearchLinks
{
    /// <summary>The search with a parameter set, or left out when the value is null; it begins at the first page.</summary>
    public static string With(SearchRequest request, string parameter, string? value)
    {
        var pairs = request.Parameters.Where(p => p.Key != parameter && p.Key is not ("cursor" or "offset"));
        if (value is not null) pairs = pairs.Append(new(parameter, value));
        return Of("/v1/search", pairs);
    }

    /// <summary>A path with parameters, encoded.</summary>
    public static string Of(string path, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var link = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            link.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return link.ToString();
    }
}
