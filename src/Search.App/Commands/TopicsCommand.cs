using System.CommandLine;
using Search.App.Commands.Access;
using Search.App.Commands.Printing;

namespace Search.App.Commands;

/// <summary><c>news topics</c>: the terminal's twin of <c>GET /v1/topics</c>.</summary>
internal sealed class TopicsCommand : NewsCommand
{
    private readonly Option<bool> all = new("--all") { Description = "Show topics without articles too" };
    private readonly Option<string?> data = Setting.Data.CreateOption();
    private readonly Option<bool> json = JsonOption();

    public TopicsCommand(Terminal terminal) : base(terminal, "topics", "Show the tree of topics with how many articles and paragraphs have them, those below included.")
    {
        Add(all);
        Add(data);
        Add(json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("news topics", "The topics that there are articles for"),
        ("news topics --all", "Every topic that can be given"),
    ];

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        await using var corpus = await CorpusAccess.OpenToReadAsync(Setting.Data.Path(given.GetValue(data), Terminal), Terminal, cancel);
        return ReplyPrinter.Print(await corpus.TopicsAsync(cancel), given.GetValue(json), Terminal, new TopicPrinter(Terminal, given.GetValue(all)).Print);
    }
}
