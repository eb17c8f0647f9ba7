using System.CommandLine;
using System.CommandLine.Help;

namespace Search.App.Commands.Eval;

/// <summary><c>news eval</c>: measures what the product finds against what people marked. A group of commands.</summary>
internal sealed class EvalCommand : Command
{
    public EvalCommand(Terminal terminal) : base("eval", "Measure what is found in articles against what people marked in them.")
    {
        Add(new EvalHtmlCommand(terminal));
        Add(new EvalTopicsCommand(terminal));
        SetAction(given =>
        {
            new HelpAction().Invoke(given);
            return ExitCode.BadUsage;
        });
    }
}
