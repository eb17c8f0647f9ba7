using System.Text.Json;
using Search.App.Commands.Access;

namespace Search.App.Commands.Printing;

/// <summary>Prints an answer of the API: as it is, or drawn; a problem goes to the error stream.</summary>
internal static class ReplyPrinter
{
    /// <summary>Answers the exit code.</summary>
    public static int Print(Reply reply, bool json, Terminal terminal, Action<JsonElement> draw)
    {
        var exitCode = reply.Status switch { < 400 => ExitCode.Ok, 429 or >= 500 => ExitCode.Unexpected, _ => ExitCode.BadUsage };
        if (json)
        {
            terminal.Out.WriteLine(reply.Text);
            return exitCode;
        }
        try
        {
            using var answer = reply.Parse();
            if (reply.IsProblem) PrintProblem(answer.RootElement, terminal.Error);
            else draw(answer.RootElement);
            return exitCode;
        }
        catch (JsonException)
        {
            throw new CommandFailure(ExitCode.Unexpected, $"The answer (status {reply.Status}) is not one of this product. Does another program listen there?");
        }
    }

    private static void PrintProblem(JsonElement problem, TextWriter to)
    {
        to.WriteLine("news: " + Printable.Line(problem.Text("detail") ?? problem.Text("title")));
        if (problem.Member("position") is { ValueKind: JsonValueKind.Number }) to.WriteLine($"  at character {problem.Number("position") + 1}: {Printable.Line(problem.Text("found"))}");
        if (problem.Text("suggestion") is { Length: > 0 } suggestion) to.WriteLine("  try: " + Printable.Line(suggestion));
    }
}
