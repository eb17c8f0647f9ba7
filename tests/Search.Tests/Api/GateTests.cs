using Microsoft.AspNetCore.Http;
using Search.App.Server;
using Xunit;

namespace Search.Tests.Api;

public class GateTests
{
    private static Task<object?> Enter(Gate gate, Func<Task> work) =>
        gate.InvokeAsync(new DefaultEndpointFilterInvocationContext(new DefaultHttpContext()), async _ => { await work(); return "done"; }).AsTask();

    private static Task Nothing() => Task.CompletedTask;

    [Fact]
    public async Task The_queue_is_bounded_and_whoever_waits_gets_the_place()
    {
        using var gate = new Gate("busy", running: 1, waiting: 1, Timeout.InfiniteTimeSpan);
        using var work = new SemaphoreSlim(0);
        var first = Enter(gate, () => work.WaitAsync());
        var second = Enter(gate, Nothing);
        var third = Assert.IsType<Problem>(await Enter(gate, Nothing));
        Assert.Equal((503, "busy", 1), (third.Status, third.Code, third.RetryAfter));
        Assert.False(second.IsCompleted);
        work.Release();
        Assert.Equal(["done", "done"], await Task.WhenAll(first, second));
        Assert.Equal("done", await Enter(gate, Nothing));
    }

    [Fact]
    public async Task Waiting_ends_with_patience()
    {
        using var gate = new Gate("rate_limited", running: 1, waiting: 10, TimeSpan.FromMilliseconds(1));
        using var work = new SemaphoreSlim(0);
        var first = Enter(gate, () => work.WaitAsync());
        Assert.Equal(429, Assert.IsType<Problem>(await Enter(gate, Nothing)).Status);
        work.Release();
        Assert.Equal("done", await first);
    }

    [Fact]
    public async Task A_place_is_free_again_after_a_failure()
    {
        using var gate = new Gate("busy", running: 1, waiting: 0, TimeSpan.Zero);
        await Assert.ThrowsAsync<IOException>(() => Enter(gate, () => throw new IOException()));
        Assert.Equal("done", await Enter(gate, Nothing));
    }
}
