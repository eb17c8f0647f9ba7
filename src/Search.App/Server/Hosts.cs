using System.Net;

namespace Search.App.Server;

/// <summary>
/// Who may ask. A server on a loopback address answers only requests that name a loopback host, so that a foreign site cannot reach it through
/// a name of its own that points here; and no browser may send a write from a page of another origin.
/// </summary>
internal static class Hosts
{
    /// <summary>Whether a host name, an address with or without brackets, means this machine.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Refuses what may not ask; see the type.</summary>
    public static RequestDelegate Check(RequestDelegate next, bool loopbackOnly) => context =>
    {
        var request = context.Request;
        if (loopbackOnly && !IsLoopback(request.Host.Host))
        {
            return Problems.Of("forbidden", $"This server answers to the names of this machine only, not to '{request.Host}'. Ask for localhost.").ExecuteAsync(context);
        }
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && IsFromOtherOrigin(request))
        {
            return Problems.Of("forbidden", "A page of another origin may not write here.").ExecuteAsync(context);
        }
        return next(context);
    };

    private static bool IsFromOtherOrigin(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(Authority(request), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As <see cref="Uri.Authority"/> writes it: without the scheme's own port.</summary>
    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var uri) ? uri.Authority : request.Host.ToString();
}
