namespace Search.App.Server;

/// <summary>How a server is started. Valid once <see cref="Problem"/> says nothing.</summary>
internal sealed record ServerOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The data folder; made when missing.</summary>
    public required string Data { get; init; }

    /// <summary>Addresses to listen on. Port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>Articles that fill an empty data folder: a file or a folder that is walked; null for none.</summary>
    public string? Seeds { get; init; }

    /// <summary>Whether other machines may be answered.</summary>
    public bool AllowRemote { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether only this machine can reach the server.</summary>
    public bool IsLoopback => Urls.All(url => BindingAddress.Parse(url) is var bound && Hosts.IsLoopback(bound.Host));

    /// <summary>What is written into the folder's lock: the first address, when its port is known beforehand.</summary>
    public string? Address => Urls.FirstOrDefault(url => BindingAddress.Parse(url).Port != 0);

    /// <summary>Why a server cannot be started so, with what to do; null when it can.</summary>
    public string? Problem
    {
        get
        {
            if (Urls.Count == 0) return $"No address to listen on. Give one, such as {DefaultUrl}.";
            foreach (var url in Urls)
            {
                if (!IsAddress(url)) return $"'{url}' is no address to listen on. Write it as {DefaultUrl}.";
            }
            return IsLoopback || AllowRemote ? null
                : $"{string.Join(", ", Urls)} would answer other machines, and there are no keys yet: everybody who reaches the port could read, change and delete. "
                    + $"Listen on a loopback address such as {DefaultUrl}, or start with --allow-remote where everybody on the network is trusted.";
        }
    }

    private static bool IsAddress(string url)
    {
        try { return BindingAddress.Parse(url) is { IsUnixPipe: false, IsNamedPipe: false, Host.Length: > 0, Scheme: "http" or "https" }; }
        catch (FormatException) { return false; }
    }
}
