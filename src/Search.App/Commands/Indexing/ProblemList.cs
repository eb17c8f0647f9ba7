using System.Text;
using System.Text.Json;
using Search.Searching;

namespace Search.App.Commands.Indexing;

/// <summary>Every problem of a run, one JSON object a line: <c>file</c>, <c>place</c>, <c>reason</c>. Without a file it takes them in and keeps nothing.</summary>
internal sealed class ProblemList : IAsyncDisposable
{
    private readonly StreamWriter? writer;

    private ProblemList(StreamWriter? writer) => this.writer = writer;

    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public static ProblemList To(string? file)
    {
        try
        {
            return new ProblemList(file is null ? null : new StreamWriter(file, append: false, new UTF8Encoding(false)) { NewLine = "\n" });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(ExitCode.BadUsage, $"The problems cannot be written into {file}: {e.Message}");
        }
    }

    public void Add(ReportedProblem problem) => writer?.WriteLine(JsonSerializer.Serialize(problem, SearchJson.Options));

    public ValueTask DisposeAsync() => writer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
