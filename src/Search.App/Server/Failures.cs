namespace Search.App.Server;

/// <summary>Turns what was thrown, and bare statuses, into problems. Nothing that a client does ends in a bare 500.</summary>
internal static partial class Failures
{
    /// <summary>Wraps the rest of the pipeline. Once an answer has begun, a failure cuts the connection: a client must not take a part for the whole.</summary>
    public static RequestDelegate Catch(RequestDelegate next, ILogger log) => async context =>
    {
        try
        {
            await next(context);
            var response = context.Response;
            if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
            {
                await Problems.OfStatus(response.StatusCode).ExecuteAsync(context);
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var problem = Problems.From(e);
            if (problem is null) Unexpected(log, e, context.Request.Method, context.Request.Path);
            await (problem ?? Problems.Of("busy", "This request met a fault, which was logged. Ask again; other requests are not affected.")).ExecuteAsync(context);
        }
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} met a fault")]
    private static partial void Unexpected(ILogger log, Exception exception, string method, string path);
}
