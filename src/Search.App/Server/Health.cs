using Search.App.Server.Reference;

namespace Search.App.Server;

/// <summary>What operators and their tools ask.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("ok\n")).Describe(ApiReference.Alive);
        app.MapGet("/readyz", (CorpusHost host) => host.IsReady ? Results.Text("ready\n") : Problems.Of("busy", "The index is catching up with the archive; searches see a part so far."))
            .Describe(ApiReference.Ready);
        app.MapPrometheusScrapingEndpoint("/metrics");
    }
}
