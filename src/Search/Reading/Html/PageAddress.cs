namespace Search.Reading.Html;

/// <summary>The address of a page's article.</summary>
internal static class PageAddress
{
    /// <summary>In characters: what is longer is no address.</summary>
    private const int Longest = 4096;

    /// <summary>The first that is a web address or becomes one beside <paramref name="fetched"/>; a site's root is none unless nothing else is known.</summary>
    public static string? Of(IEnumerable<string?> told, string? fetched)
    {
        string? root = null;
        var around = Web(fetched, null);
        foreach (var address in told.Append(fetched))
        {
            if (Web(address, around) is not { } uri) continue;
            if (uri.AbsolutePath.Length > 1 || uri.Query.Length > 0) return uri.AbsoluteUri;
            root ??= uri.AbsoluteUri;
        }
        return root;
    }

    private static Uri? Web(string? address, Uri? around)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > Longest) return null;
        var text = address.Trim();
        if (text.StartsWith("//", StringComparison.Ordinal)) text = "https:" + text;
        var isWhole = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        if (!isWhole && (around is null || !Uri.TryCreate(around, text, out uri) || uri.Scheme is not ("http" or "https"))) return null;
        return uri!.IsLoopback || uri.Host.Length == 0 ? null : uri;
    }
}
