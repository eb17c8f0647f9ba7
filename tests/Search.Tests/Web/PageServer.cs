using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.App.Web;
using Search.Articles;

namespace Search.Tests.Web;

/// <summary>The pages alone over a corpus in a folder of its own.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pages-").FullName;
    private Corpus? corpus;
    private WebApplication? app;

    public HttpClient Client { get; private set; } = new();

    public static async Task<PageServer> Start(params ArticleDraft[] drafts)
    {
        var server = new PageServer();
        try
        {
            await server.Run(drafts);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public Task<string> Page(string address) => Client.GetStringAsync(new Uri(address, UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (app is not null) await app.DisposeAsync();
        if (corpus is not null) await corpus.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Run(ArticleDraft[] drafts)
    {
        corpus = await Corpus.OpenAsync(new CorpusOptions { Folder = folder });
        if (drafts.Length > 0)
        {
            var answers = await corpus.PutAsync(drafts);
            await corpus.WaitVisibleAsync(answers.Max(a => a.Generation), TimeSpan.FromSeconds(30));
        }
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(corpus).AddSingleton(TimeProvider.System).AddPages();
        app = builder.Build();
        app.MapPages();
        await app.StartAsync();
        Client.Dispose();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }
}
