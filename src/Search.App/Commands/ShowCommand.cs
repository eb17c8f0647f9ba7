using System.CommandLine;
using Search.App.Commands.Access;
using Search.App.Commands.Printing;

namespace Search.App.Commands;

/// <summary><c>news show</c>: the terminal's twin of <c>GET /v1/articles/{id}</c>.</summary>
internal sealed class ShowCommand : NewsCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The article's id, as search prints it" };
    private readonly Option<string?> query = new("--q") { Description = "Mark what matches this query", HelpName = "QUERY" };
    private readonly Option<string?> data = Setting.Data.CreateOption();
    private readonly Option<bool> json = JsonOption();

    public ShowCommand(Terminal terminal) : base(terminal, "show", "Show an article paragraph by paragraph, with its actors and topics.")
    {
        Add(id);
        Add(query);
        Add(data);
        Add(json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("news show herring-deal", "The newest version of the article"),
        ("news show herring-deal --q 'quota NEAR/5 @country'", "The same, with the query's matches in bold"),
        ("news show herring-deal --json", "Everything that was found in it, with offsets"),
    ];

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        KeyValuePair<string, string>[] asked = given.GetValue(query) is { } q ? [new("q", q)] : [];
        await using var corpus = await CorpusAccess.OpenToReadAsync(Setting.Data.Path(given.GetValue(data), Terminal), Terminal, cancel);
        var reply = await corpus.ArticleAsync(given.GetRequiredValue(id), asked, cancel);
        return ReplyPrinter.Print(reply, given.GetValue(json), Terminal, new ArticlePrinter(Terminal).Print);
    }
}
