using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Search.App.Server;
using Xunit;

namespace Search.Tests.Api;

public class RawUrlTests
{
    [Theory]
    [InlineData("a+b", true, "a b")]
    [InlineData("a+b", false, "a+b")]
    [InlineData("%C3%A9%2F%25", false, "é/%")]
    [InlineData("é😀", false, "é😀")]
    [InlineData("%F0%9F%98%80", false, "😀")]
    [InlineData("", false, "")]
    [InlineData("%", false, null)]
    [InlineData("%2", false, null)]
    [InlineData("%2g", false, null)]
    [InlineData("%ff", false, null)]
    [InlineData("%C3", false, null)]
    [InlineData("%ED%A0%80", false, null)]
    public void Escapes_are_read_strictly(string text, bool plusIsSpace, string? expected) => Assert.Equal(expected, RawUrl.Decode(text, plusIsSpace));

    [Theory]
    [InlineData("/v1/articles/a%2Fb?q=/x", "a/b")]
    [InlineData("/v1/articles/a%252Fb", "a%2Fb")]
    [InlineData("http://localhost/v1/articles/a%23b/", "a#b")]
    [InlineData("/v1/articles/%f", null)]
    [InlineData("/v1/articles/..", null)]
    [InlineData("/v1/articles/%2e?q=x", null)]
    [InlineData("/v1/articles/...", "...")]
    public void The_last_segment_is_read_as_it_was_sent(string target, string? expected)
    {
        var context = new DefaultHttpContext();
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        Assert.Equal(expected, RawUrl.LastSegment(context.Request));
    }

    [Fact]
    public void Parameters_keep_their_order_and_repeat()
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString("?b=1&&a=x%3Dy=z&b=2&c&=d");
        Assert.Equal([("b", "1"), ("a", "x=y=z"), ("b", "2"), ("c", ""), ("", "d")], RawUrl.Parameters(context.Request).Value!.Select(p => (p.Key, p.Value)));
    }
}
