using System.CommandLine;

namespace Search.App.Commands;

/// <summary>A command of the terminal, with the examples that its help ends with.</summary>
internal abstract class NewsCommand : Command
{
    protected NewsCommand(Terminal terminal, string name, string description) : base(name, description)
    {
        Terminal = terminal;
        SetAction(RunAsync);
    }

    protected Terminal Terminal { get; }

    /// <summary>Command lines with what each does.</summary>
    public abstract IReadOnlyList<(string Line, string Does)> Examples { get; }

    /// <summary>What the help says beyond the options; empty for nothing.</summary>
    public virtual string Notes => "";

    /// <summary>Carries the command out; answers an <see cref="ExitCode"/>.</summary>
    protected abstract Task<int> RunAsync(ParseResult given, CancellationToken cancel);

    protected static Option<bool> JsonOption() => new("--json") { Description = "Print the answer as JSON, exactly as the HTTP API gives it" };
}
