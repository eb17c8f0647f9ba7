using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Search.App.Server;

namespace Search.App.Commands;

/// <summary><c>news serve</c>: runs the server until it is asked to stop.</summary>
internal sealed class ServeCommand : NewsCommand
{
    private readonly Option<string?> data = Setting.Data.CreateOption();
    private readonly Option<string?> urls = Setting.Urls.CreateOption();
    private readonly Option<string?> seeds = Setting.Seeds.CreateOption();
    private readonly Option<bool> allowRemote = new("--allow-remote") { Description = "Answer other machines; without keys everybody on the network can read, change and delete" };

    public ServeCommand(Terminal terminal) : base(terminal, "serve", "Serve the web page and the HTTP API. An empty data folder is filled from the seeds.")
    {
        Add(data);
        Add(urls);
        Add(seeds);
        Add(allowRemote);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("news serve", "Serve ./index at http://127.0.0.1:5080"),
        ("news serve --data /srv/news --urls http://127.0.0.1:8080 --seeds none", "Another folder and port, and no sample articles"),
    ];

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        var options = new ServerOptions
        {
            Data = Setting.Data.Path(given.GetValue(data), Terminal),
            Urls = Setting.Urls.Value(given.GetValue(urls), Terminal).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Seeds = SeedFolder.Find(Setting.Seeds.Value(given.GetValue(seeds), Terminal), Terminal.Folder),
            AllowRemote = given.GetValue(allowRemote),
            Clock = Terminal.Clock,
        };
        if (options.Problem is { } problem) throw new CommandFailure(ExitCode.BadUsage, problem);
        await using var server = SearchServer.Build(options);
        await StartAsync(server, options, cancel);
        var corpus = server.Services.GetRequiredService<Corpus>();
        corpus.Announce(server.Urls.First());
        await server.Services.GetRequiredService<CorpusHost>().Filling.WaitAsync(cancel);
        await Terminal.Out.WriteLineAsync($"news {CommandLine.Version} answers at {string.Join(", ", server.Urls)} from {options.Data}: {corpus.Count:N0} articles. Ctrl-C stops it.");
        await Terminal.Out.FlushAsync(cancel);
        await StopRequestedAsync(server, cancel);
        await server.StopAsync(CancellationToken.None);
        return ExitCode.Ok;
    }

    private static async Task StartAsync(WebApplication server, ServerOptions options, CancellationToken cancel)
    {
        try
        {
            await server.StartAsync(cancel);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new CommandFailure(ExitCode.BadUsage, $"Another program listens at {string.Join(", ", options.Urls)} already. Take another port with --{Setting.Urls.Name}.");
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException { InnerException: SocketException })
        {
            throw new CommandFailure(ExitCode.BadUsage, $"Cannot listen at {string.Join(", ", options.Urls)}: {e.Message}");
        }
    }

    private static async Task StopRequestedAsync(WebApplication server, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, server.Lifetime.ApplicationStopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
