using System.IO.Compression;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Metrics;
using Search.App.Api;
using Search.App.Api.Feeds;
using Search.App.Server.Reference;
using Search.App.Web;
using Search.Searching;

namespace Search.App.Server;

/// <summary>The server: one way to build it, for the terminal and for tests.</summary>
internal static class SearchServer
{
    /// <summary>The largest body of a request that is read whole.</summary>
    public const int MaxBody = 10 * 1024 * 1024;

    /// <summary>
    /// Builds the server; starting it opens the data folder first and throws <see cref="CorpusInUseException"/> when another process holds it.
    /// </summary>
    /// <exception cref="ArgumentException">The options have a <see cref="ServerOptions.Problem"/>.</exception>
    public static WebApplication Build(ServerOptions options)
    {
        if (options.Problem is { } problem) throw new ArgumentException(problem, nameof(options));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SearchServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.WebHost.UseUrls([.. options.Urls]).ConfigureKestrel(Limit);
        AddLogging(builder.Logging);
        AddServices(builder.Services, options);
        var app = builder.Build();
        Use(app, options);
        app.MapHealth();
        app.MapApi();
        app.MapPages().AddEndpointFilter(app.Services.GetRequiredService<Gates>().Searches);
        app.MapApiPage();
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = MaxBody;
        limits.MaxRequestLineSize = 24 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(30);
        // Longer than clients and proxies keep an idle connection, or a POST meets one that is closed just then, which no client may repeat.
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(3);
        limits.MaxConcurrentConnections = 2000;
        limits.Http2.MaxStreamsPerConnection = 64;
    }

    /// <summary>Warnings and errors only, one line each, on the error stream; the environment can ask for more (<c>Logging__LogLevel__Default</c>).</summary>
    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options).AddSingleton(options.Clock);
        services.AddSingleton<CorpusHost>().AddHostedService(all => all.GetRequiredService<CorpusHost>());
        services.AddSingleton(all => all.GetRequiredService<CorpusHost>().Corpus);
        services.AddSingleton<Gates>().AddSingleton<ServerMeter>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        services.ConfigureHttpJsonOptions(json => SearchJson.Configure(json.SerializerOptions));
        services.AddResponseCompression(compression => compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, Problem.MediaType, MediaTypes.JsonLines, MediaTypes.Csv, AtomWriter.MediaType, JsonFeed.MediaType]);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddPages();
        services.AddOpenApi("v1", ApiDocument.Configure);
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter(ServerMeter.Name).AddPrometheusExporter());
    }

    private static void Use(WebApplication app, ServerOptions options)
    {
        app.Use(SecurityHeaders.Add);
        app.UseResponseCompression();
        app.Use(next => Failures.Catch(next, app.Logger));
        app.Use(next => Hosts.Check(next, options.IsLoopback));
        app.UseStaticFiles();
        app.Use(HeadRequests.AnswerAsGet);
        app.UseRouting();
    }
}
