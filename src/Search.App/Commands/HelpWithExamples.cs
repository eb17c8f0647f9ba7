using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Search.App.Commands;

/// <summary>The help of a command, then its examples, then where settings come from.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var to = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is NewsCommand command)
        {
            if (command.Notes.Length > 0) to.WriteLine(command.Notes + "\n");
            to.WriteLine("Examples:");
            foreach (var (line, does) in command.Examples)
            {
                to.WriteLine($"  {line}");
                to.WriteLine($"      {does}");
            }
            to.WriteLine();
        }
        to.WriteLine("Settings are taken from the flag, else the environment variable");
        to.WriteLine($"({Setting.Data.Variable}, {Setting.Urls.Variable}, {Setting.Seeds.Variable}), else {Setting.File} in the working directory");
        to.WriteLine("""({"data": "index", "urls": "http://127.0.0.1:5080", "seeds": "seeds"}), else the default.""");
        to.WriteLine("While a server holds the data folder, every command asks that server.");
        to.WriteLine("Exit codes: 0 done, 1 unexpected failure, 2 bad usage or nothing usable, 75 the folder is in use.");
        return ExitCode.Ok;
    }

    /// <summary>A command with those above it: <c>news eval html</c>.</summary>
    public static string Path(CommandResult command) =>
        command.Parent is CommandResult above ? $"{Path(above)} {command.Command.Name}" : "news";
}
