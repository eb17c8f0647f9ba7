using Search.App.Server;

// news [DATA [URL]]
await using var app = SearchServer.Build(new ServerOptions
{
    Data = args.ElementAtOrDefault(0) ?? "index",
    Urls = [args.ElementAtOrDefault(1) ?? ServerOptions.DefaultUrl],
});
await app.RunAsync();
