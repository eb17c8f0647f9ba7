using System.Text.Json;
using Search.Articles;
using Search.Reading;

namespace Search.Evaluation;

/// <summary>An article with the marks that a reader gave it.</summary>
/// <param name="Article">As the product composes it.</param>
/// <param name="Marks">Its line of <c>marks.jsonl</c>.</param>
/// <param name="Line">The number of that line, from 1.</param>
internal sealed record MarkedArticle(Article Article, JsonElement Marks, int Line);

/// <summary>
/// A folder of articles that people marked: <c>articles.jsonl</c>, an article a line as the product reads it, and <c>marks.jsonl</c>, an object a
/// line with the article's <c>id</c> and what was marked. Articles without marks are left out.
/// </summary>
internal static class MarkedArticles
{
    public const string ArticlesFile = "articles.jsonl";
    public const string MarksFile = "marks.jsonl";

    /// <summary>The marked articles in the order of the articles.</summary>
    /// <exception cref="EvaluationDataException">A file is missing, or a line of it cannot be read.</exception>
    public static IEnumerable<MarkedArticle> Read(string folder, ArticleComposer composer)
    {
        var articles = Path.Combine(folder, ArticlesFile);
        var marks = Path.Combine(folder, MarksFile);
        if (!File.Exists(articles) || !File.Exists(marks))
        {
            throw new EvaluationDataException($"There is nothing to measure against in {folder}: expected are {ArticlesFile}, an article in JSON on each line, and {MarksFile}, "
                + "on each line an object with the \"id\" of an article and its marks.");
        }
        var marked = Marks(marks);
        foreach (var item in new ArticleReader().ReadPaths([articles]))
        {
            if (item is ReadProblem problem) throw new EvaluationDataException($"{At(problem)}: {problem.Reason}");
            if (item is not ReadArticle { Draft: var draft } || draft.Id is not { } id || !marked.TryGetValue(id, out var of)) continue;
            var outcome = composer.Compose(draft);
            if (outcome.Value is not { } article) throw new EvaluationDataException($"{At(item)}: {outcome.Problem!.Detail}");
            yield return new MarkedArticle(article, of.Marks, of.Line);
        }
    }

    private static string At(ReadItem item) => item.Place.Length > 0 ? $"{item.File}, {item.Place}" : item.File;

    private static Dictionary<string, (JsonElement Marks, int Line)> Marks(string file)
    {
        var marks = new Dictionary<string, (JsonElement, int)>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var row = Parse(line, file, number);
            if (row.ValueKind != JsonValueKind.Object || !row.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String)
                throw new EvaluationDataException($"{file}, line {number}: a line of marks is a JSON object with the \"id\" of an article.");
            if (!marks.TryAdd(id.GetString()!, (row, number))) throw new EvaluationDataException($"{file}, line {number}: the article '{id.GetString()}' is marked a second time.");
        }
        return marks;
    }

    private static JsonElement Parse(string line, string file, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new EvaluationDataException($"{file}, line {number}: this is not JSON.");
        }
    }
}
