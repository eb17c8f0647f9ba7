namespace Search.App.Server;

/// <summary>
/// Lets so many requests through at once and so many wait for a place; whoever finds the queue full, or waits longer than its patience, is told to
/// come again. So a flood costs those who cause it and never grows a queue without end.
/// </summary>
internal sealed class Gate(string code, int running, int waiting, TimeSpan patience) : IEndpointFilter, IDisposable
{
    private readonly SemaphoreSlim places = new(running);
    private int queued;

    /// <summary>Lets the endpoint run in a place, or answers with the gate's problem.</summary>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!await EnterAsync(context.HttpContext.RequestAborted)) return Problems.Of(code, "Too many requests of this kind are at work. Ask again after the seconds in Retry-After.");
        try { return await next(context); }
        finally { places.Release(); }
    }

    public void Dispose() => places.Dispose();

    private async ValueTask<bool> EnterAsync(CancellationToken cancel)
    {
        if (await places.WaitAsync(TimeSpan.Zero, cancel)) return true;
        try { return Interlocked.Increment(ref queued) <= waiting && await places.WaitAsync(patience, cancel); }
        finally { Interlocked.Decrement(ref queued); }
    }
}

/// <summary>One gate for each kind of work, so that a flood of one does not stop the others.</summary>
internal sealed class Gates : IDisposable
{
    public Gate Searches { get; } = new("busy", Math.Max(16, 4 * Environment.ProcessorCount), 256, TimeSpan.FromSeconds(2));
    public Gate Exports { get; } = new("busy", 4, 16, TimeSpan.FromSeconds(5));
    public Gate Writes { get; } = new("rate_limited", 64, 256, TimeSpan.FromSeconds(10));

    public void Dispose()
    {
        Searches.Dispose();
        Exports.Dispose();
        Writes.Dispose();
    }
}
