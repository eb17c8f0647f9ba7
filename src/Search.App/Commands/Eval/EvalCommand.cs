using System.CommandLine;

namespace Search.App.Commands.Eval;

/// <summary><c>news eval</c>: measures the product against what people have marked.</summary>
internal sealed class EvalCommand : Command
{
    public EvalCommand(Terminal terminal) : base("eval", "Measure how well the product does against what people have marked.")
    {
        Add(new EvalHtmlCommand(terminal));
    }
}
