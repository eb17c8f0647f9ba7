using System.Text;
using Search.Text;

namespace Search.Articles;

/// <summary>
/// The one form of an address by which two links are the same article: scheme and host in lower case, http as https, no default port,
/// fragment, tracking parameter (<c>urls/tracking-parameters.txt</c>) or slash at the end; parameters in ordinal order.
/// </summary>
internal sealed class CanonicalUrl
{
    public const string File = "urls/tracking-parameters.txt";
    private readonly HashSet<string> tracking = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> trackingPrefixes = [];

    public CanonicalUrl(DataFolder data)
    {
        foreach (var line in data.Lines(File))
        {
            var name = line.Trim();
            if (name.EndsWith('*')) trackingPrefixes.Add(name[..^1]);
            else tracking.Add(name);
        }
    }

    /// <summary>The canonical form; what is no http address is only trimmed.</summary>
    public string Of(string url)
    {
        var text = url.Trim();
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return text;
        var canonical = new StringBuilder("https://").Append(uri.IdnHost.ToLowerInvariant());
        if (!uri.IsDefaultPort) canonical.Append(':').Append(uri.Port);
        canonical.Append(uri.AbsolutePath.TrimEnd('/'));
        var parameters = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking(p)).ToArray();
        Array.Sort(parameters, StringComparer.Ordinal);
        if (parameters.Length > 0) canonical.Append('?').AppendJoin('&', parameters);
        return canonical.ToString();
    }

    private bool IsTracking(string parameter)
    {
        var end = parameter.IndexOf('=', StringComparison.Ordinal);
        var name = end < 0 ? parameter : parameter[..end];
        return tracking.Contains(name) || trackingPrefixes.Exists(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
    }
}
