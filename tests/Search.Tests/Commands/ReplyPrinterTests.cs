using System.Text;
using Search.App.Commands;
using Search.App.Commands.Access;
using Search.App.Commands.Printing;
using Xunit;

namespace Search.Tests.Commands;

public class ReplyPrinterTests
{
    private const string Problem = """{"type":"/api#query_syntax","title":"The query cannot be read","status":400,"detail":"The quotation mark is never closed.","code":"query_syntax","position":3,"length":1,"found":"\"","suggestion":"\"a b\""}""";

    [Theory]
    [InlineData(400, ExitCode.BadUsage)]
    [InlineData(404, ExitCode.BadUsage)]
    [InlineData(429, ExitCode.Unexpected)]
    [InlineData(503, ExitCode.Unexpected)]
    public void A_problem_is_told_on_the_error_stream(int status, int exitCode)
    {
        using var at = new TestTerminal();
        Assert.Equal(exitCode, ReplyPrinter.Print(Reply(status, Problem), json: false, at.Terminal, _ => Assert.Fail("nothing to draw")));
        Assert.Equal("news: The quotation mark is never closed.\n  at character 4: \"\n  try: \"a b\"\n", at.Error.ReplaceLineEndings("\n"));
        Assert.Empty(at.Out);
    }

    [Theory]
    [InlineData(200, """{"a": 1,  "b":"\u001b"}""", ExitCode.Ok)]
    [InlineData(400, Problem, ExitCode.BadUsage)]
    public void JSON_is_printed_as_it_came(int status, string json, int exitCode)
    {
        using var at = new TestTerminal();
        Assert.Equal(exitCode, ReplyPrinter.Print(Reply(status, json), json: true, at.Terminal, _ => Assert.Fail("nothing to draw")));
        Assert.Equal(json, at.Out.TrimEnd('\n'));
    }

    [Fact]
    public void An_answer_of_another_program_is_told_as_such()
    {
        using var at = new TestTerminal();
        var failure = Assert.Throws<CommandFailure>(() => ReplyPrinter.Print(Reply(502, "<html>"), json: false, at.Terminal, _ => { }));
        Assert.Contains("another program", failure.Message, StringComparison.Ordinal);
    }

    private static Reply Reply(int status, string json) => new(status, Encoding.UTF8.GetBytes(json));
}
