using System.Net;
using System.Net.Http.Headers;
using Search.Articles;

namespace Search.App.Commands.Access;

/// <summary>The corpus of a server, asked over HTTP.</summary>
internal sealed class RemoteCorpus : ICorpusAccess
{
    private const int MostAttempts = 60;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly HttpClient http;

    /// <param name="handler">Carries the requests; owned from here on.</param>
    internal RemoteCorpus(Uri address, HttpMessageHandler handler) =>
        http = new HttpClient(handler) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A server by the address that it listens on; null when that is none. An address that means every interface is asked on this machine.</summary>
    public static RemoteCorpus? At(string address)
    {
        var named = address.Replace("://*", "://127.0.0.1", StringComparison.Ordinal).Replace("://+", "://127.0.0.1", StringComparison.Ordinal);
        if (!Uri.TryCreate(named, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)))
        {
            uri = new UriBuilder(uri) { Host = "127.0.0.1" }.Uri;
        }
        // The server is on this machine: a proxy of the environment would look for it elsewhere.
        return new RemoteCorpus(uri, new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) });
    }

    public string Place => http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public string? Trouble => null;

    public Task<Reply> SearchAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel) => GetAsync("/v1/search", parameters, cancel);

    public async Task<Reply?> ExportAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, ExportSink to, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, Address("/v1/export", parameters));
        using var response = await StartAsync(message, cancel);
        if (!response.IsSuccessStatusCode) return new Reply((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
        var piece = new byte[64 * 1024];
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        while (await ReadAsync(body, piece, cancel) is var read and > 0) await to.WriteAsync(piece.AsMemory(0, read));
        return null;
    }

    public Task<Reply> ArticleAsync(string id, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel) =>
        GetAsync("/v1/articles/" + Uri.EscapeDataString(id), parameters, cancel);

    public Task<Reply> ActorsAsync(IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel) => GetAsync("/v1/actors", parameters, cancel);

    public Task<Reply> TopicsAsync(CancellationToken cancel) => GetAsync("/v1/topics", [], cancel);

    public async Task<IReadOnlyList<WriteAnswer>> PutAsync(IReadOnlyList<ArticleDraft> drafts, CancellationToken cancel)
    {
        var answers = new List<WriteAnswer>(drafts.Count);
        foreach (var body in BulkLines.Pack(drafts))
        {
            var reply = await PostAsync(body.Json, cancel);
            if (reply.IsProblem) throw new CommandFailure(ExitCode.Unexpected, $"{Place} did not take the articles: {BulkLines.Reason(reply)}");
            answers.AddRange(BulkLines.Read(reply, body.Articles, Place));
        }
        return answers;
    }

    public async Task<bool> WaitVisibleAsync(long generation, TimeSpan timeout, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        KeyValuePair<string, string>[] parameters = [new("limit", "0"), new("hints", "none"), new("min_generation", generation.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        do
        {
            var reply = await GetAsync("/v1/search", parameters, cancel);
            using var answer = reply.Parse();
            if (!reply.IsProblem && !answer.RootElement.Is("stale")) return true;
            if (reply.IsProblem) await Task.Delay(TimeSpan.FromMilliseconds(500), cancel);
        }
        while (TimeProvider.System.GetElapsedTime(began) < timeout);
        return false;
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Reply> GetAsync(string path, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel)
    {
        var address = Address(path, parameters);
        return SendAsync(() => new HttpRequestMessage(HttpMethod.Get, address), attempts: 1, cancel);
    }

    private static string Address(string path, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var query = string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>Sends, and returns when the answer begins.</summary>
    private async Task<HttpResponseMessage> StartAsync(HttpRequestMessage message, CancellationToken cancel)
    {
        try { return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel); }
        catch (Exception e) when (e is HttpRequestException or IOException) { throw NotAnswering(e); }
    }

    private async Task<int> ReadAsync(Stream body, Memory<byte> into, CancellationToken cancel)
    {
        try { return await body.ReadAsync(into, cancel); }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new CommandFailure(ExitCode.Unexpected, $"{Place} ended the export before it was whole ({e.Message}). Run the command again.");
        }
    }

    private Task<Reply> PostAsync(ReadOnlyMemory<byte> lines, CancellationToken cancel) => SendAsync(
        () => new HttpRequestMessage(HttpMethod.Post, "/v1/articles/bulk")
        {
            Content = new ReadOnlyMemoryContent(lines) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-ndjson") } },
        }, MostAttempts, cancel);

    /// <summary>Sends; while the server says that it is busy, waits as long as it asks for and tries again.</summary>
    private async Task<Reply> SendAsync(Func<HttpRequestMessage> request, int attempts, CancellationToken cancel)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                using var message = request();
                using var response = await http.SendAsync(message, cancel);
                var reply = new Reply((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
                if (attempt >= attempts || response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)) return reply;
                var pause = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
                await Task.Delay(pause < LongestPause ? pause : LongestPause, cancel);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw NotAnswering(e);
        }
    }

    private CommandFailure NotAnswering(Exception e) =>
        new(ExitCode.FolderInUse, $"The server at {Place} holds the data folder but does not answer ({e.Message}). Wait until it is up, or stop it.");
}
