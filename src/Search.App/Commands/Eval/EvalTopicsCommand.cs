using System.CommandLine;
using System.Text.Json;
using Search.Evaluation;
using Search.Searching;
using Search.Text;

namespace Search.App.Commands.Eval;

/// <summary><c>news eval topics</c>: precision, recall and F1 of the topic rules by subject.</summary>
internal sealed class EvalTopicsCommand : NewsCommand
{
    private readonly Argument<string> folder = new("DIR") { Description = "A folder with articles.jsonl and marks.jsonl" };
    private readonly Option<bool> errors = new("--errors") { Description = "Show every topic that is wrong or missed too, with the rules and the words that they met" };
    private readonly Option<string?> own = new("--data") { Description = "A data folder whose own topics and rules count too", HelpName = "FOLDER" };
    private readonly Option<bool> json = new("--json") { Description = "Print the figures as JSON" };

    public EvalTopicsCommand(Terminal terminal) : base(terminal, "topics", "Tag marked articles by the rules of topics and print how many of the marked subjects are found, and how many of the found are marked.")
    {
        Add(folder);
        Add(errors);
        Add(own);
        Add(json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("news eval topics annotated/", "A table by subject"),
        ("news eval topics annotated/ --errors", "Also what is wrong or missed, and why"),
    ];

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        var owned = given.GetValue(own) is { } path ? new DataFolder(Path.GetFullPath(path, Terminal.Folder)) : null;
        TopicScores scores;
        try
        {
            scores = await Task.Run(() => new TopicEvaluation(DataFolder.Default, owned).Measure(Path.GetFullPath(given.GetRequiredValue(folder), Terminal.Folder)), cancel);
        }
        catch (EvaluationDataException e)
        {
            throw new CommandFailure(ExitCode.BadUsage, e.Message);
        }
        if (given.GetValue(json)) await Terminal.Out.WriteLineAsync(Json(scores, given.GetValue(errors)));
        else new TopicScoresPrinter(Terminal).Print(scores, given.GetValue(errors));
        return ExitCode.Ok;
    }

    private static string Json(TopicScores scores, bool withErrors) =>
        JsonSerializer.Serialize(withErrors ? scores : scores with { Errors = [] }, SearchJson.Options);
}
