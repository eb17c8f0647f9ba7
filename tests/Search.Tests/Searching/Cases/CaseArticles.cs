using System.Globalization;
using System.Text.RegularExpressions;
using Search.Articles;
using Search.Tests.House;

namespace Search.Tests.Searching.Cases;

/// <summary>Reads the articles that the cases are about from <c>articles.md</c>.</summary>
internal static partial class CaseArticles
{
    public const string Folder = "tests/Search.Tests/Searching/Cases/";

    public static IReadOnlyList<ArticleDraft> All { get; } = Read(Repository.Read(Folder + "articles.md"));

    /// <summary>The paragraphs that a search without <c>include</c> may find, as <c>a3#2</c>.</summary>
    public static IReadOnlyList<string> Searched { get; } = [.. All.SelectMany(Ids)];

    private static IEnumerable<string> Ids(ArticleDraft draft) => draft.Paragraphs.Select((p, i) => (p.Kind, Id: $"{draft.Id}#{i + 1}"))
        .Where(p => p.Kind != ParagraphKind.Boilerplate).Select(p => p.Id).Prepend($"{draft.Id}#0");

    private static List<ArticleDraft> Read(string text) => [.. text.ReplaceLineEndings("\n").Split("\n## ")[1..].Select(part => Article(part.Split('\n', StringSplitOptions.RemoveEmptyEntries)))];

    private static ArticleDraft Article(string[] lines)
    {
        var head = lines[1].Split(" · ").Select(f => f.Split(' ', 2)).ToDictionary(f => f[0], f => f[1].Split(" | "));
        var paragraphs = lines[2..].Select(l => Paragraph().Match(l)).ToList();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (paragraphs[i].Groups["n"].Value != i.ToString(CultureInfo.InvariantCulture)) throw new FormatException($"{lines[0]}: paragraph {i} is not '{lines[i + 2]}'");
        }
        return new ArticleDraft
        {
            Id = lines[0].Trim(),
            Title = paragraphs[0].Groups["text"].Value,
            Language = head["language"][0],
            Source = head.GetValueOrDefault("source")?[0],
            Url = head.GetValueOrDefault("url")?[0],
            Authors = head.GetValueOrDefault("authors") ?? [],
            Published = head.TryGetValue("published", out var date) ? DateTimeOffset.Parse(date[0], CultureInfo.InvariantCulture) : null,
            Topics = [.. (head.GetValueOrDefault("topics") ?? []).Select(t => new FeedTopic(t, t))],
            Actors = [.. (head.GetValueOrDefault("actors") ?? []).Select(a => a.Split(' ', 2)).Select(a => new FeedActor(a[1], a[0]))],
            Paragraphs = [.. paragraphs[1..].Select(p => new DraftParagraph(p.Groups["text"].Value, Kind(p.Groups["kind"].Value)))],
        };
    }

    private static ParagraphKind Kind(string name) => name == "lead" ? ParagraphKind.Body : Enum.Parse<ParagraphKind>(name, ignoreCase: true);

    [GeneratedRegex("^- #(?<n>[0-9]+) (?<kind>[a-z]+): (?<text>.+)$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Paragraph();
}
