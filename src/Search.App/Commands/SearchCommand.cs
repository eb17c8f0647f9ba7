using System.CommandLine;
using Search.App.Commands.Access;
using Search.App.Commands.Printing;

namespace Search.App.Commands;

/// <summary><c>news search</c>: the terminal's twin of <c>GET /v1/search</c>.</summary>
internal sealed class SearchCommand : NewsCommand
{
    /// <summary>How much of a paragraph is shown to people who do not say.</summary>
    private const string UsualSnippet = "400";

    private readonly Argument<string[]> query = new("QUERY") { Arity = ArgumentArity.ZeroOrMore, Description = "The query; without one, everything, newest first" };
    private readonly IReadOnlyList<SearchParameter> parameters = SearchParameter.CreateAll();
    private readonly Option<string?> data = Setting.Data.CreateOption();
    private readonly Option<bool> json = JsonOption();

    public SearchCommand(Terminal terminal)
        : base(terminal, "search", "Search articles; each hit shows its best paragraphs.")
    {
        Add(query);
        foreach (var parameter in parameters) Add(parameter.Option);
        Add(data);
        Add(json);
    }

    public override IReadOnlyList<(string Line, string Does)> Examples =>
    [
        ("news search central bank inflation", "Articles with all three words in one paragraph"),
        ("news search '\"rate cut\" NEAR/8 @org' --facet actor,source", "A phrase near any organisation, with counts by actor and source"),
        ("news search sanctions --actor country:china --published 2024-01.. --sort -date", "Newest first, where China is named, since 2024"),
        ("news search -- fishing -quota", "With fishing, without quota"),
        ("news search floods --unit paragraph --json", "The API's answer, paragraph by paragraph"),
    ];

    public override string Notes =>
        "Options have the names of the API's parameters. More of the same kind: a filter with .all (every value) or .not (none),\n"
        + "as in --actor.not country:china; a facet with .limit .sort .min .prefix, as in --facet.actor.limit 50; --facet.actor.type;\n"
        + "--facet.published.interval. Quote twice for a phrase: '\"rate cut\"'. Unless --json is asked for, --snippet is 400.";

    protected override async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        var asked = Parameters(given);
        await using var corpus = await CorpusAccess.OpenToReadAsync(Setting.Data.Path(given.GetValue(data), Terminal), Terminal, cancel);
        var reply = await corpus.SearchAsync(asked, cancel);
        return ReplyPrinter.Print(reply, given.GetValue(json), Terminal, new SearchPrinter(Terminal).Print);
    }

    /// <summary>The API's parameters that a command line asks for.</summary>
    internal List<KeyValuePair<string, string>> Parameters(ParseResult given)
    {
        var asked = new List<KeyValuePair<string, string>>();
        if (given.GetValue(query) is { Length: > 0 } words) asked.Add(new("q", string.Join(' ', words)));
        asked.AddRange(parameters.SelectMany(p => p.Given(given)));
        if (!given.GetValue(json) && asked.TrueForAll(p => p.Key != "snippet")) asked.Add(new("snippet", UsualSnippet));
        return asked;
    }
}
