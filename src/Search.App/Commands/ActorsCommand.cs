using System.CommandLine;
using Search.App.Commands.Access;
using Search.App.Commands.Printing;

namespace Search.App.Commands;

/// <summary><c>news actors</c>: the terminal's twin of <c>GET /v1/actors</c>.</summary>
internal sealed class ActorsCommand : NewsCommand
{
    private readonly Argument<string[]> name = new("NAME") { Arity = ArgumentArity.ZeroOrMore, Description = "The beginning of any word of the name or of another name" };
    private readonly Option<string?> type = new("--type") { Description = "person, org, country, place or group", HelpName = "TYPE" };
    private readonly Option<string?> limit = new("--limit") { Description = "How many (default: 20)", HelpName = "N" };
    private readonly Option<string?> cursor = new("--cursor") { Description = "The cursor of the last answer, to go on where it ended", HelpName = "CURSOR" };
    private readonly Option<string?> data = Setting.Data.CreateOption();
    private readonly Option<bool> json = JsonOption();

    public ActorsCommand(Terminal terminal) : base(terminal, "actors", "List who is named, with how many articles and paragraphs name them; the most named first.")
    {
        Add(name);
        Add(type);
        Add(limit);
        Add(cursor);
        Add(data);
        Add(json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("news actors", "The actors that most paragraphs name"),
        ("news actors macr", "Actors with a word that begins so"),
        ("news actors --type org --limit 50", "Fifty organisations"),
    ];

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        var asked = new List<KeyValuePair<string, string>>();
        if (given.GetValue(name) is { Length: > 0 } words) asked.Add(new("name", string.Join(' ', words)));
        foreach (var (key, option) in (ReadOnlySpan<(string, Option<string?>)>)[("type", type), ("limit", limit), ("cursor", cursor)])
        {
            if (given.GetValue(option) is { } value) asked.Add(new(key, value));
        }
        await using var corpus = await CorpusAccess.OpenToReadAsync(Setting.Data.Path(given.GetValue(data), Terminal), Terminal, cancel);
        return ReplyPrinter.Print(await corpus.ActorsAsync(asked, cancel), given.GetValue(json), Terminal, new ActorPrinter(Terminal).Print);
    }
}
