using System.Text;
using Spectre.Console;

namespace Search.App.Commands;

/// <summary>All that a command sees of the world around it. Tests hand in their own.</summary>
internal sealed record Terminal
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }
    /// <summary>Where progress and complaints go.</summary>
    public required TextWriter Error { get; init; }
    /// <summary>Whether nobody reads <see cref="Out"/> any more.</summary>
    public Func<bool> IsOutClosed { get; init; } = () => false;
    public Stream In { get; init; } = Stream.Null;
    /// <summary>An environment variable, null when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;
    /// <summary>The working directory.</summary>
    public required string Folder { get; init; }
    /// <summary>Whether results may be bold, dim and coloured.</summary>
    public bool Styled { get; init; }
    /// <summary>Whether a progress bar may move about on <see cref="Error"/>.</summary>
    public bool Interactive { get; init; }
    /// <summary>Columns to wrap at; null never wraps, as fits a file or a pipe.</summary>
    public int? Width { get; init; }
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The terminal that the process was started from. Plain when redirected, with NO_COLOR, and on a dumb terminal.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";
        return new Terminal
        {
            Out = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = false },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            In = Console.OpenStandardInput(),
            IsOutClosed = OutputPipe.IsClosed,
            Variable = Environment.GetEnvironmentVariable,
            Folder = Directory.GetCurrentDirectory(),
            Styled = !plain && !Console.IsOutputRedirected,
            Interactive = !plain && !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? null : Math.Clamp(Console.WindowWidth, 40, 120),
        };
    }

    /// <summary>The console that results are drawn on.</summary>
    public IAnsiConsole Results() => Draw(Out, interactive: false, Styled);

    /// <summary>The console that progress is drawn on.</summary>
    public IAnsiConsole Progress() => Draw(Error, Interactive, Interactive);

    private IAnsiConsole Draw(TextWriter to, bool interactive, bool coloured)
    {
        // Ansi stays on in a plain terminal too: plain styles write no escape codes, and the other back end talks to the real console.
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = coloured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = interactive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(to),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = Width ?? 100_000;
        return console;
    }
}
