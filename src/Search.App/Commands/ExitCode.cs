namespace Search.App.Commands;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    /// <summary>Something that nobody foresaw, or a server that went away.</summary>
    public const int Unexpected = 1;
    /// <summary>The command line, the request or the input cannot be used; the message says what to do.</summary>
    public const int BadUsage = 2;
    /// <summary>Another process holds the data folder (EX_TEMPFAIL of sysexits.h: try again later).</summary>
    public const int FolderInUse = 75;
    /// <summary>Ctrl-C (128 + SIGINT). What was acknowledged before it is stored.</summary>
    public const int Interrupted = 130;
}

/// <summary>Ends a command with a message for people; the message says what to do.</summary>
internal sealed class CommandFailure(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
