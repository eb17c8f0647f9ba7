using System.Text.RegularExpressions;
using Search.Tests.House;

namespace Search.Tests.Searching.Cases;

/// <summary>
/// A line of a case file: <c>- `query` {parameter=value} → a1#2, a3#0 — why</c>. The right side lists paragraphs; <c>a3</c> is the whole article
/// without its boilerplate, <c>all</c> every article, <c>nothing</c> none, and what stands behind <c>but</c> is taken out again.
/// </summary>
internal sealed partial record SearchCase(string File, int Line, string Query, string Parameters, string Expected)
{
    /// <summary>All cases, in the order of the files.</summary>
    public static IEnumerable<SearchCase> All() => Repository.Files(CaseArticles.Folder, ".md").Where(f => !f.EndsWith("articles.md", StringComparison.Ordinal)).SelectMany(Read);

    /// <summary>The paragraphs that must be found, in order of their names.</summary>
    public static IEnumerable<string> Paragraphs(string expected)
    {
        var sides = expected.Split(" but ");
        return Listed(sides[0]).Except(sides.Length > 1 ? Listed(sides[1]) : []).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<SearchCase> Read(string file)
    {
        var lines = Repository.Read(file).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("- `", StringComparison.Ordinal)) continue;
            var match = Form().Match(lines[i]);
            if (!match.Success) throw new FormatException($"{file}:{i + 1} is no case: {lines[i]}");
            yield return new SearchCase(Path.GetFileName(file), i + 1, match.Groups["query"].Value, match.Groups["parameters"].Value, match.Groups["expected"].Value.Trim());
        }
    }

    private static List<string> Listed(string list) => list == "nothing" ? [] : [.. list.Split(", ").SelectMany(Named)];

    private static IEnumerable<string> Named(string name)
    {
        if (name == "all") return CaseArticles.Searched;
        if (name.Contains('#')) return [name];
        var whole = CaseArticles.Searched.Where(p => p.StartsWith(name + "#", StringComparison.Ordinal)).ToList();
        return whole.Count > 0 ? whole : throw new FormatException($"There is no article {name}.");
    }

    [GeneratedRegex("^- `(?<query>[^`]*)`( \\{(?<parameters>[^}]*)\\})? → (?<expected>[^—]+)(— .*)?$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Form();
}
