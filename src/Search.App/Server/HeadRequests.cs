namespace Search.App.Server;

/// <summary>Answers HEAD as GET: routes take GET, and of the answer the web server itself leaves out the body.</summary>
internal static class HeadRequests
{
    private sealed record Asked;

    public static Task AnswerAsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set(new Asked());
        }
        return next(context);
    }

    /// <summary>Whether only the headers are asked for: a long body need not be made.</summary>
    public static bool IsHead(HttpContext context) => context.Features.Get<Asked>() is not null;
}
