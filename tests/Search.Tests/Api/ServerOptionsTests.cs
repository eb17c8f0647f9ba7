using Search.App.Server;
using Xunit;

namespace Search.Tests.Api;

public class ServerOptionsTests
{
    private static ServerOptions On(params string[] urls) => new() { Data = "index", Urls = urls };

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:0")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://127.9.9.9:80")]
    public void A_loopback_address_is_served(string url) => Assert.Null(On(url).Problem);

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://192.168.1.4:5080")]
    [InlineData("http://news.example:5080")]
    public void An_address_for_other_machines_is_refused_unless_it_is_asked_for(string url)
    {
        Assert.Contains("--allow-remote", On("http://127.0.0.1:5080", url).Problem);
        Assert.Null((On(url) with { AllowRemote = true }).Problem);
        Assert.False(On(url).IsLoopback);
        Assert.Throws<ArgumentException>(() => SearchServer.Build(On(url)));
    }

    [Theory]
    [InlineData("127.0.0.1:5080")]
    [InlineData("")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://unix:/run/news.sock")]
    [InlineData("http://127.0.0.1:port")]
    public void What_is_no_address_is_refused_with_an_example(string url) => Assert.Contains(ServerOptions.DefaultUrl, On(url).Problem);

    [Fact]
    public void No_address_at_all_is_refused() => Assert.NotNull(On().Problem);
}
