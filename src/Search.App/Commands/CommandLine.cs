using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Search.App.Commands.Printing;
using Search.Archive;

namespace Search.App.Commands;

/// <summary>Parses a command line, carries the command out and turns whatever happens into a message and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>The version of the product.</summary>
    public static string Version { get; } = typeof(CommandLine).Assembly.GetName().Version!.ToString(3);

    /// <summary><c>@china</c> is an actor, not a file of arguments; <c>-russia</c> is a word to leave out, not a bundle of options.</summary>
    public static ParserConfiguration Grammar { get; } = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(RootCommand news, IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel)
    {
        Dress(news);
        var given = news.Parse(args, Grammar);
        var surroundings = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            if (given.Action is ParseErrorAction) return Refuse(given, terminal, Errors(given, news));
            if (given.Action is not SynchronousCommandLineAction && UnknownOption(given) is { } option)
                return Refuse(given, terminal, [$"There is no option {Printable.Line(option)}. If it is meant as text, put it after --"]);
            return await given.InvokeAsync(surroundings, cancel);
        }
        catch (CommandFailure failure)
        {
            return Fail(terminal, failure.ExitCode, failure.Message);
        }
        catch (CorpusInUseException e)
        {
            return Fail(terminal, ExitCode.FolderInUse, e.Message);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is ArchiveDamagedException or ArchiveFullException)
        {
            return Fail(terminal, ExitCode.Unexpected, e.Message);
        }
        catch (Exception e)
        {
            return Fail(terminal, ExitCode.Unexpected, $"Unexpected failure: {e.Message}\n{e}");
        }
        finally
        {
            await terminal.Out.FlushAsync(CancellationToken.None);
        }
    }

    private static void Dress(RootCommand news)
    {
        news.SetAction(given =>
        {
            new HelpAction().Invoke(given);
            return ExitCode.BadUsage;
        });
        foreach (var option in news.Options)
        {
            if (option is HelpOption { Action: HelpAction help }) option.Action = new HelpWithExamples(help);
            if (option is VersionOption) option.Action = new PrintVersion();
        }
    }

    private static IEnumerable<string> Errors(ParseResult given, RootCommand news) =>
        given.CommandResult.Command == news && given.UnmatchedTokens.Count > 0
            ? [$"There is no command '{given.UnmatchedTokens[0]}'. The commands are {string.Join(", ", news.Subcommands.Select(c => c.Name))}."]
            : given.Errors.Select(e => e.Message);

    private static string? UnknownOption(ParseResult given)
    {
        var plain = given.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash).ToHashSet();
        return given.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens)
            .FirstOrDefault(t => t.Value.Length > 2 && t.Value.StartsWith("--", StringComparison.Ordinal) && plain.Contains(t))?.Value;
    }

    private static int Refuse(ParseResult given, Terminal terminal, IEnumerable<string> errors)
    {
        foreach (var error in errors) terminal.Error.WriteLine("news: " + Printable.Text(error));
        terminal.Error.WriteLine($"See: {HelpWithExamples.Path(given.CommandResult)} --help");
        return ExitCode.BadUsage;
    }

    private static int Fail(Terminal terminal, int exitCode, string message)
    {
        terminal.Out.Flush();
        terminal.Error.WriteLine("news: " + Printable.Text(message));
        return exitCode;
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine("news " + Version);
            return ExitCode.Ok;
        }
    }
}
